import Core
import Foundation

@testable import App

extension Sample {
    static var badgeList: HTML {
        let search = SearchBox(label: "Search badges", action: "/badges.html", filters: "list")
        let chips = FilterChips(
            label: "Topic",
            chips: [
                FilterChips.Chip(title: "All topics", href: "/badges.html", count: 64, isCurrent: true),
                FilterChips.Chip(title: "Security", href: "/badges.html?topic=security", count: 12),
                FilterChips.Chip(title: "Leadership", href: "/badges.html?topic=leadership", count: 9),
                FilterChips.Chip(title: "Data", href: "/badges.html?topic=data", count: 17),
            ]
        )
        let pages = Pagination(label: "Pages of badges", current: 2, count: 9) { "/badges.html?page=\($0)" }
        return page(
            "Badges",
            current: "badges",
            """
            \(PageHeading("Badges", lead: "64 badges that people at Meridian can earn."))
            \(search)\(chips)\(BadgeGrid(tiles: everyBadge, id: "list"))\(pages)
            """
        )
    }

    static var badge: HTML {
        page(
            "Kubernetes Operator",
            current: "badges",
            """
            \(hero)
            <div class="split"><div class="stack">\(Card(id: "steps", title: "How to earn it", content: steps))\
            \(Card(id: "skills", title: "Skills", content: TagList(tags: skills).html))</div>\
            <div class="stack">\(Card(id: "facts", title: "In short", content: shortFacts))\
            \(EmptyState(title: "Nobody in your team has it", text: "You would be the first.", icon: .people))</div></div>
            """
        )
    }

    private static var hero: Hero {
        Hero(
            title: "Kubernetes Operator",
            picture: "/img/kubernetes-operator.svg",
            above: "Level 3 of 3",
            lead: "Runs clusters that other people rely on, and gets them back on their feet at three in the morning.",
            actions: """
                \(ButtonLink("Continue: Network policies", href: "/badge.html", kind: .main, isLarge: true))\
                <span class="soft small">35 min</span>
                """
        )
    }

    static let skills = ["Kubernetes", "Networking", "Incident response", "Observability", "تخطيط السعة"]

    private static var steps: HTML {
        let done = StepList.Step(
            title: "Pods and services",
            href: "/badge.html",
            note: "Done on \(DateText(day(60)))",
            state: .done
        )
        let second = StepList.Step(
            title: "Storage",
            href: "/badge.html",
            note: "Done on \(DateText(day(31)))",
            state: .done
        )
        let next = StepList.Step(title: "Network policies", href: "/badge.html", note: "35 min", state: .next)
        let last = StepList.Step(title: "Practical exam, 90 minutes", note: "After all courses")
        return """
            <p class="small soft">72% done, as of \(RelativeAge(now.addingTimeInterval(-1_080), now: now))</p>\
            \(ProgressBar(label: "Progress", value: 72, total: 100))\(StepList([done, second, next, last]))
            """
    }

    private static var shortFacts: HTML {
        FactsList([
            FactsList.Fact("Awarded by", text: "Meridian Group"),
            FactsList.Fact("Takes", text: "About 14 hours"),
            FactsList.Fact("Good for", text: "2 years"),
            FactsList.Fact("Holders", "1,204"),
        ]).html
    }
}
