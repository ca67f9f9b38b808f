import Core
import Foundation

extension MyAward {
    func page(_ held: HeldAward, _ news: News?, _ context: PortalContext) -> Page {
        Page(
            title: held.content.name,
            section: .home,
            body: view(held, news, context.formFields),
            pictureOrigins: Set([held.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    private func view(_ held: HeldAward, _ news: News?, _ formFields: HTML) -> HTML {
        let isPublic = held.award.visibility == .link
        return """
            \(notice(news, held))\(standing(held))\(head(held))
            <div class="split"><div class="stack">\(share(held, isPublic, formFields))\(files(held))</div>
            <div class="stack">\(visibility(held, formFields))\(isPublic ? preview(held) : nil)</div></div>
            """
    }

    private func notice(_ news: News?, _ held: HeldAward) -> Notice? {
        switch news {
        case .claimed:
            Notice(
                tone: .ok,
                title: "It is yours.",
                content: held.award.visibility == .link ? "Its page is public for everybody who has the link." : .empty,
                isAnswer: true
            )
        case .saved:
            Notice(tone: .ok, title: "Saved.", content: Self.consequence(held.award.visibility), isAnswer: true)
        case nil: nil
        }
    }

    private static func consequence(_ visibility: Visibility) -> HTML {
        switch visibility {
        case .link: "Anyone with the link can see this badge."
        case .colleagues: "Colleagues who are signed in can see this badge. Others see an empty page."
        case .owner: "Only you can see this badge. Links that you gave away lead to an empty page."
        }
    }

    /// What the person should know before showing it.
    private func standing(_ held: HeldAward) -> Notice? {
        switch held.award.verdict(at: site.now()) {
        case .valid: return nil
        case .revoked(let revocation):
            return Notice(
                tone: .bad,
                title: "\(held.issuer.name) took this badge back on \(DateText(revocation.at).text).",
                content: "Reason: <span dir=\"auto\">\(revocation.reason)</span> If you think that is wrong, ask them."
            )
        case .suspended(let suspension):
            return Notice(
                tone: .warn,
                title: "\(held.issuer.name) put this badge on hold on \(DateText(suspension.at).text).",
                content: "Reason: <span dir=\"auto\">\(suspension.reason)</span> If you think that is wrong, ask them."
            )
        case .superseded(let newer):
            return Notice(
                tone: .warn,
                title: "There is a newer one.",
                content: "<a href=\"/me/awards/\(newer.rawValue)\">Show the newer badge</a> instead."
            )
        case .expired(let date):
            return Notice(
                tone: .warn,
                title: "It ran out on \(DateText(date).text).",
                content: "<a href=\"/badges/\(held.slug.description)\">See how to earn it again</a>."
            )
        case .notYetValid(let date): return Notice(tone: .neutral, title: "It counts from \(DateText(date).text).")
        }
    }

    private func head(_ held: HeldAward) -> Hero {
        let until: HTML? = held.award.expires.map { ", valid until \(DateText($0))" }
        return Hero(
            title: held.content.name,
            picture: held.content.picture.address(for: held.slug),
            above: "You earned",
            lead: held.content.description,
            facts: FactsList([
                FactsList.Fact("Issued by", text: held.issuer.name),
                FactsList.Fact("Issued on", "\(DateText(held.award.issuedOn))\(until)"),
            ])
        )
    }

    private func files(_ held: HeldAward) -> Card {
        let id = held.award.id
        var rows = [
            LinkList.Row(
                title: "Everything you hold, in one file",
                href: "/me/badges.zip",
                icon: .download,
                note: "ZIP"
            )
        ]
        if held.award.visibility == .link {
            rows =
                [
                    LinkList.Row(
                        title: "Certificate to print",
                        href: "/awards/\(id)/certificate.pdf",
                        icon: .certificate,
                        note: "PDF"
                    ),
                    LinkList.Row(
                        title: "Picture with the proof inside",
                        href: "/awards/\(id)/image.png?download",
                        icon: .download,
                        note: "PNG",
                        isDownload: true
                    ),
                    LinkList.Row(
                        title: "For a wallet",
                        href: "/ob/v3/credentials/\(id).jwt",
                        icon: .key,
                        note: "Open Badges 3.0"
                    ),
                ] + rows
        }
        return Card(id: "keep", title: "Keep a copy", content: LinkList(rows).html)
    }

    private func visibility(_ held: HeldAward, _ formFields: HTML) -> Card {
        let choices = RadioList(
            name: "visibility",
            label: "Who can see it",
            choices: [
                Choice("link", "Anyone with the link", hint: "Search engines are asked not to list it."),
                Choice("colleagues", "Signed-in colleagues"),
                Choice("owner", "Only you"),
            ],
            selected: held.award.visibility.rawValue,
            hint: "Your email address is never shown."
        )
        return Card(
            id: "see",
            title: "Privacy",
            content: """
                <form method="post" action="/me/awards/\(held.award.id.rawValue)/visibility">\(formFields)\(choices)\
                \(Button("Save"))</form>
                """
        )
    }

    private func preview(_ held: HeldAward) -> Card {
        let preview = SharedPreview(
            picture: "/awards/\(held.award.id)/card.png",
            title: "\(held.personName) earned \(held.content.name)",
            site: site.host
        )
        return Card(id: "look", title: "How it looks when shared", content: preview.html)
    }
}
