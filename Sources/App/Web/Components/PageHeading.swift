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

/// A part of a page under its own heading.
struct PageSection: Component {
    /// Unique in the page.
    let id: String
    let title: String
    /// Stands opposite the heading: a link, filters, or how old the data is.
    var aside: HTML?
    let content: HTML

    var html: HTML {
        """
        <section class="section" aria-labelledby="\(id)"><div class="section-head"><h2 id="\(id)">\(title)</h2>\
        \(aside)</div>\(content)</section>
        """
    }
}

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
