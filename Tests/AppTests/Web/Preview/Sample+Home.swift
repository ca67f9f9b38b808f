import Core
import Foundation

@testable import App

extension Sample {
    static var home: HTML {
        page(
            "Your badges",
            current: "home",
            """
            \(PageHeading("Hello, Priya", lead: "You have 8 badges, and one more is ready for you."))
            \(ClaimCard(
                id: "claim", name: "Cloud Security Practitioner", picture: "/img/cloud-security.svg",
                text: claimText, action: "/claim", about: TextLink("What it says about you", href: "/badge.html")
            ))
            \(PageSection(id: "going", title: "Keep going", aside: age, content: going))
            \(PageSection(id: "mine", title: "Your badges", aside: chips.html, content: BadgeGrid(tiles: mine).html))
            \(PageSection(id: "could", title: "You could earn", aside: TextLink("All 64 badges", href: "/badges.html").html, content: could))
            """
        )
    }

    private static var claimText: HTML {
        """
        You finished the last course of Secure Cloud Basics on \(DateText(day(3))). Claim the badge and it is yours to \
        keep, also if you leave Meridian one day.
        """
    }

    private static var age: HTML {
        "<p class=\"small soft\">From Pathgather, \(RelativeAge(now.addingTimeInterval(-1_080), now: now))</p>"
    }

    private static var going: HTML {
        let cards = [
            ProgressCard(
                name: "Kubernetes Operator",
                href: "/badge.html",
                picture: "/img/kubernetes-operator.svg",
                percent: 72,
                left: "2 of 7 courses left",
                next: TextLink("Network policies", href: "/badge.html"),
                nextTakes: "35 min"
            ),
            ProgressCard(
                name: "AI Literacy",
                href: "/badge.html",
                picture: "/img/ai-literacy.svg",
                percent: 50,
                left: "2 of 4 courses left",
                next: TextLink("When not to trust a model", href: "/badge.html"),
                nextTakes: "20 min"
            ),
            ProgressCard(
                name: "قيادة شاملة للجميع",
                href: "/badge.html",
                picture: "/img/inclusive-leader.svg",
                percent: 0,
                left: "11 of 11 courses left",
                next: TextLink("Running a fair meeting", href: "/badge.html"),
                nextTakes: "15 min"
            ),
        ]
        return "<ul class=\"grid\">\(cards)</ul>"
    }

    private static var chips: FilterChips {
        FilterChips(
            label: "Show",
            chips: [
                FilterChips.Chip(title: "All", href: "/home.html", count: 8, isCurrent: true),
                FilterChips.Chip(title: "Meridian", href: "/home.html?from=meridian", count: 6),
                FilterChips.Chip(title: "Elsewhere", href: "/home.html?from=elsewhere", count: 2),
            ]
        )
    }

    static var mine: [BadgeTile] {
        let ends = Pill("Ends in 8 days", tone: .warn, icon: .clock)
        return [
            tile("Data Storytelling", "data-storytelling", 42),
            tile("Incident Commander", "incident-commander", 81),
            tile("Privacy Aware", "privacy-aware", 175, ends),
            tile("Mentor", "mentor", 198),
            tile("Negotiation", "negotiation", 279),
            tile("Networking Associate", "networking", 297, Pill("Contoso", icon: .seal, prefix: "Genuine, issued by")),
            tile("Green IT", "green-it", 356),
            tile("First Aid at Work", "first-aid", 620, Pill("Red Cross", icon: .seal, prefix: "Genuine, issued by")),
        ]
    }

    private static func tile(_ name: String, _ slug: String, _ daysAgo: Int, _ pill: Pill? = nil) -> BadgeTile {
        BadgeTile(name: name, href: "/verify.html", picture: "/img/\(slug).svg", date: day(daysAgo), pill: pill)
    }

    private static var could: HTML {
        let cards = [
            CouldEarnCard(
                name: "Accessibility Champion",
                href: "/badge.html",
                picture: "/img/accessibility.svg",
                text: "Build things that everyone can use.",
                note: "About 6 hours. 412 colleagues have it"
            ),
            CouldEarnCard(
                name: "Swift on the Server",
                href: "/badge.html",
                picture: "/img/swift-server.svg",
                text: "Ship a service that stays up.",
                note: "About 11 hours. 87 colleagues have it"
            ),
            CouldEarnCard(
                name: "Green IT, level 2",
                href: "/badge.html",
                picture: "/img/green-it.svg",
                text: "Measure and cut what your service burns.",
                note: "About 3 hours. 1,204 colleagues have it"
            ),
        ]
        return "<ul class=\"grid\">\(cards)</ul>"
    }

    static var everyBadge: [BadgeTile] {
        badges.map { slug, artwork in
            BadgeTile(
                name: slug.split(separator: "-").map(\.capitalized).joined(separator: " "),
                href: "/badge.html",
                picture: "/img/\(slug).svg",
                note: "About \(3 + slug.utf8.count % 9) hours",
                level: 2
            )
        }
    }
}
