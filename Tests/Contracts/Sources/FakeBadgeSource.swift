package import Core
import Foundation

/// A source that says what a test tells it to: pages of two, and any failure.
package actor FakeBadgeSource: CatalogueSource, PersonProgressSource, ChangeFeedSource {
    package nonisolated let id: SourceID
    package nonisolated let name: String
    package var activities: [Activity]
    /// In the order in which they happened; a change is a further fact of the same record.
    package var facts: [ProgressFact]
    package var health = SourceHealth(.healthy, "It answers.")
    /// Thrown by everything but ``check()``.
    package var failure: SourceError?
    /// How often it was asked.
    package private(set) var calls = 0

    private let pageSize: Int

    package init(
        id: SourceID = "fake",
        name: String = "Fake source",
        activities: [Activity] = [],
        facts: [ProgressFact] = [],
        pageSize: Int = 2
    ) {
        self.id = id
        self.name = name
        self.activities = activities
        self.facts = facts
        self.pageSize = pageSize
    }

    /// Changes what it says from now on.
    package func change(_ change: @Sendable (isolated FakeBadgeSource) -> Void) { change(self) }

    package func check() async -> SourceHealth { health }

    package func catalogue(after page: PageToken?) async throws(SourceError) -> CataloguePage {
        let (part, end) = try part(of: activities, from: page?.rawValue)
        return CataloguePage(Array(part), next: end < activities.count ? ID("\(end)") : nil)
    }

    package func progress(of keys: [PersonKey]) async throws(SourceError) -> PersonProgress {
        try answer()
        let known = facts.filter { !Set($0.person).isDisjoint(with: keys) }
        guard !known.isEmpty else { throw .personUnknown }
        return PersonProgress(FactBatch(known), asOf: known.compactMap(\.changedAt).max() ?? .distantPast)
    }

    package func changes(after cursor: SyncCursor?) async throws(SourceError) -> ChangePage {
        let (part, end) = try part(of: facts, from: cursor?.rawValue)
        return ChangePage(FactBatch(Array(part)), next: ID("\(end)"), hasMore: end < facts.count)
    }

    private func part<Element>(
        of all: [Element],
        from start: String?
    ) throws(SourceError) -> (ArraySlice<Element>, end: Int) {
        try answer()
        guard let start = Int(start ?? "0"), (0...all.count).contains(start) else { throw .cursorExpired }
        let part = all[start...].prefix(pageSize)
        return (part, part.endIndex)
    }

    private func answer() throws(SourceError) {
        calls += 1
        if let failure { throw failure }
    }
}
