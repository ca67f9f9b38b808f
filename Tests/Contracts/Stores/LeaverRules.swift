import Core
import Foundation
import Testing

extension StoreRule {
    static let leavers = [
        StoreRule("whoever left gets a code at the private address, and a visit of an hour for it", leaverVisits),
        StoreRule("nobody else gets a code: no work address, no open account, no stranger", leaverOnly),
        StoreRule("a leaver's code counts once, not late, and not after five wrong ones", leaverCodes),
        StoreRule("leaving is told once, to whoever gave a private address", leaverTold),
        StoreRule(
            "an administrator gives a leaver the private address that is missing, and the letter goes",
            leaverGiven
        ),
        StoreRule(
            "nobody who is here, has a private address, or is unknown is given one, and no address of anybody",
            leaverNotGiven
        ),
        StoreRule("a private address stays private when the work address changes", leaverRenamed),
        StoreRule("a private address moves along when accounts become one", leaverMerged),
    ]

    private static let home = EmailAddress(stored: "ada🏅@home.example")

    /// Ada, with a private address.
    private static func ada(_ stores: StoreFixture) async throws -> Person {
        let ada = try await stores.person("Ada")
        try await stores.addressProofs.begin(home, of: ada.id, code: AddressCode(1), at: Sample.now)
        try await stores.addressProofs.prove(home, of: ada.id, code: "00000001", at: Sample.now)
        return try await stores.people.person(ada.id)
    }

    private static func codes(_ stores: StoreFixture) async throws -> [String] {
        try await stores.outbox().filter { $0.kind == "address.code" }.compactMap { $0.payload["code"] }
    }

    private static func leaverVisits(_ stores: StoreFixture) async throws {
        let ada = try await ada(stores)
        let token = TokenHash(of: "visit")
        #expect(try await stores.leavers.privateAddress(of: ada.id) == home)
        try await stores.accounts.close(ada.id, by: .commandLine, at: Sample.now)
        try await stores.leavers.ask(for: home, code: AddressCode(42), at: Sample.now)
        #expect(try await codes(stores).last == "00000042")
        try await stores.leavers.begin(token, address: home, code: "00000042", at: Sample.now)
        #expect(try await stores.leavers.visitor(token, at: Sample.now + 3_599)?.id == ada.id)
        #expect(try await stores.leavers.visitor(token, at: Sample.now + 3_600) == nil)
        #expect(try await stores.leavers.visitor(TokenHash(of: "other"), at: Sample.now) == nil)
        #expect(try await stores.people.session(token, at: Sample.now) == nil)
        try await stores.accounts.reopen(ada.id, by: .commandLine, at: Sample.now)
        #expect(try await stores.leavers.visitor(token, at: Sample.now) == nil)
        try await stores.accounts.close(ada.id, by: .commandLine, at: Sample.now)
        #expect(try await stores.leavers.visitor(token, at: Sample.now)?.id == ada.id)
        try await stores.leavers.end(token)
        #expect(try await stores.leavers.visitor(token, at: Sample.now) == nil)
    }

