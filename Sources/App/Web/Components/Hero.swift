/// The beginning of a page about one thing with a picture.
struct Hero: Component {
    let title: String
    let picture: String
    /// Empty while the title says it all.
    var pictureText = ""
    var above: HTML?
    /// For what counts no more.
    var isPale = false
    var lead: String?
    /// Buttons; the first is what most people want.
    var actions: HTML?
    var facts: FactsList?

    var html: HTML {
        let above: HTML? = above.map { "<p class=\"above\">\($0)</p>" }
        let lead: HTML? = lead.map { "<p class=\"lead\" dir=\"auto\">\($0)</p>" }
        let actions: HTML? = actions.map { "<div class=\"row\">\($0)</div>" }
        return """
            <div class="hero\(isPale ? " pale" : "" as HTML)"><img src="\(url: picture)" alt="\(pictureText)" width="208" height="208"><div>\(above)\
            <h1 dir="auto">\(title)</h1>\(lead)\(facts)\(actions)</div></div>
            """
    }
}
