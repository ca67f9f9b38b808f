/// The first heading of a page, and one sentence that says how things stand.
struct PageHeading: Component {
    let title: String
    var lead: HTML?
    /// A small line above the title: where the page belongs.
    var above: HTML?
    var actions: HTML?

    init(_ title: String, lead: HTML? = nil, above: HTML? = nil, actions: HTML? = nil) {
        self.title = title
        self.lead = lead
        self.above = above
        self.actions = actions
    }

    var html: HTML {
        let above: HTML? = above.map { "<p class=\"above\">\($0)</p>" }
        let lead: HTML? = lead.map { "<p class=\"lead\">\($0)</p>" }
        let actions: HTML? = actions.map { "<div class=\"row\">\($0)</div>" }
        return """
            <div class="page-head"><div>\(above)<h1 dir="auto">\(title)</h1>\(lead)</div>\(actions)</div>
            """
    }
}
