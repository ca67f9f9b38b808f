import Core
import Foundation
import Testing

extension StoreRule {
    static let checks = [
        StoreRule("a check is there for who has its token, for half an hour", checkKept),
        StoreRule("of a stranger's check only the result stays; what a person gave stays to be kept", checkFinished),
        StoreRule("an address is proved by the code that was sent there", addressProved),
        StoreRule("a code counts once, for a quarter of an hour, and not after five wrong ones", addressCodes),
        StoreRule("an address gets three codes an hour, and nobody's but its owner's", addressOften),
    ]

    private static let file = ImportedFile(mediaType: "image/png", bytes: [0, 255, 10])

    private static func check(_ token: String, _ given: BadgeCheck.Given, by person: Person? = nil) -> BadgeCheck {
        BadgeCheck(token: TokenHash(of: token), person: person?.id, given: given, askedAt: Sample.now)
    }

    private static func checkKept(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let link = check("a", .link("https://elsewhere.example/🏅"))
        let upload = check("b", .file(file), by: ada)
        for check in [link, upload] { try await stores.checks.add(check) }
        let end = Sample.now + BadgeCheck.lifetime
        #expect(try await stores.checks.check(link.token, at: end - 1) == link)
        #expect(try await stores.checks.check(upload.token, at: end - 1) == upload)
        await #expect(throws: CheckError.gone) { try await stores.checks.check(link.token, at: end) }
        await #expect(throws: CheckError.gone) {
            try await stores.checks.check(TokenHash(of: "c"), at: Sample.now)
        }
        try await stores.checks.forget(link.token)
        await #expect(throws: CheckError.gone) { try await stores.checks.check(link.token, at: Sample.now) }
        try await stores.checks.forget(before: Sample.now)
        #expect(try await stores.checks.check(upload.token, at: Sample.now) == upload)
        try await stores.checks.forget(before: Sample.now + 1)
        await #expect(throws: CheckError.gone) { try await stores.checks.check(upload.token, at: Sample.now) }
    }

    private static func checkFinished(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let (stranger, person) = (check("a", .file(file)), check("b", .link("https://a.example/"), by: ada))
        let (forgotten, kept) = (check("c", .file(file)), check("d", .file(file), by: ada))
        for check in [stranger, person, forgotten, kept] { try await stores.checks.add(check) }
        for check in [forgotten, kept] { try await stores.checks.finish(check.token, report: "", file: nil) }
        #expect(try await stores.checks.check(forgotten.token, at: Sample.now).given == nil)
        #expect(try await stores.checks.check(kept.token, at: Sample.now).given == .file(file))
        try await stores.checks.report(#"{"a":"🐍"}"#, of: stranger.token)
        #expect(try await stores.checks.check(stranger.token, at: Sample.now).report == #"{"a":"🐍"}"#)
        for check in [stranger, person] {
            try await stores.checks.finish(check.token, report: "done", file: file)
            try await stores.checks.report("late", of: check.token)
        }
        var (first, second) = (stranger, person)
        (first.given, first.report, first.isDone) = (.file(file), "done", true)
        (second.given, second.report, second.isDone) = (.file(file), "done", true)
        #expect(try await stores.checks.check(stranger.token, at: Sample.now) == first)
        #expect(try await stores.checks.check(person.token, at: Sample.now) == second)
    }

    private static let address = EmailAddress(stored: "ada🏅@private.example")

    private static func addressProved(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let code = AddressCode(42)
        #expect(code.description == "00000042")
        try await stores.addressProofs.begin(address, of: ada.id, code: code, at: Sample.now)
        let told = try await stores.outbox().last
        let payload = ["person": ada.id.rawValue, "address": address.description, "code": "00000042"]
        #expect(told == OutboxEntry(kind: "address.code", payload: payload))
        try await stores.addressProofs.prove(address, of: ada.id, code: "00000042", at: Sample.now + 899)
        #expect(try await stores.people.person(ada.id).emails == ada.emails + [address])
        #expect(try await stores.audit.events(limit: 1).first?.action == .addressAdded)
    }

    private static func addressCodes(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        func prove(_ code: String, by person: Person = ada, after seconds: TimeInterval = 0) async throws {
            try await stores.addressProofs.prove(address, of: person.id, code: code, at: Sample.now + seconds)
        }
        await #expect(throws: AddressProofError.noCode) { try await prove("00000001") }
        try await stores.addressProofs.begin(address, of: ada.id, code: AddressCode(1), at: Sample.now)
        await #expect(throws: AddressProofError.noCode) { try await prove("00000001", by: bob) }
        await #expect(throws: AddressProofError.noCode) { try await prove("00000001", after: 900) }
        for _ in 0..<5 { await #expect(throws: AddressProofError.wrongCode) { try await prove("2") } }
        await #expect(throws: AddressProofError.noCode) { try await prove("00000001") }
        try await stores.addressProofs.begin(address, of: ada.id, code: AddressCode(3), at: Sample.now)
        await #expect(throws: AddressProofError.wrongCode) { try await prove("00000001") }
        try await prove("00000003")
        await #expect(throws: AddressProofError.noCode) { try await prove("00000003") }
    }

    private static func addressOften(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let theirs = try #require(bob.emails.first)
        func begin(_ address: EmailAddress, after seconds: TimeInterval) async throws {
            try await stores.addressProofs.begin(
                address,
                of: ada.id,
                code: AddressCode(7),
                at: Sample.now + seconds
            )
        }
        await #expect(throws: AddressProofError.taken) { try await begin(theirs, after: 0) }
        for seconds in [0.0, 60, 120] { try await begin(address, after: seconds) }
        await #expect(throws: AddressProofError.sentOften) { try await begin(address, after: 3_599) }
        try await begin(address, after: 3_600)
    }
}
