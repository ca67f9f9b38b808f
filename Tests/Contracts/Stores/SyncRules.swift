import Core
import Foundation
import Testing

extension StoreRule {
    static let synchronisation = [
        StoreRule("an activity comes back as it was saved, and is replaced by the next one", activityRoundTrip),
        StoreRule("activities are found by title in any case, offered ones only", activitySearch),
        StoreRule("what did not come back is no longer offered", missingActivities),
        StoreRule("one process at a time has the lease of a source", lease),
        StoreRule("a page and its cursor are stored together", cursorWithPage),
        StoreRule("what an overtaken process writes is refused as a whole", fencing),
        StoreRule("the outcome of a run replaces the one before", outcome),
        StoreRule("each source says when it was asked about a person", refreshes),
    ]

    private static func activityRoundTrip(_ stores: StoreFixture) async throws {
        let link = URL(string: "https://lms.example/ä?x=%20")
        for (number, text) in Sample.texts.enumerated() {
            let ref = Sample.activity(ID("\(number) \(text)"))
            let first = Activity(ref: ref, kind: .path, title: text, link: link)
            let second = Activity(ref: ref, kind: .event, title: "\(text)!", isOffered: false)
            for activity in [first, second] {
                try await stores.learning.save([activity], of: Sample.source, at: Sample.now)
                let other = ActivityRef(source: "other", id: ref.id)
                #expect(try await stores.learning.activities([ref, other]) == [ref: activity])
            }
        }
        #expect(try await stores.learning.activities([]).isEmpty)
    }

    private static func activitySearch(_ stores: StoreFixture) async throws {
        let titles = ["Ökologie 100%", "ökonomie", "Swift_basics", "swift mastery", "gone Ö"]
        let activities = titles.map { title in
            let ref = Sample.activity(ID(title))
            return Activity(ref: ref, kind: .course, title: title, isOffered: !title.hasPrefix("gone"))
        }
        try await stores.learning.save(activities, of: Sample.source, at: Sample.now)
        let searches = [
            ("Ö", ["Ökologie 100%", "ökonomie"]), ("SWIFT", ["swift mastery", "Swift_basics"]),
            ("%", ["Ökologie 100%"]), ("t_b", ["Swift_basics"]), ("none", []),
        ]
        for (text, expected) in searches {
            #expect(try await stores.learning.activities(titled: text, limit: 10).map(\.title) == expected, "\(text)")
        }
        #expect(try await stores.learning.activities(titled: "", limit: 3).count == 3)
    }

    private static func missingActivities(_ stores: StoreFixture) async throws {
        let (old, kept) = (Sample.activity("old"), Sample.activity("kept"))
        let activities = [old, kept].map { Activity(ref: $0, kind: .course, title: "t") }
        try await stores.learning.save(activities, of: Sample.source, at: Sample.now)
        try await stores.learning.save([activities[1]], of: Sample.source, at: Sample.now + 10)
        try await stores.learning.markMissing(of: "other", since: Sample.now + 10)
        #expect(try await stores.learning.activities(titled: "", limit: 10).count == 2)
        try await stores.learning.markMissing(of: Sample.source, since: Sample.now + 10)
        let found = try await stores.learning.activities([old, kept])
        #expect(found[old]?.isOffered == false && found[kept]?.isOffered == true)
    }

    private static func lease(_ stores: StoreFixture) async throws {
        func lease(at time: TimeInterval) async throws -> SyncLease? {
            try await stores.learning.lease(Sample.source, at: Sample.now + time, until: Sample.now + time + 60)
        }
        let first = try #require(try await lease(at: 0))
        #expect(try await lease(at: 59) == nil)
        #expect(try await stores.learning.lease("other", at: Sample.now, until: Sample.now + 60) != nil)
        let second = try #require(try await lease(at: 60))
        #expect(second.token > first.token)
        try await stores.learning.release(first)
        #expect(try await lease(at: 61) == nil)
        try await stores.learning.release(second)
        let third = try #require(try await lease(at: 61))
        #expect(third.token > second.token)
    }

