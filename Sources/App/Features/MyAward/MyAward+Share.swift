import Core
import Foundation

extension MyAward {
    func share(_ held: HeldAward, _ isPublic: Bool, _ formFields: HTML) -> Card {
        guard isPublic else { return offer(held, formFields) }
        let address = site.absolute("/awards/\(held.award.id)")
        let links = ShareTarget.known.map { target in
            ShareLinks.Link(
                title: target.title,
                href: "/awards/\(held.award.id)/share/\(target.id)",
                icon: Self.icons[target.id] ?? .share
            )
        }
        let copy = CopyField(
            id: "link",
            label: "Link to the public page",
            value: address,
            kind: .main,
            more: ButtonLink("Open", href: "/awards/\(held.award.id)").html
        )
        let system = ShareLinks.System(
            title: "More ways",
            address: address,
            subject: "\(held.personName) earned \(held.content.name)"
        )
        return Card(
            id: "share",
            title: "Share it",
            content: """
                \(copy)\(ShareLinks(links: links, system: system))\
                <details><summary>LinkedIn shows an empty form? Copy the fields from here</summary>\(fields(held, address))</details>\
                <details><summary>Put it on a web page or under your emails</summary>\(embed(held, address))</details>
                """
        )
    }

    private static let icons: [String: Icon.Name] = [
        "viva-engage": .people, "teams": .people, "linkedin-profile": .personCheck, "mail": .mail,
    ]

    /// A hidden badge is not shown to others by mistake: showing it comes after saying so.
    private func offer(_ held: HeldAward, _ formFields: HTML) -> Card {
        let who =
            held.award.visibility == .owner ? "Only you can see this badge." : "Only colleagues can see this badge."
        return Card(
            id: "share",
            title: "Share it",
            content: """
                <p>\(who) To share it, let anyone with the link see it first.</p>\
                <form method="post" action="/me/awards/\(held.award.id.rawValue)/visibility">\(formFields)\
                <input type="hidden" name="visibility" value="link">\
                \(Button("Let anyone with the link see it", kind: .main, icon: .link))</form>
                """
        )
    }

    private func fields(_ held: HeldAward, _ address: String) -> HTML {
        let code = { (text: String) -> HTML in "<code dir=\"ltr\">\(text)</code>" }
        var facts = [
            FactsList.Fact("Name", text: held.content.name),
            FactsList.Fact("Issuing organisation", text: held.issuer.name),
            FactsList.Fact("Issue date", "\(DateText(held.award.issuedOn))"),
        ]
        if let expires = held.award.expires { facts.append(FactsList.Fact("Expiration date", "\(DateText(expires))")) }
        facts += [
            FactsList.Fact("Credential ID", code(held.award.id.rawValue)),
            FactsList.Fact("Credential URL", code(address)),
        ]
        return FactsList(facts).html
    }

    private func embed(_ held: HeldAward, _ address: String) -> HTML {
        let name = HTML(escaping: "\(held.personName): \(held.content.name)")
        let frame: HTML = """
            <iframe src="\(url: address)/embed" width="320" height="120" title="\(name)" loading="lazy"></iframe>
            """
        let picture: HTML = """
            <a href="\(url: address)"><img src="\(url: address)/image.png" alt="\(name)" width="120" height="120"></a>
            """
        return """
            <p class="small soft">On a web page: a small card that always says whether the badge still counts.</p>\
            \(CopyField(id: "frame", label: "HTML for a web page", value: frame.text, button: "Copy"))\
            <p class="small soft">Under emails, and where frames are not allowed:</p>\
            \(CopyField(id: "picture", label: "HTML for an email signature", value: picture.text, button: "Copy"))
            """
    }
}
