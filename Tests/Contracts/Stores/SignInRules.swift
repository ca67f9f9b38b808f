import Core
import Foundation
import Testing

extension StoreRule {
    static let signIn = [
        StoreRule("whoever signs in first becomes a person, and is the same one the next time", firstSignIn),
        StoreRule("name, addresses and roles are the provider's; older addresses stay behind the new ones", takenOver),
        StoreRule("another provider finds the person by a verified address, in any case", linkedByEmail),
        StoreRule("an address that passed to a colleague does not bring the old badges along", recycledAddress),
        StoreRule("an address of somebody else stays with them", foreignAddress),
        StoreRule("a provider that says nothing about roles leaves them alone", rolesUnsaid),
        StoreRule("a provider takes back only the roles that it gave", rolesByProvider),
        StoreRule(
            "a role that was granted beside a provider's stays when the provider takes its own back",
            rolesBeside
        ),
        StoreRule("a closed account is refused, whatever the provider says", deactivated),
        StoreRule("a person without name and address gets a name", nameless),
        StoreRule("people are found by identity and by address", found),
        StoreRule("sources know people by their accounts and addresses", keys),
    ]

    private static func firstSignIn(_ stores: StoreFixture) async throws {
        for (number, text) in Sample.texts.map({ String($0.prefix(99)).trimmed }).enumerated() where !text.isEmpty {
            var subject = try Sample.subject("s\(number)", "p\(number)@acme.example")
            subject.name = text
            let person = try await stores.people.signIn(subject, at: Sample.now)
            #expect(person.name == text && person.emails == subject.emails && person.roles.isEmpty)
            #expect(person.createdAt == Sample.now)
            #expect(try await stores.people.signIn(subject, at: Sample.now + 5) == person)
            #expect(try await stores.people.person(person.id) == person)
        }
    }

    private static func takenOver(_ stores: StoreFixture) async throws {
        let first = try await stores.people.signIn(
            try Sample.subject("s", "old@acme.example", "b@acme.example"),
            at: Sample.now
        )
        var subject = try Sample.subject("s", "b@acme.example", "new@acme.example")
        subject.name = "Ada 👑"
        subject.roles = [.designer]
        let second = try await stores.people.signIn(subject, at: Sample.now)
        #expect(second.id == first.id && second.name == "Ada 👑" && second.roles == [.designer])
        #expect(second.emails.map(\.description) == ["b@acme.example", "new@acme.example", "old@acme.example"])
        #expect(try await stores.people.people(matching: "👑", page: 0).total == 1)
    }

    private static func linkedByEmail(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada", "Zoë@Acme.example")
        let other = try Sample.subject("ada-2", "ZOE\u{308}@ACME.example", provider: "saml")
        #expect(try await stores.people.signIn(other, at: Sample.now).id == ada.id)
        let moved = try Sample.subject("ada-2", "else@acme.example", provider: "saml")
        #expect(try await stores.people.signIn(moved, at: Sample.now).id == ada.id)
    }

    private static func recycledAddress(_ stores: StoreFixture) async throws {
        let old = try await stores.people.signIn(try Sample.subject("old", "a@acme.example"), at: Sample.now)
        let new = try await stores.people.signIn(try Sample.subject("new", "a@acme.example"), at: Sample.now)
        #expect(new.id != old.id && new.emails.isEmpty)
        #expect(try await stores.people.person(old.id) == old)
    }

    private static func foreignAddress(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let subject = try Sample.subject("Bob", "ada@acme.example", "bob@acme.example")
        let signedIn = try await stores.people.signIn(subject, at: Sample.now)
        #expect(signedIn.id == bob.id && signedIn.emails == bob.emails)
        #expect(try await stores.people.person(ada.id) == ada)
    }

    private static func rolesUnsaid(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.people.set(.designer, of: ada.id, to: true, by: Sample.designer, at: Sample.now)
        #expect(try await stores.person("Ada").roles == [.designer])
    }

    private static func rolesBeside(_ stores: StoreFixture) async throws {
        var subject = try Sample.subject("Ada", "ada@acme.example")
        subject.roles = [.administrator, .designer]
        let ada = try await stores.people.signIn(subject, at: Sample.now)
        let email = try Sample.email("ada@acme.example")
        #expect(try await stores.people.grant(.administrator, to: email, by: Sample.designer, at: Sample.now))
        try await stores.people.set(.designer, of: ada.id, to: true, by: Sample.designer, at: Sample.now)
        subject.roles = []
        #expect(try await stores.people.signIn(subject, at: Sample.now).roles == [.administrator, .designer])
    }

    private static func rolesByProvider(_ stores: StoreFixture) async throws {
        var subject = try Sample.subject("Ada", "ada@acme.example")
        subject.roles = [.administrator, .designer]
        let ada = try await stores.people.signIn(subject, at: Sample.now)
        #expect(ada.roles == [.administrator, .designer])
        try await stores.people.set(.designer, of: ada.id, to: false, by: Sample.designer, at: Sample.now)
        try await stores.people.set(.designer, of: ada.id, to: true, by: Sample.designer, at: Sample.now)
        subject.roles = []
        #expect(try await stores.people.signIn(subject, at: Sample.now).roles == [.designer])
        let events = try await stores.audit.events(limit: 100).filter { $0.subject == ada.id.rawValue }
        #expect(events.map(\.action).first == .roleTaken && events.map(\.detail).first == "administrator")
    }

    private static func deactivated(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.deactivate(ada.id, Sample.now)
        await #expect(throws: PersonError.deactivated) { try await stores.person("Ada") }
        let other = try Sample.subject("elsewhere", "ada@acme.example", provider: "saml")
        await #expect(throws: PersonError.deactivated) { try await stores.people.signIn(other, at: Sample.now) }
        #expect(try await stores.people.person(ada.id).deactivatedAt == Sample.now)
    }

    private static func nameless(_ stores: StoreFixture) async throws {
        var subject = try Sample.subject("s", "ada@acme.example")
        subject.name = " \n"
        #expect(try await stores.people.signIn(subject, at: Sample.now).name == "ada")
        subject = try Sample.subject("t")
        subject.name = ""
        #expect(try await !stores.people.signIn(subject, at: Sample.now).name.isEmpty)
        subject.name = String(repeating: "👩🏽‍🚀", count: 201)
        #expect(try await stores.people.signIn(subject, at: Sample.now).name.count == 200)
    }

    private static func found(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        #expect(try await stores.people.person(Sample.email("ADA@acme.example")) == ada)
        await #expect(throws: PersonError.notFound) { try await stores.people.person("none") }
        await #expect(throws: PersonError.notFound) { try await stores.people.person(Sample.email("x@acme.example")) }
        await #expect(throws: PersonError.notFound) { try await stores.people.keys(of: "none") }
    }

    private static func keys(_ stores: StoreFixture) async throws {
        let ada = try await stores.people.signIn(
            try Sample.subject("ada", "b@acme.example", "a@acme.example"),
            at: Sample.now
        )
        let expected = [
            PersonKey(.account, "ada", realm: "demo"), PersonKey(.email, "b@acme.example"),
            PersonKey(.email, "a@acme.example"),
        ]
        #expect(try await stores.people.keys(of: ada.id) == expected.compactMap { $0 })
    }
}
