/// A white card, with a heading unless the content brings its own.
struct Card: Component {
    /// Unique in the page.
    let id: String
    let title: String
    var hint: String?
    let content: HTML
    /// Left out on paper.
    var isForScreensOnly = false

    var html: HTML {
        let hint: HTML? = hint.map { "<p class=\"hint\">\($0)</p>" }
        let classes: HTML = isForScreensOnly ? "card no-print" : "card"
        return """
            <section class="\(classes)" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>\(hint)\(content)</section>
            """
    }
}
