import Core

/// The links that narrow the list down.
extension BadgeList {
    private static let topicsShown = 10
    private static let topicsFolded = 90

    func facets(_ found: BadgeFindings, _ filter: BadgeFilter) -> FacetPanel {
        let lists = [
            Self.topics(found, filter), Self.levels(found, filter), ways(found, filter), Self.orders(found, filter),
        ]
        return FacetPanel(title: Words[.findFilters], lists: lists.compactMap(\.self))
    }

    /// Chips, for people who are signed in; strangers have no badges.
    static func holding(_ found: BadgeFindings, _ filter: BadgeFilter) -> FilterChips {
        func chip(_ title: String, _ holding: BadgeFilter.Holding?, _ count: Int) -> FilterChips.Chip {
            FilterChips.Chip(
                title: title,
                href: filter.with { $0.holding = holding }.address(),
                count: count,
                isCurrent: filter.holding == holding
            )
        }
        return FilterChips(
            label: Words[.findShow],
            chips: [
                chip(Words[.findAll], nil, found.all), chip(Words[.yours], .mine, found.mine),
                chip(Words[.findToEarn], .open, found.all - found.mine),
            ]
        )
    }

    /// What is chosen at the moment, to take away again.
    func active(_ filter: BadgeFilter) -> ActiveFilters {
        var chosen: [(title: String, href: String)] = []
        if let topic = filter.topic { chosen.append((topic, filter.with { $0.topic = nil }.address())) }
        if let level = filter.level { chosen.append((Self.name(level), filter.with { $0.level = nil }.address())) }
        if let way = filter.way { chosen.append((name(way), filter.with { $0.way = nil }.address())) }
        return ActiveFilters(filters: chosen, clear: TextLink(Words[.findClear], href: "/badges"))
    }

    private static func topics(_ found: BadgeFindings, _ filter: BadgeFilter) -> FacetList? {
        let current = filter.topic?.folded
        let sorted = found.topics.sorted { left, right in
            if (left.key == current) != (right.key == current) { return left.key == current }
            return left.value.count != right.value.count
                ? left.value.count > right.value.count : left.key < right.key
        }
        guard sorted.count > 1 || current != nil else { return nil }
        let choices = sorted.prefix(topicsShown + topicsFolded).map { key, topic in
            FacetList.Choice(
                title: topic.name,
                href: filter.with { $0.topic = key == current ? nil : topic.name }.address(),
                count: topic.count,
                isCurrent: key == current
            )
        }
        let rest = Array(choices.dropFirst(topicsShown))
        return FacetList(
            title: Words[.findTopic],
            choices: Array(choices.prefix(topicsShown)),
            more: rest.isEmpty ? nil : (Words.say(.findMoreTopics, ["count": .count(rest.count)]), rest)
        )
    }

    private static func levels(_ found: BadgeFindings, _ filter: BadgeFilter) -> FacetList? {
        guard found.levels.count > 1 || filter.level != nil else { return nil }
        let choices = found.levels.sorted { $0.key < $1.key }.map { level, count in
            FacetList.Choice(
                title: name(level),
                href: filter.with { $0.level = level == filter.level ? nil : level }.address(),
                count: count,
                isCurrent: level == filter.level
            )
        }
        return FacetList(title: Words[.findLevel], choices: choices)
    }

    private func ways(_ found: BadgeFindings, _ filter: BadgeFilter) -> FacetList? {
        guard found.ways.count > 1 || filter.way != nil else { return nil }
        let choices = found.ways.map { (way: $0.key, count: $0.value, name: name($0.key)) }
            .sorted {
                ($0.way == BadgeFilter.byHand ? 1 : 0, $0.name) < ($1.way == BadgeFilter.byHand ? 1 : 0, $1.name)
            }
            .map { way in
                FacetList.Choice(
                    title: way.name,
                    href: filter.with { $0.way = way.way == filter.way ? nil : way.way }.address(),
                    count: way.count,
                    isCurrent: way.way == filter.way
                )
            }
        return FacetList(title: Words[.findWhere], choices: choices)
    }

    private static func orders(_ found: BadgeFindings, _ filter: BadgeFilter) -> FacetList? {
        guard found.badges.count > 1 else { return nil }
        let choices = BadgeFilter.Order.allCases.map { order in
            FacetList.Choice(
                title: Words[words[order] ?? .findByName],
                href: filter.with { $0.order = order }.address(),
                isCurrent: order == filter.order
            )
        }
        return FacetList(title: Words[.findOrder], choices: choices)
    }

    private static let words: [BadgeFilter.Order: Phrase] = [
        .name: .findByName, .newest: .findNewest, .holders: .findMostHeld,
    ]

    private static func name(_ level: Int) -> String {
        level == 0 ? Words[.findNoLevel] : Words.say(.findLevelNumber, ["level": .count(level)])
    }

    private func name(_ way: String) -> String {
        way == BadgeFilter.byHand ? Words[.findByHand] : sourceNames[SourceID(way)] ?? way
    }
}
