/// Numbers over time as bars, one or two at a step, with the same numbers as a table on demand.
struct BarChart: Component {
    /// Unique in the page.
    let id: String
    /// What the chart says, in one sentence: "Issued and shared, month by month".
    let title: String
    /// One or two names.
    let series: [String]
    let steps: [Step]
    /// Above the first column of the table: "Month".
    let stepName: String
    var tableTitle = Words[.numbersAsTable]

    struct Step {
        /// Short: it stands below the bars.
        let name: String
        /// As many as there are series.
        let values: [Int]
    }

    var html: HTML {
        let key = series.map { name -> HTML in "<li>\(name)</li>" }
        let columns = [Table.Column(stepName)] + series.map { Table.Column($0, isAtEnd: true) }
        let rows = steps.map { step -> [HTML] in ["\(step.name)"] + step.values.map { "\(Self.grouped($0))" } }
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
    private static let left = 56

    private var drawing: HTML {
        let width = Self.left + steps.count * 72
        let lines = [0, 1, 2].map { part -> HTML in
            let y = 12 + Self.height * part / 2
            return """
                <line x1="\(Self.left)" x2="\(width)" y1="\(y)" y2="\(y)"/>\
                <text x="\(Self.left - 8)" y="\(y + 4)" text-anchor="end">\(Self.grouped(top * (2 - part) / 2))</text>
                """
        }
        return """
            <svg viewBox="0 0 \(width) \(Self.height + 40)" aria-hidden="true">\(lines)\(steps.indices.map(bars))</svg>
            """
    }

    private func bars(of index: Int) -> HTML {
        let middle = Self.left + index * 72 + 36
        let bars = steps[index].values.enumerated().map { number, value -> HTML in
            let height = Self.height * value / top
            let x = middle - series.count * 13 + number * 26
            let tone: HTML = number == 0 ? "one" : "two"
            return
                "<rect class=\"\(tone)\" x=\"\(x)\" y=\"\(12 + Self.height - height)\" width=\"24\" height=\"\(height)\" rx=\"2\"/>"
        }
        return
            "\(bars)<text x=\"\(middle)\" y=\"\(Self.height + 32)\" text-anchor=\"middle\">\(steps[index].name)</text>"
    }

    /// `number` with a comma between thousands.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        let groups = digits.indices.map { index in
            index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digits[index])" : String(digits[index])
        }
        return (number < 0 ? "-" : "") + groups.joined()
    }
}
