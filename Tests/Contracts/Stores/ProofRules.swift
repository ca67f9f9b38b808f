import Core
import Foundation
import Testing

extension StoreRule {
    static let proofs = [
        StoreRule("every award has a salt and a place of its own, from the moment it is stored", proofOfAward),
        StoreRule("ten thousand awards at the same time never share a place", places),
        StoreRule("a status list tells when an award was taken back, and which", revokedPlaces),
        StoreRule("a status list tells which awards are on hold, only as long as they are", suspendedPlaces),
        StoreRule("each issuer has status lists and revocations of its own", issuersApart),
        StoreRule("an issuer has one key of a kind in use, however many make one", keys),
        StoreRule("a rotated key stays, with the day on which it was retired", rotation),
        StoreRule("the stamp of an award changes with its badge, issuer, keys, address and revocation", stamp),
        StoreRule("every version of a badge can be read, drafts cannot", editions),
    ]

    private static func proofOfAward(_ stores: StoreFixture) async throws {
        let award = try await stores.give(try await stores.published("git"), to: try await stores.person("Ada"))
        let proof = try await stores.proofs.proof(of: award.id)
        #expect(proof.salt.utf8.count == 32 && proof.salt.allSatisfy(\.isHexDigit))
        #expect((0..<StatusListState.size).contains(proof.place))
        #expect(try await stores.proofs.proof(of: award.id) == proof)
        await #expect(throws: AwardError.notFound) { try await stores.proofs.proof(of: "none") }
        await #expect(throws: AwardError.notFound) { try await stores.proofs.stamp(of: "none") }
    }

