import Core
import Foundation

extension MyAward {
    func page(_ held: HeldAward, _ news: News?, _ context: PortalContext) -> Page {
        Page(
            title: held.content.name,
            section: .home,
            body: view(held, news, context),
            pictureOrigins: Set([held.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    private func view(_ held: HeldAward, _ news: News?, _ context: PortalContext) -> HTML {
        let formFields = context.formFields
        let board = context.messageBoard(for: held, among: providers, at: site.now())
        let isPublic = held.award.visibility == .link
        guard held.award.revocation == nil else {
            return """
                \(notice(news, held))\(standing(held))\(head(held))
                <div class="split"><div class="stack">\(files(held))</div>\
                <div class="stack">\(visibility(held, formFields))</div></div>
                """
        }
        return """
            \(notice(news, held))\(standing(held))\(head(held))
            <div class="split"><div class="stack">\(isPublic ? share(held, board) : offer(held, formFields))\(files(held))</div>
            <div class="stack">\(visibility(held, formFields))\(isPublic ? preview(held) : nil)</div></div>
            """
    }

    private func notice(_ news: News?, _ held: HeldAward) -> Notice? {
        switch news {
        case .claimed:
            Notice(
                tone: .ok,
                title: Words[.itIsYours],
                content: held.award.visibility == .link ? "\(Words[.sharePagePublic])" : .empty,
                isAnswer: true
            )
        case .saved:
            Notice(tone: .ok, title: Words[.saved], content: Self.consequence(held.award.visibility), isAnswer: true)
        case nil: nil
        }
    }

    private static func consequence(_ visibility: Visibility) -> HTML {
        switch visibility {
        case .link: "\(Words[.shareSeenByLink])"
        case .colleagues: "\(Words[.shareSeenByColleagues])"
        case .owner: "\(Words[.shareSeenByYou])"
        }
    }

    /// What the person should know before showing it.
    private func standing(_ held: HeldAward) -> Notice? {
        switch held.award.verdict(at: site.now()) {
        case .valid: return nil
        case .revoked(let revocation):
            return Notice(
                tone: .bad,
                title: said(.shareTookBack, held, revocation.at),
                content: reason(revocation.reason)
            )
        case .suspended(let suspension):
            return Notice(
                tone: .warn,
                title: said(.sharePutOnHold, held, suspension.at),
                content: reason(suspension.reason)
            )
        case .superseded(let newer):
            return Notice(
                tone: .warn,
                title: Words[.newerOne],
                content: TextLink(Words[.shareNewer], href: "/me/awards/\(newer)").html
            )
        case .expired(let date):
            return Notice(
                tone: .warn,
                title: Words.say(.shareRanOut, ["date": .date(date)]),
                content: TextLink(Words[.shareEarnAgain], href: "/badges/\(held.slug)").html
            )
        case .notYetValid(let date):
            return Notice(tone: .neutral, title: Words.say(.countsFromText, ["date": .date(date)]))
        }
    }

    private func said(_ phrase: Phrase, _ held: HeldAward, _ date: Date) -> String {
        Words.say(phrase, ["issuer": .text(held.issuer.name), "date": .date(date)])
    }

    private func reason(_ text: String) -> HTML {
        "\(Words[.reasonWord]) <span dir=\"auto\">\(text)</span> \(Words[.shareIfWrong])"
    }

    private func head(_ held: HeldAward) -> Hero {
        Hero(
            title: held.content.name,
            picture: held.content.picture.address(for: held.slug),
            above: held.award.revocation == nil ? "\(Words[.shareYouEarned])" : nil,
            isPale: held.award.revocation != nil,
            lead: held.content.description,
            facts: FactsList(
                [
                    FactsList.Fact(Words[.issuedBy], text: held.issuer.name),
                    FactsList.Fact(Words[.issuedOn], "\(DateText(held.award.issuedOn))"),
                ] + (held.award.expires.map { [FactsList.Fact(Words[.validUntil], "\(DateText($0))")] } ?? [])
            )
        )
    }

    private func files(_ held: HeldAward) -> Card {
        let id = held.award.id
        var rows = [
            LinkList.Row(
                title: Words[.shareEverything],
                href: "/me/badges.zip",
                icon: .download,
                note: "ZIP"
            )
        ]
        if held.award.visibility == .link {
            rows =
                [
                    LinkList.Row(
                        title: Words[.certificateToPrint],
                        href: "/awards/\(id)/certificate.pdf",
                        icon: .certificate,
                        note: "PDF"
                    ),
                    LinkList.Row(
                        title: Words[.pictureWithProof],
                        href: "/awards/\(id)/image.png?download",
                        icon: .download,
                        note: "PNG",
                        isDownload: true
                    ),
                    LinkList.Row(
                        title: Words[.shareWallet],
                        href: "/ob/v3/credentials/\(id).jwt",
                        icon: .key,
                        note: "Open Badges 3.0"
                    ),
                ] + rows
        }
        return Card(id: "keep", title: Words[.shareKeep], content: LinkList(rows).html)
    }

    private func visibility(_ held: HeldAward, _ formFields: HTML) -> Card {
        let choices = RadioList(
            name: "visibility",
            label: Words[.shareWhoSees],
            choices: [
                Choice("link", Words[.shareAnyone], hint: Words[.shareNotListed]),
                Choice("colleagues", Words[.shareColleagues]),
                Choice("owner", Words[.shareOwner]),
            ],
            selected: held.award.visibility.rawValue,
            hint: Words[.shareNoEmail]
        )
        return Card(
            id: "see",
            title: Words[.sharePrivacy],
            content: """
                <form method="post" action="/me/awards/\(held.award.id.rawValue)/visibility">\(formFields)\(choices)\
                \(Button(Words[.save]))</form>
                """
        )
    }

    private func preview(_ held: HeldAward) -> Card {
        let preview = SharedPreview(
            picture: "/awards/\(held.award.id)/preview.png",
            title: Words.say(.sharingTitle, ["person": .text(held.personName), "badge": .text(held.content.name)]),
            site: site.host
        )
        return Card(id: "look", title: Words[.shareLook], content: preview.html)
    }
}
