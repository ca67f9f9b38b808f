import Core
import Foundation

extension MyAward {
    /// - Parameter board: where the person may post without leaving the portal.
    func share(_ held: HeldAward, _ board: (any MessageBoard)?) -> Card {
        let address = site.absolute("/awards/\(held.award.id)")
        let copy = CopyField(
            id: "link",
            label: Words[.shareLinkLabel],
            value: address,
            kind: .main,
            more: ButtonLink(Words[.shareOpen], href: "/awards/\(held.award.id)").html
        )
        let system = ShareLinks.System(
            title: Words[.shareMoreWays],
            address: address,
            subject: Words.say(.sharingTitle, ["person": .text(held.personName), "badge": .text(held.content.name)])
        )
        return Card(
            id: "share",
            title: Words[.shareIt],
            content: """
                \(copy)\(ShareLinks(links: links(held, board), system: system))\
                <details><summary>\(Words[.shareEmptyForm])</summary>\(fields(held, address))</details>\
                <details><summary>\(Words[.shareEmbed])</summary>\(embed(held, address))</details>
                """
        )
    }

    private func links(_ held: HeldAward, _ board: (any MessageBoard)?) -> [ShareLinks.Link] {
        let post = board.map { board in
            ShareLinks.Link(
                title: Words.say(.postTo, ["place": .text(board.boardName)]),
                href: "/me/awards/\(held.award.id)/announcement",
                icon: .people
            )
        }
        let plain = targets.filter { $0.id != board?.target }.map { target in
            ShareLinks.Link(
                title: target.words,
                href: "/awards/\(held.award.id)/share/\(target.id)",
                icon: Self.icons[target.id] ?? .external
            )
        }
        return [post].compactMap(\.self) + plain
    }

    private static let icons: [String: Icon.Name] = [
        "viva-engage": .people, "teams": .people, "linkedin-profile": .personCheck, "mail": .mail,
    ]

    /// A hidden badge is not shown to others by mistake: showing it comes after saying so.
    func offer(_ held: HeldAward, _ formFields: HTML) -> Card {
        let who =
            Words[held.award.visibility == .owner ? .shareOnlyYou : .shareOnlyColleagues]
        return Card(
            id: "share",
            title: Words[.shareIt],
            content: """
                <p>\(who) \(Words[.shareOpenFirst])</p>\
                <form method="post" action="/me/awards/\(held.award.id.rawValue)/visibility">\(formFields)\
                <input type="hidden" name="visibility" value="link">\
                \(Button(Words[.shareLetSee], kind: .main, icon: .link))</form>
                """
        )
    }

    private func fields(_ held: HeldAward, _ address: String) -> HTML {
        let code = { (text: String) -> HTML in "<code dir=\"ltr\">\(text)</code>" }
        var facts = [
            FactsList.Fact(Words[.shareName], text: held.content.name),
            FactsList.Fact(Words[.shareOrganisation], text: held.issuer.name),
            FactsList.Fact(Words[.shareIssueDate], "\(DateText(held.award.issuedOn))"),
        ]
        if let expires = held.award.expires {
            facts.append(FactsList.Fact(Words[.shareExpiryDate], "\(DateText(expires))"))
        }
        facts += [
            FactsList.Fact(Words[.shareCredentialID], code(held.award.id.rawValue)),
            FactsList.Fact(Words[.shareCredentialURL], code(address)),
        ]
        return FactsList(facts).html
    }

    private func embed(_ held: HeldAward, _ address: String) -> HTML {
        let name = "\(held.personName): \(held.content.name)"
        let frame: HTML = """
            <iframe src="\(url: address)/embed" width="320" height="120" title="\(name)" loading="lazy"></iframe>
            """
        let picture: HTML = """
            <a href="\(url: address)"><img src="\(url: address)/image.png" alt="\(name)" width="120" height="120"></a>
            """
        return """
            <p class="small soft">\(Words[.shareFrameHint])</p>\
            \(CopyField(id: "frame", label: Words[.shareFrameLabel], value: frame.text, button: Words[.shareCopy]))\
            <p class="small soft">\(Words[.shareSignatureHint])</p>\
            \(CopyField(id: "picture", label: Words[.shareSignatureLabel], value: picture.text, button: Words[.shareCopy]))
            """
    }
}

extension ShareTarget {
    private static let phrases: [String: Phrase] = [
        "linkedin-profile": .shareProfileTarget, "linkedin-post": .sharePostTarget, "mail": .shareMailTarget,
    ]

    /// The title in the reader's language, unless somebody configured another.
    fileprivate var words: String {
        guard let phrase = Self.phrases[id], Self.known.contains(where: { $0.id == id && $0.title == title })
        else { return title }
        return Words[phrase]
    }
}
