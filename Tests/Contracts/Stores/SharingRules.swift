import Core
import Foundation
import Testing

extension StoreRule {
    static let sharing = [
        StoreRule("only its person decides who may see an award, and it is in the audit log", visibility),
        StoreRule("a renewed award is as visible as the one before it", renewedVisibility),
        StoreRule("what is shared is counted for each place", shares),
        StoreRule("a profile comes back, whatever the text", profiles),
        StoreRule("a collection holds the person's own awards in their order", collections),
        StoreRule("nobody changes or removes somebody else's collection", foreignCollections),
        StoreRule("colleagues are found by name, not by address, and only those who want to be", colleagues),
        StoreRule("there is a limit to how many collections a person has", tooManyCollections),
    ]

    private static func colleagues(_ stores: StoreFixture) async throws {
        let zoe = try await stores.person("Zoë ÉCLAIR 🐍", "secret@home.example")
        let hidden = try await stores.person("Zoë Hidden", "zoe.hidden@acme.example")
        for text in ["zoe\u{308}", "ZOË", " éclair "] {
            #expect(try await stores.sharing.people(named: text, limit: 9).contains(zoe), "\(text)")
        }
        #expect(try await stores.sharing.people(named: "zoë", limit: 1) == [hidden])
        for text in ["secret", "@home.example", "%", "_", String(repeating: "x", count: 10_000)] {
            #expect(try await stores.sharing.people(named: text, limit: 9).isEmpty, "\(text)")
        }
        var profile = try await stores.sharing.profile(of: hidden.id)
        #expect(try await stores.sharing.people(named: "hidden", limit: 9) == [hidden])
        profile.visibility = .owner
        try await stores.sharing.save(profile, at: Sample.now)
        #expect(try await stores.sharing.people(named: "hidden", limit: 9).isEmpty)
    }

    private static func visibility(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let award = try await stores.give(try await stores.published("git"), to: ada)
        #expect(try await stores.awards.award(award.id).award.visibility == .link)
        for visibility in [Visibility.owner, .colleagues, .link, .owner, .owner] {
            try await stores.sharing.set(visibility, of: award.id, by: ada.id, at: Sample.now)
            #expect(try await stores.awards.award(award.id).award.visibility == visibility)
            #expect(try await stores.proofs.stamp(of: award.id).visibility == visibility)
        }
        await #expect(throws: AwardError.notFound) {
            try await stores.sharing.set(.link, of: award.id, by: bob.id, at: Sample.now)
        }
        let events = try await stores.audit.events(limit: 100).filter { $0.action == .awardVisibilityChanged }
        #expect(events.map(\.detail) == ["owner", "link", "colleagues", "owner"])
        #expect(events.allSatisfy { $0.subject == award.id.rawValue && $0.actor == .person(ada.id) })
    }

    private static func renewedVisibility(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let badge = try await stores.published("git", Sample.content("Git", validity: .months(1)))
        let later = Sample.now + 60 * Sample.day
        let first = Award(
            id: ID(UUID()),
            badge: badge.id,
            badgeVersion: 1,
            person: ada.id,
            issuedOn: Sample.now,
            expires: Sample.now + 30 * Sample.day
        )
        try await stores.awards.give(first, by: Sample.designer)
        try await stores.sharing.set(.owner, of: first.id, by: ada.id, at: Sample.now)
        let second = try await stores.give(badge, to: ada, on: later)
        #expect(try await stores.awards.award(second.id).award.visibility == .owner)
    }

    private static func shares(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let award = try await stores.give(try await stores.published("git"), to: ada)
        for target in ["teams", "linkedin", "teams"] {
            try await stores.sharing.countShare(of: award.id, at: target, by: ada.id, at: Sample.now)
        }
        await #expect(throws: AwardError.notFound) {
            try await stores.sharing.countShare(of: award.id, at: "teams", by: bob.id, at: Sample.now)
        }
        #expect(try await stores.sharing.shares(of: award.id) == ["teams": 2, "linkedin": 1])
        #expect(try await stores.sharing.shares(of: "none").isEmpty)
    }

    private static func profiles(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        #expect(try await stores.sharing.profile(of: ada.id) == Profile(person: ada.id))
        for (text, visibility) in zip(Sample.texts, Sample.texts.indices.map { Visibility.allCases[$0 % 3] }) {
            let profile = Profile(person: ada.id, about: text, visibility: visibility)
            try await stores.sharing.save(profile, at: Sample.now)
            #expect(try await stores.sharing.profile(of: ada.id) == profile)
        }
        await #expect(throws: PersonError.notFound) {
            try await stores.sharing.save(Profile(person: "nobody"), at: Sample.now)
        }
    }

    private static func collections(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let badge = try await stores.published("git")
        let theirs = try await stores.give(badge, to: bob)
        let first = try await stores.give(badge, to: ada)
        let second = try await stores.give(try await stores.published("swift"), to: ada)
        var collection = BadgeCollection(
            id: ID(UUID()),
            person: ada.id,
            title: "🏅 שלום",
            awards: [
                second.id, theirs.id, first.id, second.id,
            ]
        )
        try await stores.sharing.save(collection, at: Sample.now)
        #expect(try await stores.sharing.collection(collection.id).awards == [second.id, first.id])
        collection.title = "Cloud"
        collection.visibility = .link
        collection.awards = [first.id]
        try await stores.sharing.save(collection, at: Sample.now)
        try await stores.sharing.save(
            BadgeCollection(id: ID(UUID()), person: ada.id, title: "All"),
            at: Sample.now
        )
        let found = try await stores.sharing.collections(of: ada.id)
        #expect(found.map(\.title) == ["All", "Cloud"] && found.last == collection)
        try await stores.sharing.remove(collection.id, of: ada.id, at: Sample.now)
        #expect(try await stores.sharing.collections(of: ada.id).map(\.title) == ["All"])
    }

    private static func foreignCollections(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let collection = BadgeCollection(id: ID(UUID()), person: ada.id, title: "Mine")
        try await stores.sharing.save(collection, at: Sample.now)
        await #expect(throws: SharingError.collectionNotFound) {
            let stolen = BadgeCollection(id: collection.id, person: bob.id, title: "His")
            try await stores.sharing.save(stolen, at: Sample.now)
        }
        await #expect(throws: SharingError.collectionNotFound) {
            try await stores.sharing.remove(collection.id, of: bob.id, at: Sample.now)
        }
        await #expect(throws: SharingError.collectionNotFound) { try await stores.sharing.collection("none") }
        #expect(try await stores.sharing.collection(collection.id) == collection)
    }

    private static func tooManyCollections(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        for number in 0..<BadgeCollection.countLimit {
            try await stores.sharing.save(
                BadgeCollection(id: ID(UUID()), person: ada.id, title: "\(number)"),
                at: Sample.now
            )
        }
        await #expect(throws: SharingError.tooMany("collections", limit: BadgeCollection.countLimit)) {
            try await stores.sharing.save(BadgeCollection(id: ID(UUID()), person: ada.id, title: "x"), at: Sample.now)
        }
    }
}
