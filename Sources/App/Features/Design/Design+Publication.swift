import Core
import Foundation
import Hummingbird

/// The step from a draft to a badge that people have.
extension Design {
    func addPublicationRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("design/:slug/publication") { _, context in
            _ = try context.require(.designer)
            let badge = try await badge(context.parameters.require("slug"))
            switch badge.status {
            case .draft:
                let ready = try await ready(badge.content.rule, badge)
                return site.response(PublicationQuestion(badge: badge, ready: ready).page(context.formFields), context)
            case .published:
                let isWorking = try await !learning.waitingForAwards(limit: 1).isEmpty
                let address = site.absolute("/badges/\(badge.slug)")
                let news = PublicationNews(badge: badge, address: address, isWorking: isWorking)
                return site.response(news.page, context)
            case .withdrawn: return Response.redirect(to: "/design/\(badge.slug)")
            }
        }
        router.post("design/:slug/publication") { request, context in
            let person = try context.require(.designer)
            let fields = try await forms.read(request, context).fields
            let badge = try await badge(context.parameters.require("slug"))
            return try await publish(badge, telling: Telling(rawValue: fields["telling"] ?? "") ?? .now, by: person)
        }
    }

    /// Publishes a badge that nobody has earned yet; asks first whether people are to be told where somebody has.
    func publish(_ badge: BadgeClass, by person: Person) async throws -> Response {
        let ready = try await ready(badge.content.rule, badge)
        guard (ready?.count ?? 0) == 0 else { return Response.redirect(to: "/design/\(badge.slug)/publication") }
        return try await publish(badge, telling: .now, by: person)
    }

    /// A page waits for a few awards; a job gives the many.
    private func publish(_ badge: BadgeClass, telling: Telling, by person: Person) async throws -> Response {
        let date = site.now()
        let count = try await ready(badge.content.rule, badge)?.count ?? 0
        _ = try await badges.set(.published, of: badge.slug, telling: telling, by: .person(person.id), at: date)
        if count <= AwardingJob.batch {
            try await awarding.run()
        } else {
            let payload = try JSONEncoder().encode(AwardWaiting.Payload(people: count))
            try await jobs.add(
                AwardWaiting.kind,
                payload: String(decoding: payload, as: UTF8.self),
                key: "\(AwardWaiting.kind).\(badge.id)",
                due: date,
                at: date
            )
        }
        return Response.redirect(to: "/design/\(badge.slug)/publication")
    }
}

/// Says who can claim the badge at once, and asks whether they are told.
struct PublicationQuestion {
    let badge: BadgeClass
    let ready: ReadyPeople?

    func page(_ formFields: HTML) -> Page {
        let title = Words.say(.publishNamed, ["badge": .text(badge.content.name)])
        let address = "/design/\(badge.slug)"
        return Page(
            title: title,
            section: .design,
            body: """
                \(PageHeading(title, lead: "\(ready.map(ReadyText.words) ?? Words[.readyByHand])"))
                <form class="card text" method="post" action="\(url: address)/publication">\(formFields)\
                \(question)<div class="row">\
                \(Button(Words[.publishBadge], kind: .main, isLarge: true))\
                \(ButtonLink(Words[.backToDraft], href: address, isLarge: true))</div></form>
                """
        )
    }

    /// Nobody can write to those who never signed in.
    private var question: RadioList? {
        guard (ready?.members ?? 0) > 0 else { return nil }
        return RadioList(
            name: "telling",
            label: Words[.tellThem],
            choices: [
                Choice(Telling.now.rawValue, Words[.tellNow], hint: Words[.tellNowHint]),
                Choice(Telling.monday.rawValue, Words[.tellMonday]),
                Choice(Telling.never.rawValue, Words[.tellNever], hint: Words[.tellNeverHint]),
            ],
            selected: Telling.now.rawValue
        )
    }
}

/// Says what happens now that a badge is published.
struct PublicationNews {
    private static let secondsToLookAgain = 2

    let badge: BadgeClass
    /// The badge's page, to be shared.
    let address: String
    /// Whether some who have earned it wait for it.
    let isWorking: Bool

    var page: Page {
        let title = Words.say(.publishedNamed, ["badge": .text(badge.content.name)])
        let link = CopyField(id: "address", label: Words[.linkToBadge], value: address)
        let next: HTML = """
            \(ButtonLink(Words[.lookAtIt], href: "/badges/\(badge.slug)", kind: .main, icon: .eye))\
            \(ButtonLink(Words[.seeHolders], href: "/design/\(badge.slug)/holders", icon: .people))\
            \(ButtonLink(Words[.newBadge], href: "/design/\(Design.newBadge)", icon: .plus))
            """
        return Page(
            title: title,
            section: .design,
            body: """
                \(PageHeading(title, lead: "\(Holders.text(badge.holders))"))
                <div class="stack text">\(picture)\(working)\(telling)<p>\(Words[badge.content.rule == nil ? .givenByHand : .earnedFromNow])</p>\
                \(link)<div class="row">\(next)</div></div>
                """,
            head: isWorking ? Self.again : .empty,
            pictureOrigins: Set([badge.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    private var picture: BadgeDrawing {
        BadgeDrawing(picture: badge.content.picture, slug: badge.slug.description, side: 120)
    }

    private var working: Notice? {
        guard isWorking else { return nil }
        return Notice(tone: .neutral, title: Words[.awardsOnTheWay], content: "\(Words[.awardsOnTheWayText])")
    }

    /// Only those hear of it who had earned it before.
    private var telling: HTML? {
        guard badge.holders > 0 || isWorking else { return nil }
        switch badge.telling {
        case .now: return "<p>\(Words[.toldNow])</p>"
        case .monday: return "<p>\(Words[.toldMonday])</p>"
        case .never: return "<p>\(Words[.toldNever])</p>"
        }
    }

    private static var again: HTML {
        """
        <meta name="laurel-reload" content="\(secondsToLookAgain * 1_000)">\
        <noscript><meta http-equiv="refresh" content="\(secondsToLookAgain)"></noscript>
        """
    }
}
