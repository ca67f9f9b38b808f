import Core
import Foundation
import Testing

extension StoreRule {
    static let holders = [
        StoreRule("holders of a badge come newest first, with address and how they came by it", holdersOfBadge),
        StoreRule("holders come in pages by key, each once, also those of one moment", holderPages),
        StoreRule(
            "holders are found by a part of their name or address, and by what became of the badge",
            holdersFound
        ),
    ]

    private static func holdersOfBadge(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        try await stores.give(try await stores.published("other"), to: try await stores.person("Zoe"))
        let ada = try await stores.person("Ada 🏅", "ada@acme.example")
        try await stores.give(badge, to: ada, id: "a", on: Sample.now)
        _ = try await stores.person("Bob")
        let author = try await stores.person("Tomas")
        let list = AwardList(
            id: ID(UUID()),
            badge: badge.id,
            slug: badge.slug,
            createdBy: author.id,
            name: "",
            createdAt: Sample.now
        )
        _ = try await stores.lists.add(list, [ListedPerson(line: 1, address: "bob@acme.example")])
        try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now + 1)
        _ = try await stores.lists.giveNext(list.id, limit: 10, at: Sample.now + 1)
        let page = try await stores.awards.holders(HolderQuery(badge: badge.id, at: Sample.now))
        #expect(page.holders.map(\.held.personName) == ["Bob", "Ada 🏅"] && page.next == nil)
        #expect(page.holders.map(\.origin) == [.list, .hand])
        #expect(page.holders.map(\.email?.description) == ["bob@acme.example", "ada@acme.example"])
        let held = try await stores.awards.award("a")
        #expect(page.holders.last?.held == held)
    }

    private static func holderPages(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        for number in 0..<7 {
            let person = try await stores.person("P\(number)")
            try await stores.give(badge, to: person, id: ID("a\(number)"), on: Sample.now + Double(number / 3))
        }
        var query = HolderQuery(badge: badge.id, at: Sample.now, limit: 2)
        var found: [Award.ID] = []
        var pages = 0
        repeat {
            let page = try await stores.awards.holders(query)
            found += page.holders.map(\.held.award.id)
            query.after = page.next
            pages += 1
        } while query.after != nil && pages < 9
        #expect(found == ["a6", "a3", "a4", "a5", "a0", "a1", "a2"] && pages == 4)
    }

    private static func holdersFound(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let day = Sample.day
        for (id, name) in [("valid", "Ünal 100%"), ("late", "Late"), ("held", "Held"), ("back", "Back")] {
            let expires = id == "late" ? Sample.now + day : nil
            try await stores.give(
                badge,
                to: try await stores.person(name, "\(id)@acme.example"),
                id: ID(id),
                expires: expires
            )
        }
        try await stores.awards.suspend("held", Suspension(at: Sample.now, reason: "?"), by: Sample.designer)
        try await stores.awards.revoke("back", Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        func names(_ text: String = "", _ state: HolderQuery.State? = nil) async throws -> Set<String> {
            let query = HolderQuery(badge: badge.id, text: text, state: state, at: Sample.now + 2 * day)
            return Set(try await stores.awards.holders(query).holders.map(\.held.award.id.rawValue))
        }
        for text in ["üNAL", "100%", "%", "VALID@acme"] { #expect(try await names(text) == ["valid"], "\(text)") }
        for text in ["_", "'; --", "🏅"] { #expect(try await names(text).isEmpty, "\(text)") }
        #expect(try await names("", .valid) == ["valid"])
        #expect(try await names("", .expired) == ["late"])
        #expect(try await names("", .onHold) == ["held"])
        #expect(try await names("", .revoked) == ["back"])
        let unclaimed = try await names("", .unclaimed)
        let claimed = try await stores.awards.award("valid").award.claimedAt != nil
        #expect(unclaimed == (claimed ? [] : ["valid"]))
        #expect(try await names().count == 4)
    }
}
