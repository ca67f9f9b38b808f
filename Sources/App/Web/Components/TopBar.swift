/// The bar at the top of every page: who we are, where one can go, and who is signed in.
struct TopBar: Component {
    let name: String
    /// Stands behind the name in a lighter tone, such as "Badges".
    var subtitle: String?
    var home = "/"
    /// The address of a company's own logo, in place of the laurel.
    var logo: String?
    var items: [Item] = []
    var search: TextLink?
    /// nil when nobody is signed in.
    var person: Person?
    var label = Words[.mainNavigation]

    struct Item: Component {
        let title: String
        let href: String
        var isCurrent = false

        var html: HTML {
            "<a href=\"\(url: href)\"\(attribute: "aria-current", isCurrent ? "page" : nil)>\(title)</a>"
        }
    }

    struct Person {
        let name: String
        let links: [TextLink]
        let signOut: SignOut
        /// Before the name, for a screen reader: "Your menu, Priya Raman".
        var label = Words[.yourMenu]
    }

    struct SignOut {
        var title = Words[.signOut]
        var action = "/logout"
        /// The hidden fields that the form needs.
        var fields: HTML = .empty
    }

    var html: HTML {
        let subtitle: HTML? = subtitle.map { " <span class=\"soft\">\($0)</span>" }
        let nav: HTML? = items.isEmpty ? nil : "<nav class=\"nav\" aria-label=\"\(label)\">\(items)</nav>"
        return """
            <header class="top"><div class="wrap"><a class="brand" href="\(url: home)">\(mark)\
            <span dir="auto">\(name)\(subtitle)</span></a>\(nav)\(tools)</div></header>
            """
    }

    private var mark: HTML {
        logo.map { "<img src=\"\(url: $0)\" alt=\"\" width=\"32\" height=\"32\">" } ?? Icon(.laurel).html
    }

    private var tools: HTML? {
        guard search != nil || person != nil else { return nil }
        let search: HTML? = search.map { link in
            "<a class=\"icon-button\" href=\"\(url: link.href)\" aria-label=\"\(link.title)\">\(Icon(.search))</a>"
        }
        return "<div class=\"tools\">\(search)\(person.map(menu))</div>"
    }

    private func menu(_ person: Person) -> HTML {
        """
        <button class="icon-button" type="button" popovertarget="me" aria-label="\(person.label), \(person.name)">\
        \(Avatar(name: person.name))</button><div class="menu" id="me" popover><p class="menu-name" dir="auto">\
        \(person.name)</p>\(person.links)<form method="post" action="\(url: person.signOut.action)">\
        \(person.signOut.fields)<button>\(Icon(.logout, turns: true))\(person.signOut.title)</button></form></div>
        """
    }
}
