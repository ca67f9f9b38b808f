import Core
import Hummingbird

/// Finds badges and people.
///
/// `GET /search?q=…`, for people who are signed in. People are found by name alone: who searches must not learn addresses.
struct Search {
    private static let badgeLimit = 12
    private static let peopleLimit = 12

    let site: Site
    let catalogue: BadgeCatalogue
    let sharing: any SharingStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("search") { request, context in
            _ = try context.requirePerson()
            let text = String((request.queryFields["q"] ?? "").trimmed.prefix(100))
            guard !text.isEmpty else { return site.response(Self.page("", [], []), context) }
            let badges = BadgeSearch.search(try await catalogue.current().badges, text)
            let people = try await sharing.people(named: text, limit: Self.peopleLimit)
            return site.response(
                Self.page(text, Array(badges.prefix(Self.badgeLimit)), people, badgeCount: badges.count),
                context
            )
        }
    }

    private static func page(_ text: String, _ badges: [BadgeClass], _ people: [Person], badgeCount: Int = 0) -> Page {
        Page(
            title: text.isEmpty ? Words[.searchWord] : Words.say(.searchFor, ["text": .text(text)]),
            body: """
                \(PageHeading(Words[.searchWord]))\(SearchBox(label: Words[.searchAll], action: "/search", value: text))
                \(results(text, badges, people, badgeCount))
                """,
            pictureOrigins: Set(badges.compactMap(\.content.picture.foreignOrigin))
        )
    }

    private static func results(_ text: String, _ badges: [BadgeClass], _ people: [Person], _ badgeCount: Int) -> HTML?
    {
        guard !text.isEmpty else { return nil }
        if badges.isEmpty && people.isEmpty {
            return EmptyState(
                title: Words.say(.searchNothing, ["text": .text(text)]),
                text: Words[.searchTryPart],
                icon: .search,
                action: ButtonLink(Words[.showAllBadges], href: "/badges", kind: .main).html
            ).html
        }
        return "\(badgeSection(text, badges, badgeCount))\(peopleSection(people))"
    }

    private static func badgeSection(_ text: String, _ badges: [BadgeClass], _ count: Int) -> PageSection? {
        guard !badges.isEmpty else { return nil }
        let tiles = badges.map { badge in
            BadgeTile(
                name: badge.content.name,
                href: "/badges/\(badge.slug)",
                picture: badge.content.picture.address(for: badge.slug)
            )
        }
        let all: HTML? =
            count > badges.count
            ? TextLink(Words.say(.allCount, ["count": .count(count)]), href: "/badges?q=\(URLText.query(text))").html
            : nil
        return PageSection(id: "badges", title: Words[.badges], aside: all, content: BadgeGrid(tiles: tiles).html)
    }

    private static func peopleSection(_ people: [Person]) -> PageSection? {
        guard !people.isEmpty else { return nil }
        let rows = people.map { LinkList.Row(title: $0.name, href: "/people/\($0.id)", icon: .person) }
        return PageSection(
            id: "people",
            title: Words[.peopleWord],
            aside: nil,
            content: "<div class=\"card\">\(LinkList(rows))</div>"
        )
    }
}