    private static func places(_ stores: StoreFixture) async throws {
        let slugs = (0..<100).map { "badge-\($0)" }
        var badges: [BadgeClass] = []
        for slug in slugs { badges.append(try await stores.published(slug)) }
        var people: [Person] = []
        for number in 0..<100 { people.append(try await stores.person("P\(number)")) }
        let decisions = people.map { person in
            let earned = badges.map {
                EarnedAward(badge: $0.id, badgeVersion: 1, issuedOn: Sample.now, key: "\($0.id) \(person.id)")
            }
            return AwardDecision(waiting: WaitingPerson(person: person.id, mark: 0), earned: earned)
        }
        let awards = try await withThrowingTaskGroup(of: [Award.ID].self) { group in
            for decision in decisions {
                group.addTask { try await stores.awards.record([decision], at: Sample.now).map(\.id) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        var taken: Set<[Int]> = []
        var salts: Set<String> = []
        for award in awards {
            let proof = try await stores.proofs.proof(of: award)
            taken.insert([proof.list, proof.place])
            salts.insert(proof.salt)
        }
        #expect(awards.count == 10_000 && taken.count == 10_000 && salts.count == 10_000)
    }

    private static func revokedPlaces(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git")
        let award = try await stores.give(badge, to: try await stores.person("Ada"))
        try await stores.give(badge, to: try await stores.person("Bob"))
        let proof = try await stores.proofs.proof(of: award.id)
        let before = try await stores.proofs.statusList(proof.list)
        #expect(before == StatusListState(number: proof.list, issuer: badge.issuer.id, changes: 0))
        #expect(try await stores.proofs.revokedPlaces(in: proof.list).isEmpty)
        try await stores.awards.revoke(award.id, Revocation(at: Sample.now, reason: "No 🏅."), by: Sample.designer)
        #expect(try await stores.proofs.revokedPlaces(in: proof.list) == [proof.place])
        #expect(try await stores.proofs.statusList(proof.list)?.changes == 1)
        #expect(try await stores.proofs.statusList(99) == nil)
        let revoked = [RevokedAward(award: award.id, reason: "No 🏅.")]
        #expect(try await stores.proofs.revocations(of: badge.issuer.id) == revoked)
    }

    private static func suspendedPlaces(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git")
        let award = try await stores.give(badge, to: try await stores.person("Ada"))
        try await stores.give(badge, to: try await stores.person("Bob"))
        let proof = try await stores.proofs.proof(of: award.id)
        try await stores.awards.suspend(award.id, Suspension(at: Sample.now, reason: "🔍"), by: Sample.designer)
        #expect(try await stores.proofs.suspendedPlaces(in: proof.list) == [proof.place])
        #expect(try await stores.proofs.revokedPlaces(in: proof.list).isEmpty)
        let held = RevokedAward(award: award.id, reason: "🔍", isSuspended: true)
        #expect(try await stores.proofs.revocations(of: badge.issuer.id) == [held])
        #expect(try await stores.proofs.stamp(of: award.id).suspendedAt == Sample.now)
        try await stores.awards.resume(award.id, by: Sample.designer, at: Sample.now)
        #expect(try await stores.proofs.suspendedPlaces(in: proof.list).isEmpty)
        #expect(try await stores.proofs.revocations(of: badge.issuer.id).isEmpty)
        #expect(try await stores.proofs.statusList(proof.list)?.changes == 2)
        #expect(try await stores.proofs.changeCount(of: badge.issuer.id) == 2)
    }

    private static func issuersApart(_ stores: StoreFixture) async throws {
        let first = try await stores.published("git")
        let other = Issuer(id: "other", name: "Other")
        try await stores.badges.save(other, by: Sample.designer, at: Sample.now)
        let new = NewBadge(id: "second", slug: try Slug("second"), issuer: other.id, content: Sample.content("2"))
        _ = try await stores.badges.create(new, by: Sample.designer, at: Sample.now)
        let second = try await stores.badges.set(.published, of: new.slug, by: Sample.designer, at: Sample.now)
        let ada = try await stores.person("Ada")
        let awards = [try await stores.give(first, to: ada), try await stores.give(second, to: ada)]
        let lists = [try await stores.proofs.proof(of: awards[0].id), try await stores.proofs.proof(of: awards[1].id)]
        #expect(lists[0].list != lists[1].list)
        try await stores.awards.revoke(awards[1].id, Revocation(at: Sample.now, reason: "x"), by: Sample.designer)
        #expect(try await stores.proofs.revocations(of: first.issuer.id).isEmpty)
        #expect(try await stores.proofs.revocations(of: other.id).map(\.award) == [awards[1].id])
        #expect(try await stores.proofs.keyring().issuers.map(\.id) == [first.issuer.id, other.id])
    }

    private static func keys(_ stores: StoreFixture) async throws {
        _ = try await stores.draft("git")
        let stored = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask { try await stores.proofs.add(.sample(ID("k\(number)")), by: Sample.designer) }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(stored == 1)
        #expect(try await stores.proofs.add(.sample("ed", .ed25519), by: Sample.designer))
        #expect(try await stores.proofs.keyring().keys.count == 2)
        #expect(try await stores.audit.events(limit: 9).count { $0.action == .keyMade } == 2)
    }

    private static func rotation(_ stores: StoreFixture) async throws {
        _ = try await stores.draft("git")
        _ = try await stores.proofs.add(.sample("old"), by: Sample.designer)
        try await stores.proofs.replace(with: .sample("new", at: Sample.now + 1), by: Sample.designer)
        let keys = try await stores.proofs.keyring().keys
        #expect(keys.map(\.id) == ["old", "new"])
        #expect(keys.map(\.retiredAt) == [Sample.now + 1, nil])
        #expect(keys[1] == .sample("new", at: Sample.now + 1))
    }

    private static func stamp(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("git")
        let award = try await stores.give(badge, to: try await stores.person("Ada"))
        var stamps = [try await stores.proofs.stamp(of: award.id)]
        #expect(stamps[0].email?.description == "ada@acme.example" && stamps[0].revokedAt == nil)
        let edit = try Sample.edit(id: badge.id, revision: badge.revision, slug: "git")
        _ = try await stores.badges.save(edit, by: Sample.designer, at: Sample.now)
        stamps.append(try await stores.proofs.stamp(of: award.id))
        try await stores.badges.save(StoreFixture.issuer, by: Sample.designer, at: Sample.now)
        stamps.append(try await stores.proofs.stamp(of: award.id))
        _ = try await stores.proofs.add(.sample("key"), by: Sample.designer)
        stamps.append(try await stores.proofs.stamp(of: award.id))
        try await stores.awards.revoke(award.id, Revocation(at: Sample.now, reason: "x"), by: Sample.designer)
        stamps.append(try await stores.proofs.stamp(of: award.id))
        #expect(Set(stamps).count == 5)
        #expect(stamps[4].revokedAt == Sample.now)
    }

    private static func editions(_ stores: StoreFixture) async throws {
        let badge = try await stores.draft("git")
        await #expect(throws: BadgeError.notFound("git")) {
            try await stores.proofs.edition(of: badge.slug, version: nil)
        }
        let published = try await stores.badges.set(.published, of: badge.slug, by: Sample.designer, at: Sample.now)
        try await stores.give(published, to: try await stores.person("Ada"))
        let edit = try Sample.edit(id: badge.id, revision: published.revision, slug: "git")
        _ = try await stores.badges.save(edit, by: Sample.designer, at: Sample.now)
        let old = try await stores.proofs.edition(of: badge.slug, version: 1)
        let new = try await stores.proofs.edition(of: badge.slug, version: nil)
        #expect(old.content == badge.content && old.version == 1 && old.versions == 2)
        #expect(new.content.name == "edited" && new.version == 2 && new.issuer == badge.issuer)
        await #expect(throws: BadgeError.notFound("git")) {
            try await stores.proofs.edition(of: badge.slug, version: 3)
        }
    }
}

extension SigningKey {
    fileprivate static func sample(
        _ id: SigningKey.ID,
        _ algorithm: Algorithm = .rsa2048,
        at date: Date = Sample.now
    ) -> SigningKey {
        SigningKey(
            id: id,
            issuer: StoreFixture.issuer.id,
            algorithm: algorithm,
            publicKey: [0, 1, 255],
            sealedKey: [9, 0],
            createdAt: date
        )
    }
}
