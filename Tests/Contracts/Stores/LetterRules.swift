import Core
import Foundation
import Testing

extension StoreRule {
    static let letters = [
        StoreRule("awards of one moment are one letter, which says the same however often it is tried", oneLetter),
        StoreRule("a person gets one letter about awards an hour, everybody their own", hourly),
        StoreRule("letters about awards follow their person into another account", lettersMerged),
        StoreRule("which kinds of letters a person wants comes back with the person", kindsKept),
        StoreRule("only those who want it are told of their week", weekTold),
        StoreRule(
            "administrators are told when a source begins to fail and when it is well, not in between",
            sourceTurns
        ),
        StoreRule("administrators are told of a job that failed for good, never of a delivery", jobFailed),
        StoreRule("who gave badges from a list is told once that it is done", listGiven),
    ]

    private static func awards(_ stores: StoreFixture, _ person: Person, _ ids: [Award.ID]) async throws {
        for (number, id) in ids.enumerated() {
            try await stores.give(try await stores.published("letter-\(id)-\(number)"), to: person, id: id)
        }
    }

    private static func oneLetter(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await awards(stores, ada, ["a", "b", "c"])
        func ask(_ id: Award.ID, after seconds: Double) async throws -> AwardLetter {
            try await stores.awardLetters.letter(about: id, to: ada.id, at: Sample.now + seconds)
        }
        #expect(try await ask("a", after: 0) == .waits(until: Sample.now + 10))
        #expect(try await ask("b", after: 1) == .waits(until: Sample.now + 11))
        #expect(try await ask("a", after: 10) == .tells(["a", "b"]))
        #expect(try await ask("b", after: 11) == .elsewhere)
        #expect(try await ask("c", after: 12) == .waits(until: Sample.now + 3_610))
        #expect(try await ask("a", after: 13) == .tells(["a", "b"]))
        #expect(try await ask("c", after: 3_610) == .tells(["c"]))
        try await stores.jobs.clean(before: Sample.now + Sample.day)
        #expect(try await ask("c", after: 9_999) == .waits(until: Sample.now + 10_009))
    }

    private static func hourly(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await awards(stores, ada, ["a", "b"])
        try await awards(stores, bob, ["c"])
        let letters = stores.awardLetters
        for id in ["a", "b"] { _ = try await letters.letter(about: ID(id), to: ada.id, at: Sample.now) }
        _ = try await letters.letter(about: "c", to: bob.id, at: Sample.now)
        #expect(try await letters.letter(about: "b", to: ada.id, at: Sample.now + 10) == .tells(["a", "b"]))
        #expect(try await letters.letter(about: "c", to: bob.id, at: Sample.now + 10) == .tells(["c"]))
        await #expect(throws: PersonError.notFound) {
            try await letters.letter(about: "c", to: "nobody", at: Sample.now)
        }
    }

    private static func lettersMerged(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await awards(stores, ada, ["a"])
        _ = try await stores.awardLetters.letter(about: "a", to: ada.id, at: Sample.now)
        try await stores.accounts.merge(ada.id, into: bob.id, by: Sample.designer, at: Sample.now)
        let letter = try await stores.awardLetters.letter(about: "a", to: bob.id, at: Sample.now + 10)
        #expect(letter == .tells(["a"]))
    }

    private static func kindsKept(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        #expect(ada.preferences.mailKinds == MailKind.usual && !ada.preferences.wants(.week))
        for kinds in [Set(MailKind.allCases), [.week], []] {
            try await stores.preferences.save(Preferences(mailKinds: kinds), of: ada.id)
            #expect(try await stores.people.person(ada.id).preferences.mailKinds == kinds)
        }
    }

    private static func weekTold(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let eve = try await stores.person("Eve")
        try await stores.preferences.save(Preferences(mailKinds: [.week, .given]), of: ada.id)
        try await stores.preferences.save(Preferences(wantsMail: false, mailKinds: [.week]), of: eve.id)
        #expect(!bob.preferences.wants(.week))
        #expect(try await stores.preferences.announceWeek(at: Sample.now) == 1)
        let told = try await stores.outbox().filter { $0.kind == "week.over" }
        #expect(told == [OutboxEntry(kind: "week.over", payload: ["person": ada.id.rawValue])])
    }

    private static func administrator(_ stores: StoreFixture) async throws -> Person {
        let ada = try await stores.person("Ada")
        try await stores.people.set(.administrator, of: ada.id, to: true, by: Sample.designer, at: Sample.now)
        return ada
    }

    private static func sourceTurns(_ stores: StoreFixture) async throws {
        let ada = try await administrator(stores)
        let turns: [SourceHealth.Status] = [.healthy, .degraded, .down, .misconfigured, .down, .healthy, .healthy]
        for status in turns {
            let outcome = SyncOutcome(
                finishedAt: Sample.now,
                health: SourceHealth(status, "So it is 🐍."),
                activities: 0,
                facts: 0,
                problems: [],
                problemCount: 0
            )
            try await stores.learning.saveOutcome(outcome, of: Sample.source)
        }
        let told = try await stores.outbox().filter { $0.kind.hasPrefix("source.") }
        #expect(told.map(\.kind) == ["source.failing", "source.well"])
        #expect(told.first?.payload == ["person": ada.id.rawValue, "source": Sample.source.rawValue])
    }

    private static func jobFailed(_ stores: StoreFixture) async throws {
        let ada = try await administrator(stores)
        for kind in ["deliver.mail", "other"] {
            try await stores.jobs.add(kind, payload: "{}", key: kind, due: Sample.now, at: Sample.now)
            for next in [Sample.now, nil] {
                let lease = try #require(try await stores.jobs.claim([kind], at: Sample.now, until: Sample.now + 60))
                try await stores.jobs.fail(lease, problem: "No 🏅.", next: next, at: Sample.now)
            }
        }
        let failed = try await stores.jobs.jobs(.dead, of: ["other"], limit: 9)
        let told = try await stores.outbox().filter { $0.kind == "job.failed" }
        let job = try #require(failed.first)
        #expect(told.map(\.payload) == [["person": ada.id.rawValue, "job": job.id.rawValue]])
        #expect(failed.count == 1 && job.problem == "No 🏅.")
        #expect(try await stores.jobs.job(job.id) == job)
        #expect(try await stores.jobs.jobs(.dead, of: ["deliver.mail", "none"], limit: 9).count == 1)
        #expect(try await stores.jobs.jobs(.dead, of: [], limit: 9) == [])
        await #expect(throws: JobError.notFound) { try await stores.jobs.job("none") }
    }

    private static func listGiven(_ stores: StoreFixture) async throws {
        let (ada, badge) = (try await stores.person("Ada"), try await stores.published("listed"))
        let new = AwardList(
            id: "list",
            badge: badge.id,
            slug: badge.slug,
            createdBy: ada.id,
            name: "May 🏅",
            createdAt: Sample.now
        )
        _ = try await stores.lists.add(new, [ListedPerson(line: 1, address: "ada@acme.example")])
        try await stores.lists.start(new.id, by: .person(ada.id), at: Sample.now)
        while try await stores.lists.giveNext(new.id, limit: 9, at: Sample.now) {}
        _ = try await stores.lists.giveNext(new.id, limit: 9, at: Sample.now)
        let told = try await stores.outbox().filter { $0.kind == "list.given" }
        #expect(told.map(\.payload) == [["person": ada.id.rawValue, "list": "list"]])
    }
}
