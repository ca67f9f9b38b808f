import Core
import Foundation
import Testing

extension StoreRule {
    static func started(_ token: String, by person: Person, _ stores: StoreFixture) async throws -> Session {
        let session = Session(
            token: TokenHash(of: token),
            person: person.id,
            formToken: "form 🧾",
            startedAt: Sample.now,
            seenAt: Sample.now,
            sealedToken: [0, 255, 1]
        )
        try await stores.people.start(session)
        return session
    }

    static func session(_ stores: StoreFixture) async throws {
        var subject = try Sample.subject("Ada", "b@acme.example", "a@acme.example", "c@acme.example")
        subject.roles = [.designer, .administrator]
        let ada = try await stores.people.signIn(subject, at: Sample.now)
        let session = try await started("secret", by: ada, stores)
        let found = try await stores.people.session(session.token, at: Sample.now)
        #expect(found == SignedIn(session: session, person: ada))
        #expect(try await stores.people.session(TokenHash(of: "other"), at: Sample.now) == nil)
        let event = try await stores.audit.events(limit: 1).first
        #expect(event?.action == .signedIn && event?.actor == .person(ada.id) && event?.at == Sample.now)
        let bob = try await stores.people.signIn(try Sample.subject("Bob"), at: Sample.now)
        let second = try await started("bob", by: bob, stores)
        #expect(try await stores.people.session(second.token, at: Sample.now)?.person == bob)
    }

    static func sessionOver(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let token = try await started("secret", by: ada, stores).token
        #expect(try await stores.people.session(token, at: Sample.now + Session.idleLimit) == nil)
        var time = Sample.now
        while time < Sample.now + Session.absoluteLimit - 1 {
            #expect(try await stores.people.session(token, at: time) != nil)
            time += Session.idleLimit - 1
        }
        #expect(try await stores.people.session(token, at: Sample.now + Session.absoluteLimit) == nil)
        let second = try await started("second", by: ada, stores).token
        try await stores.people.end(second)
        #expect(try await stores.people.session(second, at: Sample.now) == nil)
        let third = try await started("third", by: ada, stores).token
        try await stores.deactivate(ada.id, Sample.now)
        #expect(try await stores.people.session(third, at: Sample.now) == nil)
    }

    static func sessionMoves(_ stores: StoreFixture) async throws {
        let token = try await started("secret", by: try await stores.person("Ada"), stores).token
        func seen(after seconds: TimeInterval) async throws -> TimeInterval? {
            let found = try await stores.people.session(token, at: Sample.now + seconds)
            return found?.session.seenAt.timeIntervalSince(Sample.now)
        }
        #expect(try await seen(after: 59) == 0)
        #expect(try await seen(after: 60) == 60)
        #expect(try await seen(after: 119) == 60)
        #expect(try await seen(after: 130) == 130)
        #expect(try await seen(after: 20) == 130)
    }

    static func sessionForgotten(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let old = try await started("old", by: ada, stores)
        var new = old
        new.token = TokenHash(of: "new")
        new.startedAt = Sample.now + Session.idleLimit
        new.seenAt = new.startedAt
        try await stores.people.start(new)
        #expect(try await stores.people.session(old.token, at: Sample.now) == nil)
        #expect(try await stores.people.session(new.token, at: new.startedAt) != nil)
    }

    static func sessionOfNobody(_ stores: StoreFixture) async throws {
        let nobody = Person(id: "nobody", name: "Nobody", createdAt: Sample.now)
        await #expect(throws: PersonError.notFound) { try await started("secret", by: nobody, stores) }
    }
}
