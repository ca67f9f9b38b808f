import Core
import Foundation
import Testing

extension StoreRule {
    static let expectedPeople = [
        StoreRule("somebody who never signed in earns badges, and takes them over at the first sign-in", takeOver),
        StoreRule("all keys of a record lead to the same expected person", severalKeys),
        StoreRule("a badge that both have is held once; the other award goes on answering", heldTwice),
        StoreRule("a badge that both have is kept by the award that is good, not by the one that ran out", betterKept),
        StoreRule("expected people are on no list and have no address", onNoList),
    ]

    private static func takeOver(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git", Sample.content("Git", rule: try Sample.rule("git")))
        try await stores.fold(Sample.completion("r1", of: "git", by: "Ada@ACME.example"))
        let award = try #require(try await stores.award().first)
        #expect(try await stores.awards.award(award.id).personName == Person.expectedName)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        let ada = try await stores.person("Ada 🐍", "ada@acme.example")
        #expect(try await stores.learning.bindFacts(to: ada.id, at: Sample.now) == 1)
        #expect(try await stores.awards.awards(of: ada.id).map(\.award.id) == [award.id])
        #expect(try await stores.awards.award(award.id).personName == "Ada 🐍")
        #expect(try await stores.award().isEmpty)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        await #expect(throws: PersonError.notFound) { try await stores.people.person(award.person) }
    }

    private static func severalKeys(_ stores: StoreFixture) async throws {
        let number = try #require(PersonKey(.employeeNumber, "4711"))
        let email = PersonKey(try Sample.email("ada@acme.example"))
        func fact(_ record: String, _ keys: PersonKey...) -> ProgressFact {
            ProgressFact(recordID: record, activity: "git", person: keys, state: .inProgress)
        }
        try await stores.fold(fact("r1", number), fact("r2", number, email), fact("r3", email))
        #expect(try await stores.learning.waitingForAwards(limit: 10).count == 1)
        let ada = try await stores.person("Ada", "ada@acme.example")
        #expect(try await stores.learning.bindFacts(to: ada.id, at: Sample.now) == 3)
    }

    private static func heldTwice(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git", Sample.content("Git", rule: try Sample.rule("git")))
        let ada = try await stores.people.signIn(try Sample.subject("ada-1"), at: Sample.now)
        let given = try await stores.give(badge, to: ada)
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let earned = try #require(try await stores.award().first)
        let subject = try Sample.subject("ada-1", "ada@acme.example")
        _ = try await stores.people.signIn(subject, at: Sample.now)
        #expect(try await stores.learning.bindFacts(to: ada.id, at: Sample.now) == 1)
        #expect(try await stores.awards.awards(of: ada.id).map(\.award.id) == [given.id])
        #expect(try await stores.awards.award(earned.id).award.supersededBy == given.id)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
    }

    private static func betterKept(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git", Sample.content("Git", rule: try Sample.rule("git")))
        let ada = try await stores.people.signIn(try Sample.subject("ada-1"), at: Sample.now)
        let old = try await stores.give(badge, to: ada, expires: Sample.now + Sample.day)
        try await stores.awards.claim(old.id, by: ada.id, at: Sample.now)
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let earned = try #require(try await stores.award().first)
        let later = Sample.now + 2 * Sample.day
        _ = try await stores.people.signIn(try Sample.subject("ada-1", "ada@acme.example"), at: later)
        #expect(try await stores.learning.bindFacts(to: ada.id, at: later) == 1)
        let held = try await stores.awards.awards(of: ada.id).map(\.award)
        #expect(held.map(\.id) == [earned.id] && held.map(\.claimedAt) == [Sample.now])
        #expect(try await stores.awards.award(old.id).award.supersededBy == earned.id)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
    }

    private static func onNoList(_ stores: StoreFixture) async throws {
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        #expect(try await stores.people.people(matching: "", page: 0).total == 0)
        #expect(try await stores.people.people(matching: Person.expectedName, page: 0).people.isEmpty)
        await #expect(throws: PersonError.notFound) {
            try await stores.people.person(try Sample.email("ada@acme.example"))
        }
    }
}
