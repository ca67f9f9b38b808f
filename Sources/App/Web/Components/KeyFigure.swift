/// A large number with what it counts.
struct KeyFigure: Component {
    let number: String
    let text: String
    /// "up 22%".
    var change: String?

    var html: HTML {
        let change: HTML? = change.map { " <span class=\"change\">\($0)</span>" }
        return "<li class=\"card figure\"><b class=\"num\">\(number)</b> <span>\(text)\(change)</span></li>"
    }
}
