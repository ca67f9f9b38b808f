import Foundation
import Core

extension BadgeList {
    func page(_ found: [BadgeClass], text: String, number: Int, held: Set<BadgeClass.ID>) -> Page {
        let count = max(1, (found.count + Self.pageSize - 1) / Self.pageSize)
        let current = min(max(number, 1), count)
        let shown = Array(found.dropFirst((current - 1) * Self.pageSize).prefix(Self.pageSize))
        return Page(
            title: text.isEmpty ? Words[.allBadges] : Words.say(.badgesFor, ["text": .text(text)]),
            section: .badges,
            body: Self.view(shown, of: found.count, text: text, page: (current, count), held: held),
            caching: .shared,
            pictureOrigins: Set(shown.compactMap(\.content.picture.foreignOrigin))
        )
    }

    static func view(
        _ badges: [BadgeClass],
        of total: Int,
        text: String,
        page: (current: Int, count: Int),
        held: Set<BadgeClass.ID>
    ) -> HTML {
        let pages = Pagination(label: Words[.pagesOfBadges], current: page.current, count: page.count) { number in
            "/badges?page=\(number)\(text.isEmpty ? "" : "&q=\(URLText.query(text))")"
        }
        return """
            \(PageHeading(Words[.badges], lead: lead(total, text)))
            \(SearchBox(label: Words[.searchBadges], action: "/badges", value: text, filters: "list"))
            \(list(badges, text, held))\(pages)
            """
    }

    private static func lead(_ total: Int, _ text: String) -> HTML {
        switch (total, text.isEmpty) {
        case (0, true): "\(Words[.nothingPublished])"
        case (_, true): "\(Words.say(.canBeEarned, ["count": .count(total)]))"
        case (_, false):
            Words.html(.foundFor, ["count": "\(Words.current.number(total))", "text": "<b dir=\"auto\">\(text)</b>"])
        }
    }

    private static func list(_ badges: [BadgeClass], _ text: String, _ held: Set<BadgeClass.ID>) -> HTML {
        if badges.isEmpty {
            return EmptyState(
                title: text.isEmpty ? Words[.noBadgesAtAll] : Words.say(.noMatch, ["text": .text(text)]),
                text: Words[text.isEmpty ? .comeBack : .tryAnotherWord],
                icon: text.isEmpty ? .medal : .search,
                action: text.isEmpty ? nil : ButtonLink(Words[.showAllBadges], href: "/badges", kind: .main).html
            ).html
        }
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
}
