/// A large number with what it counts.
struct KeyFigure: Component {
    let number: String
    let text: String
    /// "up 22%".
    var change: String?
    /// The change is none to be glad of.
    var isLess = false

    var html: HTML {
        let tone: HTML = isLess ? "soft" : "change"
        let change: HTML? = change.map { " <span class=\"\(tone)\">\($0)</span>" }
        return "<li class=\"card figure\"><b class=\"num\">\(number)</b> <span>\(text)\(change)</span></li>"
    }
}
