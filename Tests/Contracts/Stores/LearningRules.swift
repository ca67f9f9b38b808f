import Core
import Foundation
import Testing

extension StoreRule {
    static let learning = [
        StoreRule("a fact comes back as it was told", factRoundTrip),
        StoreRule("the same facts again change nothing, not even their age", foldIdempotent),
        StoreRule("an older fact does not replace a newer one, in whatever order they come", olderFact),
        StoreRule("without the provider's time the last word counts", undatedFact),
        StoreRule("less progress and a withdrawn completion are kept, but nobody waits for them", noWaiting),
        StoreRule("of several records of an activity the strongest counts", strongestRecord),
        StoreRule("facts of several people at once", progressOfPeople),
        StoreRule("facts wait for a person and are bound by an address in any case", lateBinding),
        StoreRule("facts find their person by an account of an identity provider", boundByAccount),
        StoreRule("the strongest key decides whose a fact is", strongestKey),
        StoreRule("a fact whose record moves to somebody else moves", factMoves),
        StoreRule("large batches are one batch", largeBatch),
    ]

    private static func factRoundTrip(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        for (number, text) in Sample.texts.enumerated() {
            let fact = ProgressFact(
                recordID: "record \(number) \(text)",
                activity: ID("activity \(number) \(text)"),
                person: [PersonKey(try Sample.email("ada@acme.example"))],
                state: .inProgress,
                percent: Percent(clamping: 12.75),
                startedAt: Sample.now - 5,
                changedAt: Sample.now
            )
            try await stores.fold(fact)
            let found = try await stores.learning.progress(of: ada.id).first { $0.activity.id == fact.activity }
            #expect(found?.recordID == fact.recordID && found?.percent == fact.percent)
            #expect(found?.state == .inProgress && found?.asOf == Sample.now && found?.completedAt == nil)
        }
    }

    private static func foldIdempotent(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let facts = [
            try Sample.completion("r1", of: "git", by: "ada@acme.example"),
            try Sample.progress("r2", of: "sql", by: "ada@acme.example", percent: 20, changedAt: Sample.now),
            try Sample.progress("r3", of: "sql", by: "unknown@acme.example", percent: 20),
        ]
        #expect(try await stores.fold(facts[0], facts[1], facts[2]) == FoldReport(changed: 3, unbound: 1))
        try await stores.award()
        let before = try await stores.learning.progress(of: ada.id)
        let report = try await stores.fold(facts[0], facts[1], facts[2], at: Sample.now + Sample.day)
        #expect(report == FoldReport(changed: 0, unbound: 0))
        #expect(try await stores.learning.progress(of: ada.id) == before)
        #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
        #expect(try await stores.learning.unboundFacts() == 1)
    }

    private static func olderFact(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        func told(_ percent: Double, _ hour: Double) throws -> ProgressFact {
            let changedAt = Sample.now + hour * 3600
            return try Sample.progress("r1", of: "git", by: "ada@acme.example", percent: percent, changedAt: changedAt)
        }
        func percent() async throws -> Double? { try await stores.learning.progress(of: ada.id).first?.percent?.value }
        #expect(try await stores.fold(told(50, 5), told(40, 4)).changed == 1)
        #expect(try await percent() == 50)
        #expect(try await stores.fold(told(30, 3)).changed == 0)
        #expect(try await stores.fold(told(50, 9)).changed == 0)
        #expect(try await stores.fold(told(70, 7)).changed == 0)
        #expect(try await percent() == 50)
        #expect(try await stores.fold(told(90, 9)).changed == 1)
        #expect(try await percent() == 90)
    }

    private static func undatedFact(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        for percent in [50.0, 30.0] {
            try await stores.fold(Sample.progress("r1", of: "git", by: "ada@acme.example", percent: percent))
            #expect(try await stores.learning.progress(of: ada.id).first?.percent?.value == percent)
        }
    }

    private static func noWaiting(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.fold(
            Sample.progress("r1", of: "git", by: "ada@acme.example", percent: 50),
            Sample.completion("r2", of: "sql", by: "ada@acme.example")
        )
        try await stores.award()
        let email = PersonKey(try Sample.email("ada@acme.example"))
        try await stores.fold(
            Sample.progress("r1", of: "git", by: "ada@acme.example", percent: 40),
            ProgressFact(recordID: "r2", activity: "sql", person: [email], state: .withdrawn),
            ProgressFact(recordID: "r3", activity: "law", person: [email], state: .failed)
        )
        #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
        let states = try await stores.learning.progress(of: ada.id).map(\.state)
        #expect(states == [.inProgress, .failed, .withdrawn])
    }

