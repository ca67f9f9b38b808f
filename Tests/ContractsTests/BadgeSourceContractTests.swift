import Contracts
import Core
import Foundation
import Testing

@Suite("The badge source contract") struct BadgeSourceContractTests {
    @Test("is kept by the fake source, whatever the size of its pages", arguments: [1, 2, 3, 100])
    func fake(pageSize: Int) async throws {
        let activities = (1...3).map { number in
            Activity(ref: ActivityRef(source: "fake", id: ID("a\(number)")), kind: .course, title: "Activity \(number)")
        }
        let facts = try (1...3).map { try fact("r\($0)", completedAt: .distantPast) }
        try await checkBadgeSource(FakeBadgeSource(activities: activities, facts: facts, pageSize: pageSize))
    }

    @Test("is broken by facts that cannot be true") func facts() async throws {
        try await isBroken(by: [fact("r", state: .completed)])
        try await isBroken(by: [fact("r", state: .inProgress, completedAt: .distantPast)])
        try await isBroken(by: [fact("")])
        try await isBroken(by: [ProgressFact(recordID: "r", activity: "a", person: [], state: .inProgress)])
        try await isBroken(by: [])
    }

    @Test("is broken by a feed that goes round in circles") func circles() async {
        await isBroken(by: Feed { ChangePage(FactBatch(), next: $0 ?? "start", hasMore: true) })
    }

    @Test("is broken by a feed that says something else every time") func unstable() async throws {
        let fact = try fact("r")
        await isBroken(
            by: Feed { _ in
                let other = ProgressFact(
                    recordID: UUID().uuidString,
                    activity: "a",
                    person: fact.person,
                    state: .inProgress
                )
                return ChangePage(FactBatch([other]), next: "end", hasMore: false)
            }
        )
    }

    @Test("is broken by a source that shows its key or does not answer") func answers() async throws {
        let good = FactBatch([try fact("r")])
        let page: Feed.Page = { _ in ChangePage(good, next: "end", hasMore: false) }
        try await checkBadgeSource(Feed(page: page), secrets: ["canary"])
        await isBroken(by: Feed(key: "canary", page: page))
        await isBroken(by: Feed(health: SourceHealth(.down, "It is down."), page: page))
        await isBroken(by: Feed(health: SourceHealth(.healthy, ""), page: page))
    }

    private func fact(
        _ recordID: String,
        state: ProgressFact.State? = nil,
        completedAt: Date? = nil
    ) throws -> ProgressFact {
        ProgressFact(
            recordID: recordID,
            activity: "a",
            person: [try #require(PersonKey(.email, "ada@acme.example"))],
            state: state ?? (completedAt == nil ? .inProgress : .completed),
            completedAt: completedAt
        )
    }

    private func isBroken(by facts: [ProgressFact]) async throws {
        await isBroken(by: Feed { _ in ChangePage(FactBatch(facts), next: "end", hasMore: false) })
    }

    private func isBroken(by source: some BadgeSource) async {
        await withKnownIssue { try await checkBadgeSource(source, secrets: ["canary"]) }
    }
}

private struct Feed: ChangeFeedSource {
    typealias Page = @Sendable (SyncCursor?) throws(SourceError) -> ChangePage

    let id: SourceID = "feed"
    let name = "Feed"
    let key: String
    let health: SourceHealth
    let page: Page

    init(
        key: String = "",
        health: SourceHealth = SourceHealth(.healthy, "It answers."),
        page: @escaping Page
    ) {
        self.key = key
        self.health = health
        self.page = page
    }

    func check() async -> SourceHealth { health }
    func changes(after cursor: SyncCursor?) async throws(SourceError) -> ChangePage { try page(cursor) }
}
