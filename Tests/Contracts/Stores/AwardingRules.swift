import Core
import Foundation
import Testing

extension StoreRule {
    static let awarding = [
        StoreRule("a completion earns, and what was recorded twice is awarded once", recordedOnce),
        StoreRule("two who record the same decisions award once", recordedAtOnce),
        StoreRule("a badge that somebody holds is not awarded by a rule as well", heldIsLeftOut),
        StoreRule("a badge that was withdrawn in between is not awarded", withdrawnIsLeftOut),
        StoreRule("whoever was decided on waits no longer, unless something changed meanwhile", waitingMark),
        StoreRule("a mark never comes twice, also not after the waiting list was empty", markIsNew),
        StoreRule("old facts never bring back what somebody took, new ones do", earnedAfterRevocation),
        StoreRule("an award that has run out is superseded by the next one", renewal),
        StoreRule("a renewal that was earned before the award ran out is given when it does", earlyRenewal),
        StoreRule("an award that has run out is superseded when the badge is given again", renewalByHand),
        StoreRule("publishing a badge makes those wait who did something it asks for", publishingQueues),
    ]

    /// A published badge that the activity "git" earns, and Ada.
    private static func scene(
        _ stores: StoreFixture,
        validity: Validity = .unlimited
    ) async throws -> (badge: BadgeClass, ada: Person) {
        let content = Sample.content("Git", rule: try Sample.rule("git"), validity: validity)
        return (try await stores.published("git", content), try await stores.person("Ada"))
    }

    private static func recordedOnce(_ stores: StoreFixture) async throws {
        let (badge, ada) = try await scene(stores, validity: .months(12))
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let decisions = try await stores.decisions()
        let awards = try await stores.awards.record(decisions, at: Sample.now)
        #expect(awards.map(\.person) == [ada.id] && awards.map(\.badge) == [badge.id])
        #expect(awards.allSatisfy { $0.claimedAt == nil && $0.expires == Validity.months(12).expiry(from: Sample.now) })
        #expect(try await stores.awards.record(decisions, at: Sample.now).isEmpty)
        #expect(try await stores.awards.awards(of: ada.id).map(\.award) == awards)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        #expect(try await stores.outbox().map(\.kind) == ["award.issued"])
        let event = try await stores.audit.events(limit: 1).first
        #expect(event?.action == .awardIssued && event?.actor == .rule)
        #expect(event?.subject == awards.first?.id.rawValue && event?.at == Sample.now)
    }

