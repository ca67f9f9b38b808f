import Core
import Foundation
import Testing

extension StoreRule {
    static let publication = [
        StoreRule("who has done what a rule asks for is counted, whoever signed in and whoever did not", readyPeople),
        StoreRule("a threshold, one of several and some of several are counted as they earn", readyByMode),
        StoreRule("whoever has the badge or had it is not counted, nor is a completion far ahead", notReady),
        StoreRule("what was earned before the publication says how people are told, nothing else does", tellings),
        StoreRule("how a badge is doing is counted month by month, with what waits", tallies),
        StoreRule("a symbol from the library stays with its badge", keptSymbol),
    ]

    private static func readyPeople(_ stores: StoreFixture) async throws {
        _ = try await stores.person("Ada")
        _ = try await stores.person("Bob")
        try await stores.fold(
            Sample.completion("r1", of: "git", by: "ada@acme.example"),
            Sample.completion("r2", of: "git", by: "ada@acme.example"),
            Sample.completion("r3", of: "sql", by: "ada@acme.example"),
            Sample.completion("r4", of: "git", by: "bob@acme.example"),
            Sample.completion("r5", of: "git", by: "unknown@acme.example"),
            Sample.progress("r6", of: "git", by: "other@acme.example", percent: 100)
        )
        #expect(try await count(stores, Sample.rule("git")) == ReadyPeople(members: 2, expected: 1))
        #expect(try await count(stores, Sample.rule("git", "sql")) == ReadyPeople(members: 1, expected: 0))
        #expect(try await count(stores, Sample.rule("none '\"🐍")) == ReadyPeople(members: 0, expected: 0))
    }

    private static func readyByMode(_ stores: StoreFixture) async throws {
        _ = try await stores.person("Ada")
        _ = try await stores.person("Bob")
        try await stores.fold(
            Sample.progress("r1", of: "git", by: "ada@acme.example", percent: 80),
            Sample.completion("r2", of: "sql", by: "ada@acme.example"),
            Sample.progress("r3", of: "git", by: "bob@acme.example", percent: 79)
        )
        let git = Requirement(Sample.activity("git"), threshold: Percent(clamping: 80))
        let rest = [Requirement(Sample.activity("sql")), Requirement(Sample.activity("css"))]
        #expect(try await count(stores, Rule(.all, [git])).members == 1)
        #expect(try await count(stores, Rule(.any, [git] + rest)).members == 1)
        #expect(try await count(stores, Rule(.atLeast(2), [git] + rest)).members == 1)
        #expect(try await count(stores, Rule(.atLeast(3), [git] + rest)).members == 0)
    }

    private static func notReady(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git", Sample.content("Git", rule: try Sample.rule("git")))
        let ada = try await stores.person("Ada")
        try await stores.fold(
            Sample.completion("r1", of: "git", by: "ada@acme.example"),
            Sample.completion("r2", of: "git", by: "late@acme.example", at: Sample.now + 3 * Sample.day)
        )
        let rule = try Sample.rule("git")
        #expect(try await count(stores, rule) == ReadyPeople(members: 1, expected: 0))
        let award = try await stores.give(badge, to: ada)
        #expect(try await stores.learning.ready(for: rule, without: badge.id, at: Sample.now).count == 0)
        try await stores.awards.revoke(award.id, Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        #expect(try await stores.learning.ready(for: rule, without: badge.id, at: Sample.now).count == 0)
    }

    private static func count(_ stores: StoreFixture, _ rule: Rule) async throws -> ReadyPeople {
        try await stores.learning.ready(for: rule, without: nil, at: Sample.now)
    }

    private static func tellings(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let draft = try await stores.draft("git", Sample.content("Git", rule: try Sample.rule("git")))
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let published = try await stores.badges.set(
            .published,
            of: draft.slug,
            telling: .monday,
            by: Sample.designer,
            at: Sample.now
        )
        #expect(published.telling == .monday)
        #expect(try await stores.badges.badge(draft.slug).telling == .monday)
        try await stores.award()
        try await stores.fold(Sample.completion("r2", of: "git", by: "bob@acme.example", at: Sample.now + 5))
        try await stores.award(at: Sample.now + 9)
        _ = try await stores.jobs.distribute(["log": ["award.issued"]], limit: 10, at: Sample.now)
        let messages = try await stores.jobs.jobs(.waiting, of: ["deliver.log"], limit: 10).map { job in
            try JSONDecoder().decode(OutboxMessage.self, from: Data(job.payload.utf8))
        }
        #expect(messages.count == 2)
        let old = messages.first { $0.payload["person"] == ada.id.rawValue }
        #expect(old?.telling?.choice == .monday && old?.telling?.since == Sample.now)
        let new = messages.first { $0.payload["person"] == bob.id.rawValue }
        #expect(new != nil && new?.telling == nil)
    }

    private static func tallies(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let none = try await stores.published("none")
        let days = [0.0, 1, 29.9, 30.1, 359.9, 361]
        for (number, day) in days.enumerated() {
            let person = try await stores.person("P\(number)")
            try await stores.give(badge, to: person, id: ID("a\(number)"), on: Sample.now - day * Sample.day)
        }
        let gone = try await stores.give(
            badge,
            to: try await stores.person("Gone"),
            on: Sample.now - Sample.day,
            expires: Sample.now - 1
        )
        let person = try await stores.person("P0")
        try await stores.awards.claim("a0", by: person.id, at: Sample.now)
        try await stores.awards.revoke("a1", Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        let found = try await stores.awards.tallies(of: [badge.id, none.id], at: Sample.now)
        #expect(found[badge.id] == AwardTally(waiting: 4, months: [1] + Array(repeating: 0, count: 9) + [1, 4]))
        #expect(found[none.id] == nil && gone.expires != nil)
    }

    private static func keptSymbol(_ stores: StoreFixture) async throws {
        let shapes = [SymbolShape("M1 1h2v2z", isEvenOdd: false), SymbolShape("m3 3 .5.5z", isEvenOdd: true)]
        let picture = BadgePicture.artwork(
            Artwork(
                shape: .shield,
                colour: .teal,
                symbol: "bi-rocket",
                level: .two,
                drawing: shapes.compactMap(\.self),
                kept: ID(String(repeating: "f", count: 64))
            )
        )
        let slug = try await stores.draft("kept", BadgeContent(name: "Kept", picture: picture)).slug
        #expect(try await stores.badges.badge(slug).content.picture == picture)
    }
}
