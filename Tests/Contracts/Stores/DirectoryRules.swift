import Core
import Foundation
import Testing

extension StoreRule {
    static let directories = [
        StoreRule("a directory's user becomes a person, and is read back as it was sent", joiner),
        StoreRule("a userName is taken in every letter case, in its own directory only", userNames),
        StoreRule("users are found by what directories look for, in pages", searches),
        StoreRule("a user is found by nobody else's directory", foreignDirectory),
        StoreRule("the person who signs in later by the same name is the directory's user", signInAfter),
        StoreRule("the person who signed in before by the same name is the directory's user", signInBefore),
        StoreRule("an address that the directory gives out links once", linkedByAddress),
        StoreRule(
            "an address never leads a directory to somebody else: recycled, foreign, unvouched, closed",
            takeOver
        ),
        StoreRule("a leaver's sessions end at once, the badges stay, and a rejoiner is the same person", leaver),
        StoreRule("what an administrator closed a directory does not open", closedByAdministrator),
        StoreRule("a removed user is gone; the person stays closed until the same name comes back", removed),
        StoreRule("a change of a version that is no longer there changes nothing", versions),
        StoreRule("a change that fails changes nothing", failedChange),
        StoreRule("a mover keeps the account: new name, new address, new userName", mover),
    ]

    static let company = Directory(
        id: "company",
        provider: "sso",
        subjectPrefix: "tenant/",
        emailAuthority: EmailAuthority(domains: ["acme.example"], isTrusted: true),
        roles: RoleMapping(
            [.designer: ["Makers 🏅"], .administrator: ["g-admins"]],
            attributes: [RoleMapping.AttributeRule(name: "department", value: "IT", role: .administrator)]
        )
    )

    static func content(
        _ name: String,
        external: String? = nil,
        email: String? = nil,
        _ change: (inout DirectoryUser.Content) -> Void = { _ in }
    ) -> DirectoryUser.Content {
        var content = DirectoryUser.Content(
            userName: "\(name)@acme.example",
            externalID: external,
            name: name,
            emails: [DirectoryUser.Email(email ?? "\(name)@acme.example", kind: "work")],
            document: #"{"core":{"title":"🐍"}}"#
        )
        change(&content)
        return content
    }

    private static func join(
        _ content: DirectoryUser.Content,
        _ stores: StoreFixture,
        _ directory: Directory = company
    ) async throws -> DirectoryUser {
        try await stores.directories.create(content, in: directory, at: Sample.now)
    }

    private static func joiner(_ stores: StoreFixture) async throws {
        for (number, text) in Sample.texts.map({ String($0.prefix(99)) }).enumerated() {
            var sent = content("p\(number)", external: "x\(number)")
            sent.name = text
            sent.attributes = ["title": [text]]
            let user = try await join(sent, stores)
            #expect(user.content == sent && user.version == 1)
            #expect(try await stores.directories.user(user.id, of: company.id) == user)
            let person = try await stores.people.person(user.person)
            #expect(person.name == (text.trimmed.isEmpty ? "Unnamed" : text.trimmed))
            #expect(person.emails.map(\.description) == ["p\(number)@acme.example"])
        }
        let event = try #require(try await stores.audit.events(limit: 1).first)
        #expect(event.action == .directoryUserSaved && event.actor == .directory("company"))
    }