    private static func leaverOnly(_ stores: StoreFixture) async throws {
        let ada = try await ada(stores)
        let before = try await codes(stores)
        try await stores.leavers.ask(for: home, code: AddressCode(42), at: Sample.now)
        try await stores.accounts.close(ada.id, by: .commandLine, at: Sample.now)
        let work = try #require(ada.emails.first)
        for address in [work, EmailAddress(stored: "nobody@home.example")] {
            try await stores.leavers.ask(for: address, code: AddressCode(42), at: Sample.now)
            await #expect(throws: AddressProofError.wrongCode) {
                try await stores.leavers.begin(TokenHash(of: "v"), address: address, code: "00000042", at: Sample.now)
            }
        }
        #expect(try await codes(stores) == before)
    }

    private static func leaverCodes(_ stores: StoreFixture) async throws {
        let ada = try await ada(stores)
        try await stores.accounts.close(ada.id, by: .commandLine, at: Sample.now)
        func begin(_ code: String, after seconds: TimeInterval = 0) async throws {
            let token = TokenHash(of: "visit")
            try await stores.leavers.begin(token, address: home, code: code, at: Sample.now + seconds)
        }
        await #expect(throws: AddressProofError.wrongCode) { try await begin("") }
        try await stores.leavers.ask(for: home, code: AddressCode(2), at: Sample.now)
        await #expect(throws: AddressProofError.wrongCode) { try await begin("00000002", after: 900) }
        for _ in 0..<5 { await #expect(throws: AddressProofError.wrongCode) { try await begin("3") } }
        await #expect(throws: AddressProofError.wrongCode) { try await begin("00000002") }
        try await stores.leavers.ask(for: home, code: AddressCode(4), at: Sample.now)
        try await begin("00000004")
        await #expect(throws: AddressProofError.wrongCode) { try await begin("00000004") }
        for code in UInt32(5)..<9 { try await stores.leavers.ask(for: home, code: AddressCode(code), at: Sample.now) }
        #expect(try await codes(stores).suffix(3) == ["00000005", "00000006", "00000007"])
    }

    private static func leaverTold(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await ada(stores), try await stores.person("Bob"))
        for person in [ada, bob, ada] {
            try await stores.accounts.close(person.id, by: .commandLine, at: Sample.now)
        }
        let told = try await stores.outbox().filter { $0.kind == "person.left" }
        #expect(told == [OutboxEntry(kind: "person.left", payload: ["person": ada.id.rawValue])])
    }

    private static func leaverGiven(_ stores: StoreFixture) async throws {
        let (bob, hr) = (
            try await stores.person("Bob שלום", "bob@acme.example"), Actor.person(try await stores.person("HR").id)
        )
        try await stores.accounts.close(bob.id, by: hr, at: Sample.now)
        try await stores.leavers.give(home, to: bob.id, by: hr, at: Sample.now)
        #expect(try await stores.leavers.privateAddress(of: bob.id) == home)
        #expect(try await stores.people.person(bob.id).emails == bob.emails + [home])
        let left = OutboxEntry(kind: "person.left", payload: ["person": bob.id.rawValue])
        #expect(try await stores.outbox().filter { $0.kind == "person.left" } == [left])
        let event = AuditEvent(at: Sample.now, actor: hr, action: .addressAdded, subject: bob.id.rawValue)
        #expect(try await stores.audit.events(limit: 1) == [event])
        try await stores.leavers.ask(for: home, code: AddressCode(7), at: Sample.now)
        #expect(try await codes(stores) == ["00000007"])
    }

    private static func leaverNotGiven(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await ada(stores), try await stores.person("Bob"))
        func give(_ address: EmailAddress, to person: Person.ID) async throws {
            try await stores.leavers.give(address, to: person, by: Sample.designer, at: Sample.now)
        }
        let other = EmailAddress(stored: "other@home.example")
        await #expect(throws: LeaverError.accountOpen) { try await give(other, to: bob.id) }
        await #expect(throws: PersonError.notFound) { try await give(other, to: "nobody") }
        for person in [ada, bob] { try await stores.accounts.close(person.id, by: Sample.designer, at: Sample.now) }
        await #expect(throws: LeaverError.hasAddress) { try await give(other, to: ada.id) }
        for taken in [home] + bob.emails {
            await #expect(throws: AddressProofError.taken) { try await give(taken, to: bob.id) }
        }
        #expect(try await stores.leavers.privateAddress(of: bob.id) == nil)
        #expect(try await stores.outbox().filter { $0.kind == "person.left" }.count == 1)
    }

    private static func leaverRenamed(_ stores: StoreFixture) async throws {
        let ada = try await ada(stores)
        let new = try Sample.subject("Ada", "lovelace@acme.example")
        #expect(try await stores.people.signIn(new, at: Sample.now).id == ada.id)
        #expect(try await stores.leavers.privateAddress(of: ada.id) == home)
    }

    private static func leaverMerged(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await ada(stores), try await stores.person("Bob"))
        try await stores.accounts.merge(ada.id, into: bob.id, by: .commandLine, at: Sample.now)
        #expect(try await stores.people.person(bob.id).emails == bob.emails + ada.emails)
        #expect(try await stores.leavers.privateAddress(of: bob.id) == home)
        #expect(try await stores.leavers.privateAddress(of: ada.id) == nil)
        #expect(try await !stores.outbox().contains { $0.kind == "person.left" })
    }
}
