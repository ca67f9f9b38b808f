import Core
import Foundation

extension BadgeList {
    func page(
        _ found: BadgeFindings,
        _ filter: BadgeFilter,
        number: Int,
        held: Set<BadgeClass.ID>,
        isSignedIn: Bool
    ) -> Page {
        let count = max(1, (found.badges.count + Self.pageSize - 1) / Self.pageSize)
        let current = min(max(number, 1), count)
        let shown = Array(found.badges.dropFirst((current - 1) * Self.pageSize).prefix(Self.pageSize))
        let pages = Pagination(label: Words[.pagesOfBadges], current: current, count: count) { number in
            filter.address(page: number)
        }
        let search = SearchBox(
            label: Words[.searchBadges],
            action: "/badges",
            value: filter.text,
            filters: "list",
            keeping: filter.parameters
        )
        return Page(
            title: filter.text.isEmpty ? Words[.allBadges] : Words.say(.badgesFor, ["text": .text(filter.text)]),
            section: .badges,
            body: """
                \(PageHeading(Words[.badges], lead: Self.lead(found.badges.count, filter)))\
                <div class="row find">\(search)\(isSignedIn ? Self.holding(found, filter) : nil)</div>
                <div class="found">\(facets(found, filter))<div>\(active(filter))\(Self.list(shown, filter, held))\(pages)</div></div>
                """,
            caching: .shared,
            pictureOrigins: Set(shown.compactMap(\.content.picture.foreignOrigin))
        )
    }

    private static func lead(_ total: Int, _ filter: BadgeFilter) -> HTML {
        switch (total, filter.text.isEmpty) {
        case (_, true) where filter.isNarrow: "\(Words.say(.countOfBadges, ["count": .count(total)]))"
        case (0, true): "\(Words[.nothingPublished])"
        case (_, true): "\(Words.say(.canBeEarned, ["count": .count(total)]))"
        case (_, false):
            Words.html(
                .foundFor,
                ["count": "\(Words.current.number(total))", "text": "<b dir=\"auto\">\(filter.text)</b>"]
            )
        }
    }

    private static func list(_ badges: [BadgeClass], _ filter: BadgeFilter, _ held: Set<BadgeClass.ID>) -> HTML {
        guard !badges.isEmpty else { return nothing(filter).html }
        let tiles = badges.map { badge in
            BadgeTile(
                name: badge.content.name,
                href: "/badges/\(badge.slug)",
                picture: badge.content.picture.address(for: badge.slug),
                note: badge.holders == 0 ? nil : Holders.text(badge.holders),
                pill: held.contains(badge.id) ? Pill(Words[.yours], tone: .ok, icon: .check) : nil,
                level: 2
            )
        }
        return BadgeGrid(tiles: tiles, id: "list").html
    }

    private static func nothing(_ filter: BadgeFilter) -> EmptyState {
        let all = ButtonLink(Words[.showAllBadges], href: "/badges", kind: .main).html
        if filter.isNarrow {
            return EmptyState(title: Words[.findNone], text: Words[.findTakeOne], icon: .search, action: all)
        }
        if filter.text.isEmpty {
            return EmptyState(title: Words[.noBadgesAtAll], text: Words[.comeBack], icon: .medal)
        }
        let title = Words.say(.noMatch, ["text": .text(filter.text)])
        return EmptyState(title: title, text: Words[.tryAnotherWord], icon: .search, action: all)
    }
}