    private static func recordedAtOnce(_ stores: StoreFixture) async throws {
        let (badge, _) = try await scene(stores)
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let decisions = try await stores.decisions()
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { try await stores.awards.record(decisions, at: Sample.now).count }
            }
            return try await group.reduce(0, +)
        }
        #expect(counts == 1)
        #expect(try await stores.awards.awards(of: badge.id, page: 0).awards.count == 1)
        #expect(try await stores.outbox().count == 1)
    }

    private static func heldIsLeftOut(_ stores: StoreFixture) async throws {
        let (badge, ada) = try await scene(stores)
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let decisions = try await stores.decisions()
        let given = try await stores.give(badge, to: ada)
        #expect(try await stores.awards.record(decisions, at: Sample.now).isEmpty)
        #expect(try await stores.awards.awards(of: ada.id).map(\.award.id) == [given.id])
        #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
    }

    private static func withdrawnIsLeftOut(_ stores: StoreFixture) async throws {
        let (badge, _) = try await scene(stores)
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let decisions = try await stores.decisions()
        _ = try await stores.badges.set(.withdrawn, of: badge.slug, by: Sample.designer, at: Sample.now)
        #expect(try await stores.awards.record(decisions, at: Sample.now).isEmpty)
    }

    private static func waitingMark(_ stores: StoreFixture) async throws {
        let (_, ada) = try await scene(stores)
        try await stores.fold(Sample.progress("r1", of: "git", by: "ada@acme.example", percent: 50))
        let decisions = try await stores.decisions()
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        #expect(try await stores.awards.record(decisions, at: Sample.now).isEmpty)
        let waiting = try await stores.learning.waitingForAwards(limit: 10)
        #expect(waiting.map(\.person) == [ada.id])
        #expect(waiting.allSatisfy { $0.mark > decisions[0].waiting.mark })
        #expect(try await stores.award().count == 1)
        #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
    }

    private static func markIsNew(_ stores: StoreFixture) async throws {
        _ = try await scene(stores)
        try await stores.fold(Sample.progress("r1", of: "git", by: "ada@acme.example", percent: 50))
        let old = try await stores.decisions()
        _ = try await stores.awards.record(old, at: Sample.now)
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        _ = try await stores.awards.record(old, at: Sample.now)
        #expect(try await stores.learning.waitingForAwards(limit: 10).count == 1)
    }

    private static func earnedAfterRevocation(_ stores: StoreFixture) async throws {
        let (badge, ada) = try await scene(stores)
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let first = try #require(try await stores.award().first)
        let revocation = Revocation(at: Sample.now + Sample.day, reason: "No.")
        try await stores.awards.revoke(first.id, revocation, by: Sample.designer)
        let later = Sample.now + 3 * Sample.day
        try await stores.fold(Sample.progress("r2", of: "other", by: "ada@acme.example", percent: 10), at: later)
        #expect(try await stores.award(at: later).isEmpty)
        try await stores.fold(Sample.completion("r3", of: "git", by: "ada@acme.example", at: later), at: later)
        let second = try #require(try await stores.award(at: later).first)
        let held = try await stores.awards.awards(of: ada.id).map(\.award)
        #expect(held.map(\.id) == [second.id, first.id])
        #expect(held.map(\.revocation) == [nil, revocation])
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        #expect(try await stores.awards.histories(of: [ada.id])[ada.id]?[badge.id]?.award == second.id)
    }

    private static func renewal(_ stores: StoreFixture) async throws {
        let (badge, ada) = try await scene(stores, validity: .months(1))
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let first = try #require(try await stores.award().first)
        let later = Sample.now + 60 * Sample.day
        try await stores.fold(Sample.completion("r2", of: "git", by: "ada@acme.example", at: later), at: later)
        let second = try #require(try await stores.award(at: later).first)
        #expect(try await stores.awards.award(first.id).award.supersededBy == second.id)
        #expect(try await stores.awards.awards(of: ada.id).map(\.award) == [second])
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        let history = try await stores.awards.histories(of: [ada.id])[ada.id]?[badge.id]
        #expect(history == AwardHistory(award: second.id, issuedOn: later, expires: second.expires))
    }

    private static func earlyRenewal(_ stores: StoreFixture) async throws {
        let (badge, ada) = try await scene(stores, validity: .months(1))
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let first = try #require(try await stores.award().first)
        let (soon, expires) = (Sample.now + 20 * Sample.day, try #require(first.expires))
        for _ in 0..<2 {
            try await stores.fold(Sample.completion("r2", of: "git", by: "ada@acme.example", at: soon), at: soon)
            #expect(try await stores.award(at: soon).isEmpty)
            #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
            try await stores.fold(Sample.progress("r9", of: "other", by: "ada@acme.example", percent: 9), at: soon)
        }
        #expect(try await stores.jobs.claim([DecideAgainJob.kind], at: expires - 1, until: expires) == nil)
        let lease = try await stores.jobs.claim([DecideAgainJob.kind], at: expires, until: expires + 60)
        let payload = Data(try #require(lease).job.payload.utf8)
        #expect(try JSONDecoder().decode(DecideAgainJob.self, from: payload).person == ada.id)
        #expect(try await stores.jobs.claim([DecideAgainJob.kind], at: expires, until: expires + 60) == nil)
        try await stores.fold(Sample.progress("r8", of: "other", by: "ada@acme.example", percent: 10), at: expires)
        let second = try #require(try await stores.award(at: expires).first)
        #expect(second.issuedOn == soon)
        #expect(try await stores.awards.award(first.id).award.supersededBy == second.id)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
    }

    private static func renewalByHand(_ stores: StoreFixture) async throws {
        let (badge, ada) = (try await stores.published("badge"), try await stores.person("Ada"))
        let first = try await stores.give(badge, to: ada, expires: Sample.now + Sample.day)
        let second = try await stores.give(badge, to: ada, on: Sample.now + 2 * Sample.day)
        #expect(try await stores.awards.award(first.id).award.supersededBy == second.id)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        try await stores.awards.revoke(first.id, Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
    }

    private static func publishingQueues(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await stores.fold(
            Sample.completion("r1", of: "git", by: "ada@acme.example"),
            Sample.completion("r2", of: "other", by: "bob@acme.example"),
            Sample.completion("r3", of: "git", by: "unknown@acme.example")
        )
        try await stores.award()
        #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
        let draft = try await stores.draft("git", Sample.content("Git", rule: try Sample.rule("git")))
        #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
        _ = try await stores.badges.set(.published, of: draft.slug, by: Sample.designer, at: Sample.now)
        let waiting = try await stores.learning.waitingForAwards(limit: 10).map(\.person)
        #expect(waiting.count == 2 && waiting.contains(ada.id), "Ada, and somebody who is expected")
        #expect(Set(try await stores.award().map(\.person)) == Set(waiting))
        #expect(try await stores.awards.awards(of: bob.id).isEmpty)
    }
}
