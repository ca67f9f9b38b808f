/// A drawing in one colour on a grid of 16 units, to stand on a badge's plate.
package struct ArtworkSymbol: Sendable {
    /// What ``Artwork/symbol`` says; never changes, because published badges hold it.
    package let name: String
    /// With its article, to follow "with": "a cloud".
    package let title: String
    /// Areas, by the even-odd rule; empty when there are only lines.
    let fill: String
    /// Lines, 1.5 units wide; empty when there are only areas.
    let line: String

    init(_ name: String, _ title: String, fill: String = "", line: String = "") {
        self.name = name
        self.title = title
        self.fill = fill
        self.line = line
    }

    /// The symbol called `name`, or the star.
    package static func named(_ name: String) -> ArtworkSymbol { all.first { $0.name == name } ?? star }

    /// The drawing as SVG elements, without an `<svg>` around them.
    ///
    /// - Parameter colour: `#rrggbb` or `currentColor`.
    package func markup(_ colour: String) -> String {
        var markup = ""
        if !fill.isEmpty { markup += "<path d=\"\(fill)\" fill=\"\(colour)\" fill-rule=\"evenodd\"/>" }
        if !line.isEmpty {
            markup += "<path d=\"\(line)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\""
            markup += " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
        }
        return markup
    }
}
