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
        let person = try fact("r").person
        #expect(await Self.broken(by: [try fact("r", state: .completed)]) == [.completions])
        #expect(await Self.broken(by: [try fact("r", state: .inProgress, completedAt: .distantPast)]) == [.completions])
        #expect(await Self.broken(by: [try fact("")]) == [.facts])
        let nobody = ProgressFact(recordID: "r", activity: "a", person: [], state: .inProgress)
        #expect(await Self.broken(by: [nobody]) == [.facts])
        let nothing = ProgressFact(recordID: "r", activity: "", person: person, state: .inProgress)
        #expect(await Self.broken(by: [nothing]) == [.facts])
        #expect(await Self.broken(by: []) == [.changes])
    }

    @Test("is broken by a feed that goes round in circles") func circles() async {
        let feed = Feed { ChangePage(FactBatch(), next: $0 ?? "start", hasMore: true) }
        #expect(await Self.broken(by: feed) == [.changes, .changePages])
    }

    @Test("is broken by a feed that says something else every time, or fails") func unstable() async throws {
        let person = try fact("r").person
        let feed = Feed { _ in
            let id = UUID().uuidString
            let other = ProgressFact(recordID: id, activity: "a", person: person, state: .inProgress)
            return ChangePage(FactBatch([other]), next: "end", hasMore: false)
        }
        #expect(await Self.broken(by: feed) == [.changesAgain, .changesSince])
        let failing = Feed { _ throws(SourceError) in throw .malformed("<html>") }
        #expect(await Self.broken(by: failing) == [.changes, .unknownCursor])
    }

    @Test("is broken by a source that shows its key or does not answer") func answers() async throws {
        let good = FactBatch([try fact("r")])
        let page: Feed.Page = { _ in ChangePage(good, next: "end", hasMore: false) }
        #expect(await Self.broken(by: Feed(page: page)) == [])
        #expect(await Self.broken(by: Feed(key: "canary", page: page)) == [.secrets])
        #expect(await Self.broken(by: Feed(health: SourceHealth(.down, "It is down."), page: page)) == [.answer])
        #expect(await Self.broken(by: Feed(health: SourceHealth(.healthy, ""), page: page)) == [.message])
    }

    @Test("tells the first few faults of a rule, and never a key") func examples() async throws {
        let facts = try (1...9).map { try fact("r\($0) 🐍", state: .completed) }
        let source = Feed(health: SourceHealth(.down, "401 for canary")) { _ in
            ChangePage(FactBatch(facts), next: "end", hasMore: false)
        }
        let report = await Conformance(secrets: ["canary"]).examine(source)
        let completions = try #require(report.answers.first { $0.rule == .completions })
        #expect(completions.count == 9 && completions.faults == 9)
        #expect(completions.examples == ["record r1 🐍", "record r2 🐍", "record r3 🐍"])
        #expect(report.answers.first { $0.rule == .answer }?.examples == ["401 for …"])
        #expect(report.answers.first { $0.rule == .delivery }?.count == 0)
    }

    @Test("makes an issue of every broken rule") func issues() async throws {
        let feed = Feed { _ in ChangePage(FactBatch(), next: "end", hasMore: false) }
        await withKnownIssue { try await checkBadgeSource(feed) }
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

    private static func broken(by facts: [ProgressFact]) async -> [ConformanceRule] {
        await broken(by: Feed { _ in ChangePage(FactBatch(facts), next: "end", hasMore: false) })
    }

    private static func broken(by source: some BadgeSource) async -> [ConformanceRule] {
        await Conformance(secrets: ["canary"]).examine(source).broken
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
