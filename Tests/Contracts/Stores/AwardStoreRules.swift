import Core
import Foundation
import Testing

extension StoreRule {
    static let awards = [
        StoreRule("an award comes back with its badge, issuer and person, whatever the texts", awardRoundTrip),
        StoreRule("an award that is not there is not found", awardNotFound),
        StoreRule("awards of a person come newest first, revoked ones too", awardsOfPerson),
        StoreRule("awards come in pages, newest first, of one badge and of all", awardPages),
        StoreRule("nobody is given a badge twice", givenOnce),
        StoreRule("two who give the same badge at the same time give one", givenAtOnce),
        StoreRule("only a published badge is given, and only to somebody", giveRefused),
        StoreRule("an award is claimed once, by its person only", claim),
        StoreRule("an award is revoked once, with a reason", revoke),
        StoreRule("an award is put on hold and counts again, as often as it takes", suspend),
        StoreRule("what happens to an award is in the audit log and in the outbox", traces),
    ]

    private static func awardRoundTrip(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        for (number, text) in Sample.texts.enumerated() {
            let person = try await stores.person("\(number) 🧑‍🚀 \(text.prefix(99))".trimmed, "p\(number)@acme.example")
            let award = Award(
                id: ID(UUID()),
                badge: badge.id,
                badgeVersion: 1,
                person: person.id,
                issuedOn: Sample.now,
                expires: Date(timeIntervalSince1970: 1_772_438_400.001),
                evidence: [Evidence(name: text, url: URL(string: "https://acme.example/é")), Evidence(name: "")],
                narrative: text,
                claimedAt: Date(timeIntervalSince1970: 1_772_438_400.987)
            )
            try await stores.awards.give(award, by: Sample.designer)
            let held = try await stores.awards.award(award.id)
            #expect(held.award == award)
            #expect(held.slug == badge.slug && held.content == badge.content && held.issuer == badge.issuer)
            #expect(held.personName == person.name)
        }
        #expect(try await stores.badges.badge(badge.slug).holders == Sample.texts.count)
    }

