import Core
import Foundation

extension Home {
    func page(_ contents: Contents, isAfterClaim: Bool, _ context: PortalContext) -> Page {
        Page(
            title: "Your badges",
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
            ? Notice(tone: .ok, title: "It is yours.", content: "Open a badge to show it to others.", isAnswer: true)
                .html
            : nil
        return """
            \(PageHeading("Hello, \(contents.person.name)", lead: lead(contents)))\(claimed)
            \(claim(contents, organisation, formFields))\(going(contents, formFields))\(mine(contents))\(elsewhere(contents))\(couldEarn(contents))
            """
    }

    private static func lead(_ contents: Contents) -> HTML {
        let held = contents.held.count - contents.waiting.count
        let waiting = contents.waiting.count
        switch (held, waiting) {
        case (0, 0): return "You have no badges yet."
        case (0, 1): return "Your first badge is ready for you."
        case (0, _): return "\(waiting) badges are ready for you."
        case (_, 0): return "You have \(count(held, "badge"))."
        case (_, 1): return "You have \(count(held, "badge")), and one more is ready for you."
        default: return "You have \(count(held, "badge")), and \(waiting) more are ready for you."
        }
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    private static func claim(_ contents: Contents, _ organisation: String, _ formFields: HTML) -> HTML? {
        guard let first = contents.waiting.first else { return nil }
        let keep: HTML = "yours to keep, also if you leave <span dir=\"auto\">\(organisation)</span> one day."
        let others = contents.waiting.dropFirst().map(\.content.name)
        let text: HTML =
            if others.isEmpty {
                "You earned it on \(DateText(first.award.issuedOn)). Claim the badge and it is \(keep)"
            } else {
                "And with it <span dir=\"auto\">\(others.formatted(.list(type: .and)))</span>. Claim them and they are \(keep)"
            }
        return ClaimCard(
            id: "claim",
            name: first.content.name,
            picture: first.content.picture.address(for: first.slug),
            text: text,
            action: "/claims",
            fields: formFields,
            about: TextLink("What it says about you", href: "/awards/\(first.award.id)"),
            button: others.isEmpty ? "Claim badge" : "Claim all \(contents.waiting.count)"
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
                next: going.next.map {
                    TextLink($0.title, href: $0.link?.absoluteString ?? "/badges/\(going.badge.slug)")
                }
            )
        }
        return PageSection(
            id: "going",
            title: "Keep going",
            aside: age(contents, formFields),
            content: "<ul class=\"grid\">\(cards)</ul>"
        ).html
    }

    private static func left(_ standing: Standing) -> String {
        let left = standing.needed - standing.metCount
        return standing.needed == 1 ? "one step" : "\(left) of \(standing.needed) steps left"
    }

    private static func age(_ contents: Contents, _ formFields: HTML) -> HTML? {
        guard let knowledge = contents.knowledge else { return nil }
        let canRefresh = contents.now >= knowledge.asOf + PersonRefresh.pause
        let refresh: HTML? =
            if contents.isRefreshing {
                "<span class=\"small soft\">Looking for news; they show when you load the page again.</span>"
            } else if canRefresh {
                "<form method=\"post\" action=\"/refreshes\">\(formFields)\(Button("Refresh", kind: .quiet, icon: .refresh))</form>"
            } else {
                nil
            }
        return """
            <div class="row"><p class="small soft">From <span dir="auto">\(knowledge.source)</span>, \
            \(RelativeAge(knowledge.asOf, now: contents.now))</p>\(refresh)</div>
            """
    }

    private static func mine(_ contents: Contents) -> HTML {
        let content: HTML
        if contents.held.isEmpty {
            content =
                EmptyState(
                    title: "Nothing yet",
                    text: "Badges arrive here by themselves when you finish what they ask for.",
                    action: ButtonLink("See all badges", href: "/badges", kind: .main).html,
                    level: 3
                ).html
        } else {
            content = BadgeGrid(tiles: contents.held.map { tile($0, contents.now) }).html
        }
        return PageSection(id: "mine", title: "Your badges", aside: nil, content: content).html
    }

    private static func elsewhere(_ contents: Contents) -> HTML {
        let content: HTML =
            contents.imported.isEmpty
            ? """
            <p class="soft">Got a badge or a certificate somewhere else? \(TextLink("Keep it here", href: "/import")), beside these.</p>
            """
            : ForeignBadges(badges: contents.imported, now: contents.now).html
        let aside = contents.imported.isEmpty ? nil : TextLink("Add another", href: "/import").html
        return PageSection(id: "elsewhere", title: "From elsewhere", aside: aside, content: content).html
    }

    static func tile(_ held: HeldAward, _ now: Date) -> BadgeTile {
        BadgeTile(
            name: held.content.name,
            href: "/awards/\(held.award.id)",
            picture: held.content.picture.address(for: held.slug),
            date: held.award.issuedOn,
            pill: pill(held.award, now)
        )
    }

    private static func pill(_ award: Award, _ now: Date) -> Pill? {
        switch award.verdict(at: now) {
        case .revoked: return Pill("Taken back", tone: .bad, icon: .cross)
        case .suspended: return Pill("On hold", tone: .warn, icon: .clock)
        case .superseded: return Pill("Replaced", tone: .warn, icon: .clock)
        case .expired: return Pill("Ran out", tone: .warn, icon: .clock)
        case .notYetValid: return Pill("Not yet", tone: .warn, icon: .clock)
        case .valid:
            guard let expires = award.expires, expires < now + 30 * 24 * 3_600 else { return nil }
            let days = Int(expires.timeIntervalSince(now) / (24 * 3_600))
            return Pill(days < 1 ? "Ends today" : "Ends in \(count(days, "day"))", tone: .warn, icon: .clock)
        }
    }

    private static func couldEarn(_ contents: Contents) -> HTML? {
        guard !contents.couldEarn.isEmpty else { return nil }
        let cards = contents.couldEarn.map { badge in
            CouldEarnCard(
                name: badge.content.name,
                href: "/badges/\(badge.slug)",
                picture: badge.content.picture.address(for: badge.slug),
                text: badge.content.description,
                note: Holders.text(badge.holders)
            )
        }
        return PageSection(
            id: "could-earn",
            title: "You could earn",
            aside: TextLink("All \(count(contents.badgeCount, "badge"))", href: "/badges").html,
            content: "<ul class=\"grid\">\(cards)</ul>"
        ).html
    }
}