    private static func userNames(_ stores: StoreFixture) async throws {
        let first = try await join(content("zoë"), stores)
        for name in ["zoë@acme.example", "ZOË@ACME.example", "zoe\u{308}@acme.example"] {
            await #expect(throws: DirectoryError.userNameTaken) {
                try await join(content("other") { $0.userName = name }, stores)
            }
        }
        var other = company
        other.id = "other"
        #expect(try await join(content("zoë"), stores, other).person != first.person)
        let second = try await join(content("ada"), stores)
        await #expect(throws: DirectoryError.userNameTaken) {
            try await change(second, stores) { $0.userName = "Zoë@acme.example" }
        }
    }

    private static func searches(_ stores: StoreFixture) async throws {
        for number in 0..<5 {
            let sent = content("p\(number)", external: "x\(number)") { $0.isActive = number != 4 }
            _ = try await join(sent, stores)
        }
        let found: [([DirectoryQuery.Condition], [String])] = [
            ([], ["p0", "p1", "p2", "p3", "p4"]), ([.userName("P1@ACME.example")], ["p1"]),
            ([.externalID("x2")], ["p2"]), ([.externalID("X2")], []), ([.displayName("P3")], ["p3"]),
            ([.email("P1@acme.example", kind: "work")], ["p1"]), ([.email("p1@acme.example", kind: "home")], []),
            ([.email("p1@acme.example", kind: nil), .externalID("x1")], ["p1"]), ([.active(false)], ["p4"]),
            ([.externalID("x1"), .externalID("x2")], []), ([.id("%")], []), ([.member("x")], []),
        ]
        for (conditions, names) in found {
            let page = try await stores.directories.users(of: company.id, DirectoryQuery(conditions))
            #expect(Set(page.elements.map(\.content.name)) == Set(names) && page.total == names.count, "\(conditions)")
        }
        let counted = try await stores.directories.users(of: company.id, DirectoryQuery(count: 0))
        #expect(counted.total == 5 && counted.elements.isEmpty)
        var seen: Set<DirectoryUser.ID> = []
        for offset in [0, 2, 4, 6] {
            let query = DirectoryQuery(offset: offset, count: 2)
            seen.formUnion(try await stores.directories.users(of: company.id, query).elements.map(\.id))
        }
        #expect(seen.count == 5)
    }

    private static func foreignDirectory(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada"), stores)
        var other = company
        other.id = "other"
        #expect(try await stores.directories.users(of: other.id, DirectoryQuery()).total == 0)
        await #expect(throws: DirectoryError.notFound) { try await stores.directories.user(user.id, of: "other") }
        await #expect(throws: DirectoryError.notFound) {
            try await stores.directories.remove(user.id, in: other, versions: nil, at: Sample.now)
        }
    }

    static func change(
        _ user: DirectoryUser,
        _ stores: StoreFixture,
        versions: Set<Int>? = nil,
        _ edit: @escaping @Sendable (inout DirectoryUser.Content) -> Void
    ) async throws -> DirectoryUser {
        try await stores.directories.change(user.id, in: company, versions: versions, at: Sample.now + 1) { content in
            var content = content
            edit(&content)
            return content
        }
    }

    private static func signInAfter(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada", external: "oid-1"), stores)
        let subject = try Sample.subject("tenant/oid-1", provider: "sso")
        #expect(try await stores.people.signIn(subject, at: Sample.now).id == user.person)
        let stranger = try Sample.subject("oid-1", provider: "sso")
        #expect(try await stores.people.signIn(stranger, at: Sample.now).id != user.person)
        let later = try await join(content("bob"), stores)
        _ = try await change(later, stores) { $0.externalID = "oid-2" }
        let bob = try Sample.subject("tenant/oid-2", provider: "sso")
        #expect(try await stores.people.signIn(bob, at: Sample.now).id == later.person)
    }

    private static func signInBefore(_ stores: StoreFixture) async throws {
        let subject = try Sample.subject("tenant/oid-1", "old@acme.example", provider: "sso")
        let ada = try await stores.people.signIn(subject, at: Sample.now)
        let user = try await join(content("ada", external: "oid-1"), stores)
        #expect(user.person == ada.id)
        let emails = try await stores.people.person(ada.id).emails.map(\.description)
        #expect(emails == ["ada@acme.example", "old@acme.example"])
    }

    private static func linkedByAddress(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada", "ada@acme.example")
        let user = try await join(content("ada", email: "ADA@Acme.example"), stores)
        #expect(user.person == ada.id)
        let double = try await join(content("ada2", email: "ada@acme.example"), stores)
        #expect(double.person != ada.id)
        #expect(try await stores.people.person(double.person).emails.isEmpty)
    }

    private static func takeOver(_ stores: StoreFixture) async throws {
        let known = try Sample.subject("tenant/oid-old", "ada@acme.example", provider: "sso")
        let old = try await stores.people.signIn(known, at: Sample.now)
        let recycled = try await join(content("ada", external: "oid-new"), stores)
        #expect(recycled.person != old.id)
        let unnamed = try await join(content("ada1", email: "ada@acme.example"), stores)
        #expect(unnamed.person != old.id)
        let home = try await stores.person("Eve", "eve@home.example")
        #expect(try await join(content("eve", email: "eve@home.example"), stores).person != home.id)
        let closed = try await stores.person("Bob", "bob@acme.example")
        try await stores.accounts.close(closed.id, by: Sample.designer, at: Sample.now)
        #expect(try await join(content("bob"), stores).person != closed.id)
        for address in ["ada@acme.example (comment)", "ada@acme.example,x@acme.example", "ada@аcme.example", "🏅", ""] {
            let user = try await join(content("x\(address.hashValue)", email: address), stores)
            #expect(try await stores.people.person(user.person).emails.isEmpty, "\(address)")
        }
    }

    private static func begin(_ token: String, _ person: Person.ID, _ stores: StoreFixture) async throws {
        try await stores.people.start(
            Session(
                token: TokenHash(of: token),
                person: person,
                formToken: "f",
                startedAt: Sample.now,
                seenAt: Sample.now
            )
        )
    }

    private static func leaver(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada", external: "oid-1"), stores)
        let award = try await stores.give(
            try await stores.published("git"),
            to: try await stores.people.person(user.person)
        )
        try await begin("t", user.person, stores)
        #expect(try await stores.people.session(TokenHash(of: "t"), at: Sample.now) != nil)
        let left = try await change(user, stores) { $0.isActive = false }
        #expect(left.version == 2)
        #expect(try await stores.people.session(TokenHash(of: "t"), at: Sample.now) == nil)
        #expect(try await stores.accounts.sessions(of: user.person, at: Sample.now).isEmpty)
        #expect(try await stores.awards.award(award.id).award.person == user.person)
        let subject = try Sample.subject("tenant/oid-1", provider: "sso")
        await #expect(throws: PersonError.deactivated) { try await stores.people.signIn(subject, at: Sample.now) }
        _ = try await change(user, stores) { $0.isActive = true }
        #expect(try await stores.people.signIn(subject, at: Sample.now).id == user.person)
        let actions = try await stores.audit.events(limit: 20).filter { $0.actor == .directory("company") }
        #expect(Set(actions.map(\.action)).isSuperset(of: [.personClosed, .personReopened, .sessionsEnded]))
    }

    private static func closedByAdministrator(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada"), stores)
        try await stores.accounts.close(user.person, by: Sample.designer, at: Sample.now)
        _ = try await change(user, stores) { $0.name = "Ada 🏅" }
        _ = try await change(user, stores) { $0.isActive = false }
        _ = try await change(user, stores) { $0.isActive = true }
        #expect(try await stores.people.person(user.person).deactivatedAt != nil)
    }

    private static func removed(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada", external: "oid-1"), stores)
        try await stores.directories.remove(user.id, in: company, versions: nil, at: Sample.now)
        await #expect(throws: DirectoryError.notFound) { try await stores.directories.user(user.id, of: company.id) }
        #expect(try await stores.people.person(user.person).deactivatedAt == Sample.now)
        let newcomer = try await join(content("ada", external: "oid-2"), stores)
        #expect(newcomer.person != user.person)
        let rejoiner = try await join(content("ada.b", external: "oid-1"), stores)
        #expect(rejoiner.person == user.person)
        #expect(try await stores.people.person(user.person).deactivatedAt == nil)
    }

    private static func versions(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada"), stores)
        await #expect(throws: DirectoryError.changedMeanwhile) {
            try await change(user, stores, versions: [2]) { $0.name = "x" }
        }
        #expect(try await change(user, stores, versions: [1, 7]) { $0.name = "Ada" }.version == 2)
        #expect(try await change(user, stores) { $0.name = "Ada" }.version == 2)
        await #expect(throws: DirectoryError.changedMeanwhile) {
            try await stores.directories.remove(user.id, in: company, versions: [1], at: Sample.now)
        }
    }

    private static func failedChange(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada"), stores)
        await #expect(throws: PersonError.samePerson) {
            try await stores.directories.change(user.id, in: company, versions: nil, at: Sample.now) { _ in
                throw PersonError.samePerson
            }
        }
        #expect(try await stores.directories.user(user.id, of: company.id) == user)
    }

    private static func mover(_ stores: StoreFixture) async throws {
        let user = try await join(content("ada", external: "oid-1"), stores)
        let moved = try await change(user, stores) { $0 = content("lovelace", external: "oid-1") }
        #expect(moved.person == user.person)
        let person = try await stores.people.person(user.person)
        #expect(person.name == "lovelace")
        #expect(person.emails.map(\.description) == ["lovelace@acme.example", "ada@acme.example"])
    }
}
