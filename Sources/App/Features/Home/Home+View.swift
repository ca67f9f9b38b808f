import Core
import Foundation

extension Home {
    private static let shownTiles = 8

    func page(_ contents: Contents, isAfterClaim: Bool, _ context: PortalContext) -> Page {
        Page(
            title: Words[.yourBadges],
            section: .home,
            body: Self.view(contents, organisation: site.organisation, isAfterClaim: isAfterClaim, context.formFields),
            pictureOrigins: Set(
                (contents.held.map(\.content) + contents.going.map(\.badge.content) + contents.couldEarn.map(\.content))
                    .compactMap(\.picture.foreignOrigin)
            )
        )
    }

    static func view(_ contents: Contents, organisation: String, isAfterClaim: Bool, _ formFields: HTML) -> HTML {
        let claimed: HTML? =
            isAfterClaim
            ? Notice(tone: .ok, title: Words[.itIsYours], content: "\(Words[.openToShow])", isAnswer: true)
                .html
            : nil
        return """
            \(PageHeading(Words.say(.hello, ["person": .text(contents.person.name)]), lead: lead(contents)))\(claimed)
            \(claim(contents, organisation, formFields))\(going(contents, formFields))\(mine(contents))\(elsewhere(contents))\(couldEarn(contents))
            """
    }

    private static func lead(_ contents: Contents) -> HTML {
        let held = contents.held.count { $0.award.revocation == nil } - contents.waiting.count
        let waiting = contents.waiting.count
        switch (held, waiting) {
        case (0, 0): return "\(Words[.noBadgesYet])"
        case (0, 1): return "\(Words[.firstIsReady])"
        case (0, _): return "\(Words.say(.readyForYou, ["count": .count(waiting)]))"
        case (_, 0): return "\(Words.say(.youHave, ["count": .count(held)]))"
        default:
            return "\(Words.say(.youHaveAndMore, ["held": .count(held), "count": .count(waiting)]))"
        }
    }

    private static func claim(_ contents: Contents, _ organisation: String, _ formFields: HTML) -> HTML? {
        guard let first = contents.waiting.first else { return nil }
        let others = contents.waiting.dropFirst().map(\.content.name)
        let text = Words.html(
            others.isEmpty ? .claimOne : .claimMany,
            [
                "date": DateText(first.award.issuedOn).html,
                "organisation": "<span dir=\"auto\">\(organisation)</span>",
                "others": "<span dir=\"auto\">\(Words.current.list(others))</span>",
            ]
        )
        return ClaimCard(
            id: "claim",
            name: first.content.name,
            picture: first.content.picture.address(for: first.slug),
            text: text,
            action: "/claims",
            fields: formFields,
            about: TextLink(Words[.whatItSays], href: "/awards/\(first.award.id)"),
            button: others.isEmpty
                ? Words[.claimBadge] : Words.say(.claimAll, ["count": .count(contents.waiting.count)])
        ).html
    }

    private static func going(_ contents: Contents, _ formFields: HTML) -> HTML? {
        guard !contents.going.isEmpty else { return nil }
        let cards = contents.going.map { going in
            ProgressCard(
                name: going.badge.content.name,
                href: "/badges/\(going.badge.slug)",
                picture: going.badge.content.picture.address(for: going.badge.slug),
                percent: going.standing.percent.whole,
                left: left(going.standing),
                next: next(going)
            )
        }
        return PageSection(
            id: "going",
            title: Words[.keepGoing],
            aside: age(contents, formFields),
            content: "<ul class=\"grid\">\(cards)</ul>"
        ).html
    }

    /// nil for a step of the badge's own name that leads nowhere else: the card says that already.
    private static func next(_ going: Going) -> TextLink? {
        guard let next = going.next, next.link != nil || next.title != going.badge.content.name else { return nil }
        return TextLink(next.title, href: next.link?.absoluteString ?? "/badges/\(going.badge.slug)")
    }

    private static func left(_ standing: Standing) -> String {
        let left = standing.needed - standing.metCount
        return standing.needed == 1
            ? Words[.oneStep]
            : Words.say(.stepsLeft, ["left": .count(left), "total": .count(standing.needed)])
    }

