/// Numbers over time as bars, one or two at a step, with the same numbers as a table on demand.
struct BarChart: Component {
    /// Unique in the page.
    let id: String
    /// "Issued and shared, month by month".
    let title: String
    /// What the drawing says, for people who cannot see it.
    let sentence: String
    /// One or two names.
    let series: [String]
    let steps: [Step]
    /// Above the first column of the table: "Month".
    let stepName: String
    var tableTitle = Words[.numbersAsTable]

    struct Step {
        /// Short: it stands below the bars.
        let name: String
        /// In the table.
        let longName: String
        /// As many as there are series.
        let values: [Int]

        init(name: String, longName: String? = nil, values: [Int]) {
            self.name = name
            self.longName = longName ?? name
            self.values = values
        }
    }

    var html: HTML {
        let key = series.map { name -> HTML in "<li>\(name)</li>" }
        let columns = [Table.Column(stepName)] + series.map { Table.Column($0, isAtEnd: true) }
        let rows = steps.map { step -> [HTML] in
            ["\(step.longName)"] + step.values.map { "\(Words.current.number($0))" }
        }
        return """
            <figure class="chart" aria-labelledby="\(id)"><figcaption id="\(id)"><h3>\(title)</h3></figcaption>\
            <ul class="key" aria-hidden="true">\(key)</ul><div tabindex="0" role="region" aria-label="\(title)">\(drawing)</div>\
            <details><summary>\(tableTitle)</summary>\(Table(caption: title, columns: columns, rows: rows))</details></figure>
            """
    }

    /// The least round number above every value: 1, 2, 3, 4, 6 or 8 with zeros.
    var top: Int {
        let most = max(steps.flatMap(\.values).max() ?? 0, 1)
        var unit = 1
        while unit * 10 < most { unit *= 10 }
        return [1, 2, 3, 4, 6, 8, 10].map { $0 * unit }.first { $0 >= most } ?? most
    }

    private static let height = 180
    private static let left = 64
    private static let step = 72
    private static let bar = 24

    private var width: Int { Self.left + steps.count * Self.step }

    /// Time runs as the reader reads: the drawing is mirrored by its numbers, so that its texts are not.
    private var isMirrored: Bool { Words.current.language.isRightToLeft }

    private func place(_ x: Int, width: Int = 0) -> Int { isMirrored ? self.width - x - width : x }

    private var drawing: HTML {
        let lines = (top.isMultiple(of: 2) ? [0, 1, 2] : [0, 2]).map { part -> HTML in
            let y = 12 + Self.height * part / 2
            let number = Words.current.number(top * (2 - part) / 2)
            return """
                <line x1="\(place(Self.left))" x2="\(place(width))" y1="\(y)" y2="\(y)"/>\
                <text x="\(place(Self.left - 8))" y="\(y + 4)" text-anchor="end">\(number)</text>
                """
        }
        return """
            <svg role="img" aria-label="\(sentence)" viewBox="0 0 \(width) \(Self.height + 40)">\(lines)\
            \(steps.indices.map(bars))</svg>
            """
    }

    private func bars(of index: Int) -> HTML {
        let middle = Self.left + index * Self.step + Self.step / 2
        let bars = steps[index].values.enumerated().map { number, value -> HTML in
            let height = Self.height * value / top
            let x = middle - series.count * (Self.bar + 2) / 2 + number * (Self.bar + 2)
            let tone: HTML = number == 0 ? "one" : "two"
            return """
                <rect class="\(tone)" x="\(place(x, width: Self.bar))" y="\(12 + Self.height - height)" \
                width="\(Self.bar)" height="\(height)" rx="2"/>
                """
        }
        let name = steps[index].name
        return "\(bars)<text x=\"\(place(middle))\" y=\"\(Self.height + 32)\" text-anchor=\"middle\">\(name)</text>"
    }
}
