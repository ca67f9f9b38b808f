/// The choices that narrow a list down, each with how much it would show; links, so that they work without script.
struct FacetList: Component {
    let title: String
    let choices: [Choice]
    /// Folded away below the others, under "12 more topics".
    var more: (title: String, choices: [Choice])?

    struct Choice: Component {
        let title: String
        let href: String
        var count: Int?
        var isCurrent = false

        var html: HTML {
            let count: HTML? = count.map { "<span class=\"num soft\">\(Words.current.number($0))</span>" }
            return """
                <li><a href="\(url: href)" rel="nofollow"\(attribute: "aria-current", isCurrent ? "true" : nil)>\
                <span dir="auto">\(title)</span>\(count)</a></li>
                """
        }
    }

    var html: HTML {
        let more: HTML? = more.map { more in
            "<details><summary>\(more.title)</summary><ul class=\"facet\">\(more.choices)</ul></details>"
        }
        return "<div><h3>\(title)</h3><ul class=\"facet\">\(choices)</ul>\(more)</div>"
    }
}

/// Facets beside a list: always open where there is room, folded above it on a phone.
struct FacetPanel: Component {
    let title: String
    let lists: [FacetList]

    var html: HTML {
        guard !lists.isEmpty else { return .empty }
        return """
            <details class="facets"><summary class="button">\(Icon(.filter))\(title)</summary>\
            <nav class="stack" aria-label="\(title)">\(lists)</nav></details>
            """
    }
}

/// What narrows a list at the moment; each is a link that takes it away.
struct ActiveFilters: Component {
    let filters: [(title: String, href: String)]
    let clear: TextLink

    var html: HTML {
        guard !filters.isEmpty else { return .empty }
        let items = filters.map { filter -> HTML in
            let label = Words.say(.findWithout, ["filter": .text(filter.title)])
            return """
                <li><a class="active-filter" href="\(url: filter.href)" aria-label="\(label)">\
                <span dir="auto">\(filter.title)</span>\(Icon(.cross))</a></li>
                """
        }
        return "<div class=\"row active-filters\"><ul class=\"tags\">\(items)</ul>\(clear)</div>"
    }
}
