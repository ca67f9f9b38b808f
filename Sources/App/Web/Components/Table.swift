/// Rows and columns; on a phone every row becomes a card that repeats the names of its columns.
///
/// The roles are spelled out because some browsers forget them when a table is laid out as cards.
struct Table: Component {
    /// What the table lists; for screen readers unless `showsCaption`.
    let caption: String
    let columns: [Column]
    let rows: [[HTML]]
    var showsCaption = false

    struct Column {
        let title: String
        /// Numbers and buttons stand at the end of their column.
        var isAtEnd = false
        /// The title is for screen readers only, as above a column of buttons.
        var hidesTitle = false

        init(_ title: String, isAtEnd: Bool = false, hidesTitle: Bool = false) {
            self.title = title
            self.isAtEnd = isAtEnd
            self.hidesTitle = hidesTitle
        }

        fileprivate var head: HTML {
            let shown: HTML = hidesTitle ? "<span class=\"vh\">\(title)</span>" : "\(title)"
            let end: HTML = isAtEnd ? " class=\"end\"" : ""
            return "<th scope=\"col\" role=\"columnheader\"\(end)>\(shown)</th>"
        }
    }

    var html: HTML {
        let hiding: HTML = showsCaption ? "" : " class=\"vh\""
        return """
            <table class="table" role="table"><caption\(hiding)>\(caption)</caption><thead role="rowgroup"><tr role="row">\
            \(columns.map(\.head))</tr></thead><tbody role="rowgroup">\(rows.map(row))</tbody></table>
            """
    }

    private func row(_ cells: [HTML]) -> HTML {
        let cells = zip(cells, columns).map { cell, column -> HTML in
            let end: HTML = column.isAtEnd ? " class=\"end\"" : ""
            return """
                <td role="cell"\(end)\(attribute: "data-label", column.hidesTitle ? nil : column.title)>\(cell)</td>
                """
        }
        return "<tr role=\"row\">\(cells)</tr>"
    }
}
