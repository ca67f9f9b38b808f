@testable import App

extension Sample {
    static var myBadge: HTML {
        let preview = SharedPreview(
            picture: "/img/card.svg",
            title: "Priya Raman earned Cloud Security Practitioner",
            site: "badges.example.org"
        )
        return page(
            "Cloud Security Practitioner",
            current: "home",
            """
            \(Notice(tone: .ok, title: "It is yours.", content: "Its public page is live.", isAnswer: true))
            \(hero)
            <div class="split"><div class="stack">\(Card(id: "share", title: "Share it", content: share))</div>\
            <div class="stack">\(Card(id: "see", title: "Who can see it", content: visibility))\
            \(Card(id: "shared", title: "How it looks when shared", content: preview.html))</div></div>
            """
        )
    }

    private static var hero: Hero {
        let facts = FactsList([
            FactsList.Fact("Issued on", DateText(day(0)).html),
            FactsList.Fact("Valid until", DateText(day(-730)).html),
        ])
        return Hero(
            title: "Cloud Security Practitioner",
            picture: "/img/cloud-security.svg",
            above: "You earned",
            facts: facts
        )
    }

    private static var share: HTML {
        let address = "https://badges.example.org/awards/7f0c2b9e"
        let open = ButtonLink("Open", href: "/verify.html", icon: .external).html
        let copy = CopyField(id: "address", label: "Address", value: address, kind: .main, more: open)
        let links = [
            ShareLinks.Link(title: "LinkedIn profile", href: address, icon: .person),
            ShareLinks.Link(title: "LinkedIn post", href: address, icon: .pen),
            ShareLinks.Link(title: "Teams", href: address, icon: .people),
            ShareLinks.Link(title: "Email", href: "mailto:?subject=A%20badge&body=x", icon: .mail),
            ShareLinks.Link(title: "Web page", href: address, icon: .code),
        ]
        let system = ShareLinks.System(title: "More ways", address: address, subject: "A badge")
        return "\(copy)\(ShareLinks(links: links, system: system))"
    }

    private static var visibility: HTML {
        let choices = [
            Choice("link", "Anyone with the link", hint: "Search engines never list it."),
            Choice("people", "Signed-in colleagues only"),
            Choice("me", "Only you"),
        ]
        let list = RadioList(name: "visible", label: "It is shown to", choices: choices, selected: "link")
        return "<form method=\"post\" action=\"/visibility\">\(list)\(Button("Save"))</form>"
    }
}
