import Core
import Foundation
import Testing

extension StoreRule {
    static let erasure = [
        StoreRule("an erased person is nobody to every store, and has no session, address, page or file", erasedGone),
        StoreRule("the awards of an erased person are seen by nobody, and say nothing about them", erasedAwards),
        StoreRule("status lists and revocations stay as they are when a person is erased", erasedStatus),
        StoreRule("nothing waits to be sent to an erased person, and what others wait for stays", erasedMessages),
        StoreRule("whoever comes back is somebody new, and earns only what is told again", erasedReturns),
        StoreRule("a directory that goes on naming an erased person makes somebody new", erasedDirectory),
        StoreRule("an erased account is not opened, merged, given a role, an address or a badge", erasedClosed),
        StoreRule("erasing twice is once; the trail says who and when, and names nobody", erasedOnce),
        StoreRule("the last administrator is not erased", erasedLast),
        StoreRule("accounts that became one are erased as one", erasedMerged),
    ]

    private static let later = Sample.now + 60

    private static func erase(_ person: Person, _ stores: StoreFixture) async throws {
        try await stores.accounts.erase(person.id, by: .person(person.id), at: later)
    }

    private static func erasedGone(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada שלום 🏅", "ada@acme.example")
        let (bob, home) = (try await stores.person("Bob"), EmailAddress(stored: "ada@home.example"))
        try await stores.addressProofs.begin(home, of: ada.id, code: AddressCode(1), at: Sample.now)
        try await stores.addressProofs.prove(home, of: ada.id, code: "00000001", at: Sample.now)
        let token = TokenHash(of: "t")
        try await stores.people.start(
            Session(token: token, person: ada.id, formToken: "f", startedAt: Sample.now, seenAt: Sample.now)
        )
        let import1 = ImportedBadge(
            id: "i",
            person: ada.id,
            trust: .verified,
            key: "https://elsewhere.example/1",
            title: "Ada's",
            issuer: "Elsewhere",
            addedAt: Sample.now
        )
        try await stores.imports.add(import1, original: ImportedFile(mediaType: "a/b", bytes: [1]), picture: nil)
        try await stores.sharing.save(Profile(person: ada.id, about: "Ada 🐍"), at: Sample.now)
        let collection = BadgeCollection(id: ID(UUID()), person: ada.id, title: "Ada's", awards: [])
        try await stores.sharing.save(collection, at: Sample.now)
        try await erase(ada, stores)
        await #expect(throws: PersonError.notFound) { try await stores.people.person(ada.id) }
        await #expect(throws: PersonError.notFound) { try await stores.people.keys(of: ada.id) }
        for email in ada.emails + [home] {
            await #expect(throws: PersonError.notFound) { try await stores.people.person(email) }
        }
        #expect(try await stores.people.session(token, at: later) == nil)
        #expect(try await stores.leavers.privateAddress(of: ada.id) == nil)
        #expect(try await stores.imports.imports(of: ada.id).isEmpty)
        #expect(try await stores.sharing.profile(of: ada.id).about.isEmpty)
        #expect(try await stores.sharing.collections(of: ada.id).isEmpty)
        #expect(try await stores.people.people(matching: "", page: 0).people.map(\.id) == [bob.id])
    }

    private static func erasedAwards(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git")
        let ada = try await stores.person("Ada")
        let award = try await stores.give(badge, to: ada, narrative: "Ada 🐍 did it.")
        try await stores.awards.suspend(award.id, Suspension(at: later, reason: "Ada?"), by: Sample.designer)
        try await erase(ada, stores)
        let held = try await stores.awards.award(award.id)
        #expect(held.personName == Person.erasedName && held.award.visibility == .owner)
        #expect(held.award.narrative.isEmpty && held.award.evidence.isEmpty)
        #expect(held.award.suspension?.reason.contains("Ada") == false)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        #expect(try await stores.proofs.stamp(of: award.id).email == nil)
        #expect(try await stores.proofs.stamp(of: award.id).visibility == .owner)
        let holders = try await stores.awards.holders(HolderQuery(badge: badge.id, at: later)).holders
        #expect(holders.map(\.held.personName) == [Person.erasedName] && holders.first?.email == nil)
    }

    private static func erasedStatus(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let (git, talk) = (try await stores.published("git"), try await stores.published("talk"))
        let (revoked, suspended) = (try await stores.give(git, to: ada), try await stores.give(talk, to: ada))
        try await stores.awards.revoke(revoked.id, Revocation(at: later, reason: "Ada 🐍"), by: Sample.designer)
        try await stores.awards.suspend(suspended.id, Suspension(at: later, reason: "Ada"), by: Sample.designer)
        let place = try await stores.proofs.proof(of: revoked.id)
        func status() async throws -> [[Int]] {
            [
                try await stores.proofs.revokedPlaces(in: place.list),
                try await stores.proofs.suspendedPlaces(in: place.list),
            ]
        }
        let before = (try await status(), try await stores.proofs.revocations(of: StoreFixture.issuer.id))
        try await erase(ada, stores)
        #expect(try await status() == before.0)
        #expect(try await stores.proofs.proof(of: revoked.id) == place)
        let after = try await stores.proofs.revocations(of: StoreFixture.issuer.id)
        #expect(after.map(\.award) == before.1.map(\.award) && after.map(\.isSuspended) == before.1.map(\.isSuspended))
        #expect(after.allSatisfy { !$0.reason.contains("Ada") })
        let next = try await stores.proofs.proof(of: stores.give(git, to: bob).id)
        #expect(next.place != place.place)
    }