    private static func age(_ contents: Contents, _ formFields: HTML) -> HTML? {
        guard let knowledge = contents.knowledge else { return nil }
        let canRefresh = contents.now >= knowledge.asOf + PersonRefresh.pause
        let refresh: HTML? =
            if contents.isRefreshing {
                "<span class=\"small soft\">\(Words[.lookingForNews])</span>"
            } else if canRefresh {
                "<form method=\"post\" action=\"/refreshes\">\(formFields)\(Button(Words[.refresh], kind: .quiet, icon: .refresh))</form>"
            } else {
                nil
            }
        let source = Words.html(
            .fromSource,
            [
                "source": "<span dir=\"auto\">\(knowledge.source)</span>",
                "age": RelativeAge(knowledge.asOf, now: contents.now).html,
            ]
        )
        return "<div class=\"row\"><p class=\"small soft\">\(source)</p>\(refresh)</div>"
    }

    /// Without those that stand in the card above, waiting to be taken.
    private static func mine(_ contents: Contents) -> HTML? {
        let waiting = Set(contents.waiting.map(\.award.id))
        let taken = contents.held.filter { !waiting.contains($0.award.id) }
        guard !taken.isEmpty || waiting.isEmpty else { return nil }
        let content: HTML
        if taken.isEmpty {
            content =
                EmptyState(
                    title: Words[.nothingYet],
                    text: Words[.arriveByThemselves],
                    action: ButtonLink(Words[.seeAllBadges], href: "/badges", kind: .main).html,
                    level: 3
                ).html
        } else {
            let tiles = taken.map { tile($0, contents.now) }
            content = "\(BadgeGrid(tiles: Array(tiles.prefix(shownTiles))))\(older(tiles.dropFirst(shownTiles)))"
        }
        return PageSection(id: "mine", title: Words[.yourBadges], aside: nil, content: content).html
    }

    /// Folded away, and not fetched before somebody looks: many badges cost no more than a few.
    private static func older(_ tiles: ArraySlice<BadgeTile>) -> HTML? {
        guard !tiles.isEmpty else { return nil }
        let lazy = tiles.map { tile in
            var tile = tile
            tile.isLazy = true
            return tile
        }
        let title = Words.say(.olderBadges, ["count": .count(tiles.count)])
        return "<details><summary>\(title)</summary>\(BadgeGrid(tiles: lazy))</details>"
    }

    private static func elsewhere(_ contents: Contents) -> HTML {
        let content: HTML =
            contents.imported.isEmpty
            ? """
            <p class="soft">\(Words[.gotElsewhere]) \(TextLink(Words[.keepBeside], href: "/import"))</p>
            """
            : ForeignBadges(badges: contents.imported, now: contents.now).html
        let aside = contents.imported.isEmpty ? nil : TextLink(Words[.addAnother], href: "/import").html
        return PageSection(id: "elsewhere", title: Words[.fromElsewhere], aside: aside, content: content).html
    }

    static func tile(_ held: HeldAward, _ now: Date) -> BadgeTile {
        BadgeTile(
            name: held.content.name,
            href: "/me/awards/\(held.award.id)",
            picture: held.content.picture.address(for: held.slug),
            date: held.award.issuedOn,
            pill: pill(held.award, now)
        )
    }

    private static func pill(_ award: Award, _ now: Date) -> Pill? {
        switch award.verdict(at: now) {
        case .revoked: return Pill(Words[.stateTakenBack], tone: .bad, icon: .cross)
        case .suspended: return Pill(Words[.onHoldShort], tone: .warn, icon: .clock)
        case .superseded: return Pill(Words[.stateReplaced], tone: .warn, icon: .clock)
        case .expired: return Pill(Words[.stateRanOut], tone: .warn, icon: .clock)
        case .notYetValid: return Pill(Words[.stateNotYet], tone: .warn, icon: .clock)
        case .valid:
            guard let expires = award.expires, expires < now + 30 * 24 * 3_600 else { return nil }
            let days = Int(expires.timeIntervalSince(now) / (24 * 3_600))
            return Pill(
                days < 1 ? Words[.endsToday] : Words.say(.endsInDays, ["count": .count(days)]),
                tone: .warn,
                icon: .clock
            )
        }
    }

    private static func couldEarn(_ contents: Contents) -> HTML? {
        guard !contents.couldEarn.isEmpty else { return nil }
        let cards = contents.couldEarn.map(CouldEarnCard.init(badge:))
        return PageSection(
            id: "could-earn",
            title: Words[.couldEarn],
            aside: TextLink(Words.say(.allCount, ["count": .count(contents.badgeCount)]), href: "/badges").html,
            content: "<ul class=\"grid\">\(cards)</ul>"
        ).html
    }
}
