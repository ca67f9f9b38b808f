/// A drawing of the interface, as high as the text around it.
///
/// Without a label it is decoration, and the text next to it must say the same.
struct Icon: Component {
    let name: Name
    var label: String?
    /// Mirrored where people read from right to left.
    var turns = false

    init(_ name: Name, label: String? = nil, turns: Bool = false) {
        self.name = name
        self.label = label
        self.turns = turns
    }

    /// Where the drawings are.
    ///
    /// After `v=` comes the beginning of the file's SHA-256, which a test compares, so it may be cached for ever.
    static let sheet: StaticString = "/assets/icons.svg?v=96fb6324"

    var html: HTML {
        let use: HTML = "<use href=\"\(HTML(stringLiteral: Self.sheet))#\(name.rawValue)\"/></svg>"
        let turning: HTML = turns ? " i-turns" : ""
        guard let label else {
            return "<svg class=\"i\(turning)\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">\(use)"
        }
        return "<svg class=\"i\(turning)\" viewBox=\"0 0 16 16\" role=\"img\" aria-label=\"\(label)\">\(use)"
    }
}