    private static func erasedMessages(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git")
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        for person in [ada, bob] { try await stores.give(badge, to: person) }
        let handlers = ["mail": ["award.issued"] as Set]
        _ = try await stores.jobs.distribute(handlers, limit: 1, at: Sample.now)
        let home = EmailAddress(stored: "ada@home.example")
        try await stores.addressProofs.begin(home, of: ada.id, code: AddressCode(1), at: Sample.now)
        try await erase(ada, stores)
        #expect(try await stores.outbox().compactMap { $0.payload["person"] } == [bob.id.rawValue])
        #expect(try await stores.jobs.jobs(.waiting, limit: 10).allSatisfy { !$0.payload.contains(ada.id.rawValue) })
    }

    private static func erasedReturns(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git", Sample.content("Git", rule: try Sample.rule("git")))
        let ada = try await stores.person("Ada", "ada@acme.example")
        let fact = try Sample.completion("r1", of: "git", by: "ada@acme.example")
        try await stores.fold(fact)
        let old = try #require(try await stores.award().first)
        try await erase(ada, stores)
        try await stores.fold(fact)
        #expect(try await stores.learning.waitingForAwards(limit: 10).isEmpty)
        let again = try await stores.person("Ada", "ada@acme.example")
        _ = try await stores.learning.bindFacts(to: again.id, at: later)
        #expect(again.id != ada.id)
        #expect(try await stores.award().isEmpty)
        #expect(try await stores.awards.awards(of: again.id).isEmpty)
        try await stores.fold(fact)
        let new = try #require(try await stores.award().first)
        #expect(new.person == again.id && new.id != old.id)
        #expect(try await stores.badges.badge(badge.slug).holders == 2)
        #expect(try await stores.awards.award(old.id).personName == Person.erasedName)
    }

    private static func erasedDirectory(_ stores: StoreFixture) async throws {
        let content = content("ada", external: "x1")
        let user = try await stores.directories.create(content, in: company, at: Sample.now)
        let ada = try await stores.people.person(user.person)
        let award = try await stores.give(stores.published("git"), to: ada)
        try await erase(ada, stores)
        await #expect(throws: DirectoryError.notFound) {
            try await stores.directories.change(user.id, in: company, versions: nil, at: later) { $0 }
        }
        let again = try await stores.directories.create(content, in: company, at: later)
        #expect(again.person != ada.id)
        #expect(try await stores.awards.awards(of: again.person).isEmpty)
        #expect(try await stores.awards.award(award.id).award.person == ada.id)
        await #expect(throws: PersonError.notFound) { try await stores.people.person(ada.id) }
    }

    private static func erasedClosed(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git")
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let (accounts, actor) = (stores.accounts, Sample.designer)
        try await erase(ada, stores)
        await #expect(throws: PersonError.notFound) { try await accounts.reopen(ada.id, by: actor, at: later) }
        await #expect(throws: PersonError.notFound) {
            try await accounts.merge(ada.id, into: bob.id, by: actor, at: later)
        }
        await #expect(throws: PersonError.notFound) {
            try await accounts.merge(bob.id, into: ada.id, by: actor, at: later)
        }
        await #expect(throws: PersonError.notFound) {
            try await stores.people.set(.designer, of: ada.id, to: true, by: actor, at: later)
        }
        await #expect(throws: PersonError.notFound) {
            try await stores.leavers.give(EmailAddress(stored: "a@b.example"), to: ada.id, by: actor, at: later)
        }
        await #expect(throws: PersonError.notFound) { try await stores.give(badge, to: ada) }
    }

    private static func erasedOnce(_ stores: StoreFixture) async throws {
        let email = try Sample.email("ada@acme.example")
        _ = try await stores.people.grant(.designer, to: email, by: Sample.designer, at: Sample.now)
        let ada = try await stores.person("Ada", email.description)
        let award = try await stores.give(stores.published("git"), to: ada)
        try await stores.awards.revoke(award.id, Revocation(at: later, reason: "Ada"), by: .person(ada.id))
        for _ in 0..<2 { try await erase(ada, stores) }
        let entries = try await stores.audit.events(AuditQuery()).entries
        let erased = AuditEvent(at: later, actor: .person(ada.id), action: .personErased, subject: ada.id.rawValue)
        #expect(entries.map(\.event).filter { $0.action == .personErased } == [erased])
        #expect(entries.contains { $0.event.action == .awardRevoked && $0.event.actor == .person(ada.id) })
        #expect(entries.allSatisfy { $0.actorName == nil && !$0.event.detail.contains("Ada") })
        #expect(entries.allSatisfy { !$0.event.subject.contains("@") })
        await #expect(throws: PersonError.notFound) {
            try await stores.accounts.erase("nobody", by: Sample.designer, at: later)
        }
    }

    private static func erasedLast(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await stores.people.set(.administrator, of: ada.id, to: true, by: Sample.designer, at: Sample.now)
        await #expect(throws: PersonError.lastAdministrator) { try await erase(ada, stores) }
        #expect(try await stores.people.person(ada.id).name == "Ada")
        try await stores.people.set(.administrator, of: bob.id, to: true, by: Sample.designer, at: Sample.now)
        try await erase(ada, stores)
        await #expect(throws: PersonError.lastAdministrator) { try await erase(bob, stores) }
    }

    private static func erasedMerged(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Ada 🐍", "ada2@acme.example"))
        let cyd = try await stores.person("Cyd")
        let accounts = stores.accounts
        try await accounts.merge(bob.id, into: ada.id, by: Sample.designer, at: Sample.now)
        try await accounts.merge(ada.id, into: cyd.id, by: Sample.designer, at: Sample.now)
        try await erase(cyd, stores)
        for person in [ada, bob, cyd] {
            await #expect(throws: PersonError.notFound) { try await stores.people.person(person.id) }
        }
        #expect(try await stores.people.people(matching: "", page: 0).total == 0)
    }
}
