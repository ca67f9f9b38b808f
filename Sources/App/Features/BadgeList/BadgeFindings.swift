import Core
import Foundation

/// The badges that pass a filter, and how many each other choice would show.
struct BadgeFindings {
    var badges: [BadgeClass] = []
    /// Without ``BadgeFilter/holding``: both numbers stand on the page.
    var all = 0
    var mine = 0
    /// By the tag without case and accents; the name is the spelling that came first.
    var topics: [String: (name: String, count: Int)] = [:]
    var levels: [Int: Int] = [:]
    var ways: [String: Int] = [:]

    /// - Parameter badges: that fit the search, by name.
    init(_ badges: [BadgeClass], _ filter: BadgeFilter, held: Set<BadgeClass.ID>) {
        let topic = filter.topic?.folded
        for badge in badges {
            let isMine = held.contains(badge.id)
            let ways = badge.ways
            var failed: BadgeFilter.Facet?
            var failures = 0
            func check(_ facet: BadgeFilter.Facet, _ passes: Bool) {
                guard !passes else { return }
                failed = facet
                failures += 1
            }
            check(.topic, topic.map { wanted in badge.content.tags.contains { $0.folded == wanted } } ?? true)
            check(.level, filter.level.map { $0 == badge.level } ?? true)
            check(.way, filter.way.map(ways.contains) ?? true)
            check(.holding, filter.holding.map { $0 == .mine ? isMine : !isMine } ?? true)
            guard failures <= 1 else { continue }
            if failed == nil { self.badges.append(badge) }
            func counts(_ facet: BadgeFilter.Facet) -> Bool { failed == nil || failed == facet }
            if counts(.topic) { add(badge.content.tags) }
            if counts(.level) { levels[badge.level, default: 0] += 1 }
            if counts(.way) { for way in ways { self.ways[way, default: 0] += 1 } }
            if counts(.holding) {
                all += 1
                mine += isMine ? 1 : 0
            }
        }
        sort(filter.order)
    }

    private mutating func add(_ tags: [String]) {
        for (folded, name) in Dictionary(tags.map { ($0.folded, $0) }, uniquingKeysWith: { first, _ in first }) {
            topics[folded, default: (name, 0)].count += 1
        }
    }

    /// Badges come by name; where two are equal in what is asked for, that stays.
    private mutating func sort(_ order: BadgeFilter.Order) {
        switch order {
        case .name: break
        case .newest: sort(by: { $0.publishedAt ?? $0.createdAt })
        case .holders: sort(by: \.holders)
        }
    }

    private mutating func sort(by key: (BadgeClass) -> some Comparable) {
        badges = badges.enumerated().map { (key($1), $0, $1) }
            .sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }
            .map { $0.2 }
    }
}

extension BadgeClass {
    /// 0 to 3; 0 also for pictures that we did not draw.
    fileprivate var level: Int {
        guard case .artwork(let artwork) = content.picture else { return 0 }
        return artwork.level.rawValue
    }

    /// Where the badge is earned: sources, or by hand.
    fileprivate var ways: Set<String> {
        guard let rule = content.rule else { return [BadgeFilter.byHand] }
        return Set(rule.requirements.map(\.activity.source.rawValue))
    }
}