    private static func cursorWithPage(_ stores: StoreFixture) async throws {
        #expect(try await stores.learning.syncState(of: Sample.source) == SyncState())
        let lease = try #require(
            try await stores.learning.lease(Sample.source, at: Sample.now, until: Sample.now + 60)
        )
        for cursor: SyncCursor in ["page 1", "Seite 2 🏁"] {
            let position = FeedPosition(lease: lease, cursor: cursor)
            _ = try await stores.learning.fold([], of: Sample.source, at: Sample.now, position: position)
            #expect(try await stores.learning.syncState(of: Sample.source).cursor == cursor)
        }
        let broken = try Sample.completion("r\0", of: "git", by: "ada@acme.example")
        let position = FeedPosition(lease: lease, cursor: "page 3")
        await #expect(throws: (any Error).self) {
            let facts = [try Sample.completion("r1", of: "git", by: "ada@acme.example"), broken]
            return try await stores.learning.fold(facts, of: Sample.source, at: Sample.now, position: position)
        }
        #expect(try await stores.learning.syncState(of: Sample.source).cursor == "Seite 2 🏁")
        #expect(try await stores.learning.unboundFacts() == 0)
    }

    private static func fencing(_ stores: StoreFixture) async throws {
        let (now, source) = (Sample.now, Sample.source)
        let slow = try #require(try await stores.learning.lease(source, at: now, until: now + 60))
        let fast = try #require(try await stores.learning.lease(source, at: now + 61, until: now + 120))
        let facts = [try Sample.completion("r1", of: "git", by: "ada@acme.example")]
        await #expect(throws: SyncError.leaseLost) {
            let position = FeedPosition(lease: slow, cursor: "slow")
            return try await stores.learning.fold(facts, of: source, at: now + 62, position: position)
        }
        #expect(try await stores.learning.unboundFacts() == 0)
        let position = FeedPosition(lease: fast, cursor: "fast")
        #expect(try await stores.learning.fold(facts, of: source, at: now + 62, position: position).changed == 1)
        #expect(try await stores.learning.syncState(of: source).cursor == "fast")
        await #expect(throws: SyncError.leaseLost) {
            try await stores.learning.fold(facts, of: "other", at: now, position: position)
        }
    }

    private static func outcome(_ stores: StoreFixture) async throws {
        let good = SyncOutcome(
            finishedAt: Sample.now,
            health: SourceHealth(.healthy, "Fine 👍"),
            activities: 3,
            facts: 5,
            problems: [RecordProblem(record: "line 7", reason: "no date"), RecordProblem(record: "", reason: "")],
            problemCount: 12
        )
        let bad = SyncOutcome(
            finishedAt: Sample.now + 60,
            health: SourceHealth(.down, "It does not answer."),
            activities: 0,
            facts: 0,
            problems: [],
            problemCount: 0
        )
        try await stores.learning.saveOutcome(good, of: Sample.source)
        let state = try await stores.learning.syncState(of: Sample.source)
        #expect(state == SyncState(last: good, lastSuccessAt: Sample.now))
        try await stores.learning.saveOutcome(bad, of: Sample.source)
        let after = try await stores.learning.syncState(of: Sample.source)
        #expect(after == SyncState(last: bad, lastSuccessAt: Sample.now))
        #expect(try await stores.learning.syncState(of: "other") == SyncState())
    }

    private static func refreshes(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.learning.markRefreshed(ada.id, from: "a", at: Sample.now)
        try await stores.learning.markRefreshed(ada.id, from: "b", at: Sample.now)
        try await stores.learning.markRefreshed(ada.id, from: "a", at: Sample.now + 1)
        #expect(try await stores.learning.refreshes(of: ada.id) == ["a": Sample.now + 1, "b": Sample.now])
        #expect(try await stores.learning.refreshes(of: "nobody").isEmpty)
    }
}
