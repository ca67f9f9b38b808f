import Core
import Foundation

/// The published badges, kept in memory.
///
/// A page never sees an old one: the store's revision, one read by primary key, is compared every time. Only the
/// number of holders may be old: a minute, or a second after this process gave awards.
actor BadgeCatalogue {
    struct Snapshot: Sendable {
        var revision: Int
        /// By name.
        var badges: [BadgeClass]
        var bySlug: [Slug: BadgeClass]
        /// What the badges' activities are called, and where they are done.
        var activities: [ActivityRef: Activity]
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
        let fresh = Snapshot(
            revision: revision,
            badges: badges,
            bySlug: Dictionary(uniqueKeysWithValues: badges.map { ($0.slug, $0) }),
            activities: try await learning.activities(wanted),
            readAt: now()
        )
        snapshot = fresh
        return fresh
    }

    /// Says that people have badges that they did not have before.
    func awardsWereGiven() { hasNewAwards = true }
}