    private static func awardNotFound(_ stores: StoreFixture) async throws {
        let person = try await stores.person("Ada")
        await #expect(throws: AwardError.notFound) { try await stores.awards.award("none") }
        await #expect(throws: AwardError.notFound) {
            try await stores.awards.claim("none", by: person.id, at: Sample.now)
        }
        await #expect(throws: AwardError.notFound) {
            let revocation = Revocation(at: Sample.now, reason: "It was a mistake.")
            try await stores.awards.revoke("none", revocation, by: Sample.designer)
        }
        #expect(try await stores.awards.awards(of: person.id).isEmpty)
        #expect(try await stores.awards.histories(of: []).isEmpty)
    }

    private static func awardsOfPerson(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        for (day, slug) in ["b", "a", "c"].enumerated() {
            let badge = try await stores.published(slug)
            try await stores.give(badge, to: ada, id: ID(slug), on: Sample.now + Double(day) * Sample.day)
        }
        try await stores.give(try await stores.published("d"), to: bob)
        try await stores.awards.revoke("a", Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        let held = try await stores.awards.awards(of: ada.id)
        #expect(held.map(\.award.id) == ["c", "a", "b"])
        #expect(held.map(\.slug.description) == ["c", "a", "b"])
        #expect(held[1].award.revocation == Revocation(at: Sample.now, reason: "No."))
    }

    private static func awardPages(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        for number in 0...AwardPage.size {
            let person = try await stores.person("P\(number)")
            try await stores.give(badge, to: person, id: ID("a\(number)"), on: Sample.now + Double(number))
        }
        try await stores.give(try await stores.published("other"), to: try await stores.person("Z"), id: "z")
        let first = try await stores.awards.awards(of: badge.id, page: 0)
        #expect(first.awards.count == AwardPage.size && first.hasMore)
        #expect(first.awards.first?.award.id == "a50")
        let second = try await stores.awards.awards(of: badge.id, page: 1)
        #expect(second.awards.map(\.award.id) == ["a0"] && !second.hasMore)
        #expect(try await stores.awards.awards(of: badge.id, page: 2).awards.isEmpty)
        #expect(try await stores.awards.awards(page: 1).awards.count == 2)
    }

    private static func givenOnce(_ stores: StoreFixture) async throws {
        let (badge, person) = (try await stores.published("badge"), try await stores.person("Ada"))
        let first = try await stores.give(badge, to: person, expires: Sample.now + Sample.day)
        await #expect(throws: AwardError.hasItAlready(first.id)) { try await stores.give(badge, to: person) }
        #expect(try await stores.awards.awards(of: person.id).map(\.award) == [first])
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
    }

    private static func givenAtOnce(_ stores: StoreFixture) async throws {
        let (badge, person) = (try await stores.published("badge"), try await stores.person("Ada"))
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        try await stores.give(badge, to: person)
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
        #expect(try await stores.awards.awards(of: person.id).count == 1)
        #expect(try await stores.outbox().count == 1)
    }

    private static func giveRefused(_ stores: StoreFixture) async throws {
        let (draft, person) = (try await stores.draft("draft"), try await stores.person("Ada"))
        await #expect(throws: BadgeError.withdrawn(draft.slug)) { try await stores.give(draft, to: person) }
        let badge = try await stores.published("badge")
        let nobody = Person(id: "nobody", name: "Nobody", createdAt: Sample.now)
        await #expect(throws: PersonError.notFound) { try await stores.give(badge, to: nobody) }
        _ = try await stores.badges.set(.withdrawn, of: badge.slug, by: Sample.designer, at: Sample.now)
        await #expect(throws: BadgeError.withdrawn(badge.slug)) { try await stores.give(badge, to: person) }
        #expect(try await stores.outbox().isEmpty)
    }

    private static func claim(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let award = try await stores.give(try await stores.published("badge"), to: ada)
        await #expect(throws: AwardError.notFound) {
            try await stores.awards.claim(award.id, by: bob.id, at: Sample.now)
        }
        try await stores.awards.claim(award.id, by: ada.id, at: Sample.now + 1)
        try await stores.awards.claim(award.id, by: ada.id, at: Sample.now + 2)
        #expect(try await stores.awards.award(award.id).award.claimedAt == Sample.now + 1)
        let claims = try await stores.audit.events(limit: 100).filter { $0.action == .awardClaimed }
        #expect(claims.map(\.actor) == [.person(ada.id)])
    }

    private static func revoke(_ stores: StoreFixture) async throws {
        let (badge, person) = (try await stores.published("badge"), try await stores.person("Ada"))
        let award = try await stores.give(badge, to: person)
        await #expect(throws: AwardError.reasonMissing) {
            try await stores.awards.revoke(award.id, Revocation(at: Sample.now, reason: " \n"), by: Sample.designer)
        }
        let revocation = Revocation(at: Sample.now, reason: "Falsche Person 🙈")
        try await stores.awards.revoke(award.id, revocation, by: Sample.designer)
        await #expect(throws: AwardError.revokedAlready) {
            try await stores.awards.revoke(award.id, revocation, by: Sample.designer)
        }
        #expect(try await stores.awards.award(award.id).award.revocation == revocation)
        #expect(try await stores.badges.badge(badge.slug).holders == 0)
        try await stores.give(badge, to: person)
        #expect(try await stores.awards.awards(of: person.id).count == 2)
    }

    private static func suspend(_ stores: StoreFixture) async throws {
        let (badge, person) = (try await stores.published("badge"), try await stores.person("Ada"))
        let award = try await stores.give(badge, to: person)
        let suspension = Suspension(at: Sample.now, reason: "Wir prüfen das 🔍")
        await #expect(throws: AwardError.reasonMissing) {
            try await stores.awards.suspend(award.id, Suspension(at: Sample.now, reason: " "), by: Sample.designer)
        }
        for _ in 0..<2 {
            try await stores.awards.suspend(award.id, suspension, by: Sample.designer)
            #expect(try await stores.awards.award(award.id).award.verdict(at: Sample.now) == .suspended(suspension))
            await #expect(throws: AwardError.suspendedAlready) {
                try await stores.awards.suspend(award.id, suspension, by: Sample.designer)
            }
            try await stores.awards.resume(award.id, by: Sample.designer, at: Sample.now)
            #expect(try await stores.awards.award(award.id).award.suspension == nil)
        }
        await #expect(throws: AwardError.notSuspended) {
            try await stores.awards.resume(award.id, by: Sample.designer, at: Sample.now)
        }
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        let actions = try await stores.audit.events(limit: 4).map(\.action)
        #expect(actions == [.awardResumed, .awardSuspended, .awardResumed, .awardSuspended])
        try await stores.awards.revoke(award.id, Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        await #expect(throws: AwardError.revokedAlready) {
            try await stores.awards.suspend(award.id, suspension, by: Sample.designer)
        }
        for id: Award.ID in ["none"] {
            await #expect(throws: AwardError.notFound) {
                try await stores.awards.suspend(id, suspension, by: Sample.designer)
            }
            await #expect(throws: AwardError.notFound) {
                try await stores.awards.resume(id, by: Sample.designer, at: Sample.now)
            }
        }
    }

    private static func traces(_ stores: StoreFixture) async throws {
        let (badge, person) = (try await stores.published("badge"), try await stores.person("Ada"))
        let award = try await stores.give(badge, to: person)
        try await stores.awards.revoke(award.id, Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        let events = try await stores.audit.events(limit: 2)
        #expect(events.map(\.action) == [.awardRevoked, .awardIssued])
        #expect(events.map(\.subject) == [award.id.rawValue, award.id.rawValue])
        #expect(events.map(\.actor) == [Sample.designer, Sample.designer])
        let payload = ["award": award.id.rawValue, "badge": badge.id.rawValue, "person": person.id.rawValue]
        #expect(
            try await stores.outbox() == [
                OutboxEntry(kind: "award.issued", payload: payload),
                OutboxEntry(kind: "award.revoked", payload: payload),
            ]
        )
    }
}
