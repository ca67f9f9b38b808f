import Core
import Foundation

/// The published badges, kept in memory.
///
/// A page never sees an old one: the store's revision, one read by primary key, is compared every time. Only the
/// number of holders may be old: a minute, where another process gave awards.
actor BadgeCatalogue {
    struct Snapshot: Sendable {
        var revision: Int
        /// By name.
        var badges: [BadgeClass]
        var bySlug: [Slug: BadgeClass]
        /// What the badges' activities are called, and where they are done.
        var activities: [ActivityRef: Activity]
        /// Which badges an activity counts for, as places in ``badges``.
        var placesByActivity: [ActivityRef: [Int]]
        /// The badges that learning earns, as places in ``badges``, with their ids.
        var earnable: [(place: Int, id: BadgeClass.ID)]
        var readAt: Date
    }

    private static let holdersAge: TimeInterval = 60
    private static let holdersAgeAfterAwards: TimeInterval = 1

    private let store: any BadgeStore
    private let learning: any LearningStore
    private let now: @Sendable () -> Date
    private var snapshot: Snapshot?
    private var hasNewAwards = false

    init(store: any BadgeStore, learning: any LearningStore, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.learning = learning
        self.now = now
    }

    func current() async throws -> Snapshot {
        let revision = try await store.revision()
        let age = hasNewAwards ? Self.holdersAgeAfterAwards : Self.holdersAge
        if let snapshot, snapshot.revision == revision, now() < snapshot.readAt + age { return snapshot }
        hasNewAwards = false
        let badges = try await store.badges(.published)
        let wanted = Set(badges.flatMap { $0.content.rule?.requirements.map(\.activity) ?? [] })
        let fresh = Snapshot(badges, try await learning.activities(wanted), revision: revision, readAt: now())
        snapshot = fresh
        return fresh
    }

    /// Says that people have badges that they did not have before.
    func awardsWereGiven() { hasNewAwards = true }
}

extension BadgeCatalogue.Snapshot {
    fileprivate init(
        _ badges: [BadgeClass],
        _ activities: [ActivityRef: Activity],
        revision: Int,
        readAt: Date
    ) {
        let withRules = badges.enumerated().compactMap { place, badge in
            badge.content.rule.map { (place: place, id: badge.id, rule: $0) }
        }
        self.init(
            revision: revision,
            badges: badges,
            bySlug: Dictionary(uniqueKeysWithValues: badges.map { ($0.slug, $0) }),
            activities: activities,
            placesByActivity: Dictionary(
                withRules.flatMap { badge in badge.rule.requirements.map { ($0.activity, [badge.place]) } },
                uniquingKeysWith: +
            ),
            earnable: withRules.map { ($0.place, $0.id) },
            readAt: readAt
        )
    }
}
