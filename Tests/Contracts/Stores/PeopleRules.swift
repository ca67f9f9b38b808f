import Core
import Foundation
import Testing

extension StoreRule {
    static let people = [
        StoreRule("people are found by any part of name and address, in any case and script", search),
        StoreRule("wildcards in a search are letters like others", searchWildcards),
        StoreRule("people come in pages, by name", peoplePages),
        StoreRule("people are found by their role, and leavers by themselves", peopleFiltered),
        StoreRule("a role is given and taken once, and audited", roleAudited),
        StoreRule("somebody remains administrator", lastAdministrator),
        StoreRule("a role for an address that nobody has is given at the first sign-in", grantedBefore),
        StoreRule("a role for an address that somebody has is given at once", grantedNow),
        StoreRule("a session brings its person with addresses and roles", session),
        StoreRule("a session ends when it is idle, too old, ended, or its account is closed", sessionOver),
        StoreRule("the idle limit moves, at most once a minute", sessionMoves),
        StoreRule("a session that was over for long is forgotten", sessionForgotten),
        StoreRule("a session needs a person", sessionOfNobody),
    ]

    private static func search(_ stores: StoreFixture) async throws {
        for (name, email) in [
            ("Zoë ÉCLAIR", "zoe@acme.example"), ("שלום כהן", "shalom@acme.example"), ("Łukasz 🏅", "luk@other.example"),
        ] {
            _ = try await stores.person(name, email)
        }
        let searches: [(String, Int)] = [
            ("", 3), ("zoË", 1), ("zoe\u{308} é", 1), ("  éclair ", 1), ("כהן", 1), ("łUKASZ", 1), ("🏅", 1),
            ("ACME.", 2), ("nobody", 0), (String(repeating: "x", count: 10_000), 0),
        ]
        for (text, count) in searches {
            let page = try await stores.people.people(matching: text, page: 0)
            #expect(page.total == count && page.people.count == count, "\(text)")
        }
        let page = try await stores.people.people(matching: "zoe@", page: 0)
        #expect(page.people.first?.emails.map(\.description) == ["zoe@acme.example"])
    }

    private static func searchWildcards(_ stores: StoreFixture) async throws {
        _ = try await stores.person(#"100%_\"#, "a@acme.example")
        _ = try await stores.person("100 and more", "b@acme.example")
        for text in ["0%", "%_", #"_\"#, #"\"#, "%", "_"] {
            #expect(try await stores.people.people(matching: text, page: 0).total == 1, "\(text)")
        }
    }

    private static func peoplePages(_ stores: StoreFixture) async throws {
        for number in 10...(10 + PeoplePage.size) {
            let name = number.isMultiple(of: 2) ? "person \(number)" : "PERSON \(number)"
            _ = try await stores.person(name, "p\(number)@a.example")
        }
        let first = try await stores.people.people(matching: "person", page: 0)
        #expect(first.total == PeoplePage.size + 1 && first.people.count == PeoplePage.size)
        #expect(first.people.map(\.name).prefix(2) == ["person 10", "PERSON 11"])
        let second = try await stores.people.people(matching: "", page: 1)
        #expect(second.total == PeoplePage.size + 1 && second.people.map(\.name) == ["person 60"])
        #expect(try await stores.people.people(matching: "", page: 9).people.isEmpty)
    }

    private static func peopleFiltered(_ stores: StoreFixture) async throws {
        let (ada, bob) = (
            try await stores.person("Ada 🏅", "ada@acme.example"), try await stores.person("Bob", "bob@acme.example")
        )
        _ = try await stores.person("Zoe")
        try await stores.people.set(.designer, of: ada.id, to: true, by: Sample.designer, at: Sample.now)
        try await stores.deactivate(bob.id, Sample.now)
        for (filter, names) in [
            (PeopleFilter.designers, ["Ada 🏅"]), (.administrators, []), (.closed, ["Bob"]),
            (.all, ["Ada 🏅", "Bob", "Zoe"]),
        ] {
            let page = try await stores.people.people(matching: "", filter, page: 0)
            #expect(page.people.map(\.name) == names && page.total == names.count, "\(filter)")
        }
        let none = try await stores.people.people(matching: "zoe", .designers, page: 0)
        #expect(none.total == 0)
    }

    private static func roleAudited(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        for granted in [true, true, false, false] {
            try await stores.people.set(.designer, of: ada.id, to: granted, by: Sample.designer, at: Sample.now)
            #expect(try await stores.people.person(ada.id).roles.contains(.designer) == granted)
        }
        let events = try await stores.audit.events(limit: 2)
        #expect(events.map(\.action) == [.roleTaken, .roleGranted])
        #expect(events.allSatisfy { $0.subject == ada.id.rawValue && $0.detail == "designer" })
        #expect(try await stores.audit.events(limit: 3).last?.action == .personCreated)
        await #expect(throws: PersonError.notFound) {
            try await stores.people.set(.designer, of: "none", to: true, by: Sample.designer, at: Sample.now)
        }
    }

    private static func lastAdministrator(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        for person in [ada, bob] {
            try await stores.people.set(.administrator, of: person.id, to: true, by: Sample.designer, at: Sample.now)
        }
        try await stores.people.set(.administrator, of: ada.id, to: false, by: .person(bob.id), at: Sample.now)
        await #expect(throws: PersonError.lastAdministrator) {
            try await stores.people.set(.administrator, of: bob.id, to: false, by: .person(bob.id), at: Sample.now)
        }
        try await stores.people.set(.administrator, of: ada.id, to: true, by: .person(bob.id), at: Sample.now)
        try await stores.deactivate(ada.id, Sample.now)
        await #expect(throws: PersonError.lastAdministrator) {
            try await stores.people.set(.administrator, of: bob.id, to: false, by: .person(bob.id), at: Sample.now)
        }
        #expect(try await stores.people.person(bob.id).roles == [.administrator])
    }

    private static func grantedBefore(_ stores: StoreFixture) async throws {
        let email = try Sample.email("Ada@Acme.example")
        for _ in 0..<2 {
            let exists = try await stores.people.grant(.administrator, to: email, by: .commandLine, at: Sample.now)
            #expect(!exists)
        }
        #expect(try await stores.person("Bob").roles.isEmpty)
        let ada = try await stores.person("Ada", "ADA@acme.example")
        #expect(ada.roles == [.administrator])
        let granted = try await stores.audit.events(limit: 100).filter { $0.action == .roleGranted }
        #expect(granted.map(\.subject) == [ada.id.rawValue, "ada@acme.example"])
        #expect(granted.last?.actor == .commandLine)
    }

    private static func grantedNow(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let email = try Sample.email("ada@acme.example")
        #expect(try await stores.people.grant(.designer, to: email, by: .commandLine, at: Sample.now))
        #expect(try await stores.people.grant(.designer, to: email, by: .commandLine, at: Sample.now))
        #expect(try await stores.people.person(ada.id).roles == [.designer])
        #expect(try await stores.audit.events(limit: 100).count { $0.action == .roleGranted } == 1)
    }
}