    private static func strongestRecord(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let next = Sample.now + 365 * Sample.day
        try await stores.fold(
            Sample.completion("r1", of: "git", by: "ada@acme.example"),
            Sample.progress("r0", of: "git", by: "ada@acme.example", percent: 10)
        )
        #expect(try await stores.learning.progress(of: ada.id).map(\.recordID) == ["r1"])
        try await stores.fold(Sample.completion("r0", of: "git", by: "ada@acme.example", at: next))
        #expect(try await stores.learning.progress(of: ada.id).map(\.completedAt) == [next])
    }

    private static func progressOfPeople(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await stores.fold(
            Sample.completion("r1", of: "git", by: "ada@acme.example"),
            Sample.completion("r2", of: "git", by: "bob@acme.example"),
            Sample.completion("r3", of: "sql", by: "bob@acme.example")
        )
        let found = try await stores.learning.progress(of: [ada.id, bob.id, "nobody"])
        #expect(found.mapValues { $0.map(\.recordID) } == [ada.id: ["r1"], bob.id: ["r2", "r3"]])
        #expect(try await stores.learning.progress(of: []).isEmpty)
    }

    private static func lateBinding(_ stores: StoreFixture) async throws {
        try await stores.fold(
            Sample.completion("r1", of: "git", by: "Ada@ACME.example"),
            Sample.completion("r2", of: "sql", by: "ada@acme.EXAMPLE"),
            Sample.completion("r3", of: "sql", by: "bob@acme.example")
        )
        #expect(try await stores.learning.unboundFacts() == 3)
        #expect(try await stores.learning.waitingForAwards(limit: 10).count == 2, "two people are expected")
        try await stores.award()
        let ada = try await stores.person("Ada", "aDa@acme.example")
        #expect(try await stores.learning.bindFacts(to: ada.id, at: Sample.now) == 2)
        #expect(try await stores.learning.bindFacts(to: ada.id, at: Sample.now) == 0)
        #expect(try await stores.learning.progress(of: ada.id).map(\.recordID) == ["r1", "r2"])
        #expect(try await stores.learning.waitingForAwards(limit: 10).map(\.person) == [ada.id])
        #expect(try await stores.learning.unboundFacts() == 1)
    }

    private static func boundByAccount(_ stores: StoreFixture) async throws {
        let key = try #require(PersonKey(.account, "ada-1", realm: Sample.provider.rawValue))
        let stranger = try #require(PersonKey(.account, "ada-1", realm: "elsewhere"))
        func fact(_ record: String, _ key: PersonKey) -> ProgressFact {
            ProgressFact(recordID: record, activity: "git", person: [key], state: .inProgress)
        }
        try await stores.fold(fact("r1", key), fact("r2", stranger))
        let ada = try await stores.people.signIn(try Sample.subject("ada-1"), at: Sample.now)
        #expect(try await stores.learning.bindFacts(to: ada.id, at: Sample.now) == 1)
        #expect(try await stores.fold(fact("r3", key)) == FoldReport(changed: 1, unbound: 0))
    }

    private static func strongestKey(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let unknown = try #require(PersonKey(.employeeNumber, "4711"))
        let keys = [unknown, PersonKey(ada.emails[0]), PersonKey(bob.emails[0])]
        try await stores.fold(ProgressFact(recordID: "r1", activity: "git", person: keys, state: .inProgress))
        #expect(try await stores.learning.progress(of: ada.id).count == 1)
        #expect(try await stores.learning.progress(of: bob.id).isEmpty)
    }

    private static func factMoves(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        try await stores.award()
        try await stores.fold(Sample.completion("r1", of: "git", by: "bob@acme.example"))
        #expect(try await stores.learning.progress(of: ada.id).isEmpty)
        #expect(try await stores.learning.progress(of: bob.id).count == 1)
        #expect(try await stores.learning.waitingForAwards(limit: 10).map(\.person) == [bob.id])
    }

    private static func largeBatch(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let facts = try (0..<1_203).map { number in
            let email = number == 7 ? "x@acme.example" : "ada@acme.example"
            return try Sample.completion("r\(number)", of: ID("a\(number)"), by: email)
        }
        let report = try await stores.learning.fold(facts, of: Sample.source, at: Sample.now, position: nil)
        #expect(report == FoldReport(changed: 1_203, unbound: 1))
        #expect(try await stores.learning.progress(of: ada.id).count == 1_202)
    }
}
