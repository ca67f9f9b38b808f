import Core
import Foundation
import Testing

extension StoreRule {
    static let accounts = [
        StoreRule("a provider that came to stand for another issuer signs nobody in", otherIssuer),
        StoreRule("the same address at a second issuer that may not vouch for it is another person", notVouched),
        StoreRule("a renamed person keeps the account, and the address that became free helps nobody in", renamed),
        StoreRule("a flow is given once, to whoever has its handle, within ten minutes", flows),
        StoreRule("a message of a provider counts once until it may be forgotten", messages),
        StoreRule("what a provider posted is given once, to whoever has its handle, within a minute", arrivals),
        StoreRule("a session ends when the stay at the provider does", stayOver),
        StoreRule("sessions end by the provider's stay or subject, never those of others", stays),
        StoreRule("the last administrator cannot be closed out", lastAdministrator),
        StoreRule(
            "two accounts become one: awards, addresses and identities move; every award goes on answering",
            merged
        ),
        StoreRule("merged accounts keep the award that counts, whoever had it, as the owner wants it seen", betterKept),
        StoreRule("an account is not merged with itself or into a closed one", notMerged),
    ]

    private static func otherIssuer(_ stores: StoreFixture) async throws {
        var subject = try Sample.subject("s", "ada@acme.example")
        subject.issuer = "https://idp.example"
        let ada = try await stores.people.signIn(subject, at: Sample.now)
        #expect(try await stores.people.signIn(subject, at: Sample.now).id == ada.id)
        subject.issuer = "https://evil.example"
        await #expect(throws: PersonError.otherIssuer) { try await stores.people.signIn(subject, at: Sample.now) }
    }

    private static func notVouched(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada", "ada@acme.example")
        let stranger = try Sample.subject("ada-there", provider: "second")
        #expect(
            EmailAuthority(domains: ["other.example"], isTrusted: true)
                .address("ada@acme.example", isVerified: true) == nil
        )
        #expect(try await stores.people.signIn(stranger, at: Sample.now).id != ada.id)
    }

    private static func renamed(_ stores: StoreFixture) async throws {
        let before = try await stores.people.signIn(try Sample.subject("s1", "ada@acme.example"), at: Sample.now)
        let after = try await stores.people.signIn(try Sample.subject("s1", "lovelace@acme.example"), at: Sample.now)
        #expect(before.id == after.id)
        let newcomer = try await stores.people.signIn(try Sample.subject("s2", "ada@acme.example"), at: Sample.now)
        #expect(newcomer.id != before.id && newcomer.emails.isEmpty)
    }

    private static func flow(_ handle: String, at date: Date = Sample.now) -> PendingSignIn {
        PendingSignIn(
            handle: TokenHash(of: handle),
            provider: "sso",
            browser: TokenHash(of: "browser"),
            returnTo: "/🏅?a=%20",
            startedAt: date
        )
    }

    private static func flows(_ stores: StoreFixture) async throws {
        try await stores.signIns.begin(flow("a"))
        #expect(try await stores.signIns.take(TokenHash(of: "b"), at: Sample.now) == nil)
        #expect(try await stores.signIns.take(TokenHash(of: "a"), at: Sample.now + 599) == flow("a"))
        #expect(try await stores.signIns.take(TokenHash(of: "a"), at: Sample.now) == nil)
        try await stores.signIns.begin(flow("c"))
        #expect(try await stores.signIns.take(TokenHash(of: "c"), at: Sample.now + SignInFlow.limit) == nil)
        #expect(try await stores.signIns.take(TokenHash(of: "c"), at: Sample.now) == nil)
        try await stores.signIns.begin(flow("d"))
        try await stores.signIns.begin(flow("e", at: Sample.now + SignInFlow.limit))
        #expect(try await stores.signIns.take(TokenHash(of: "d"), at: Sample.now) == nil)
    }

    private static func arrival(_ handle: String, at date: Date = Sample.now) throws -> PostedArrival {
        var subject = try Sample.subject("ada 🏅", "ada@acme.example", "b@acme.example", provider: "sso")
        subject.roles = [.designer]
        subject.issuer = "https://idp.example"
        return PostedArrival(
            handle: TokenHash(of: handle),
            provider: "sso",
            browser: TokenHash(of: "browser"),
            returnTo: "/🏅?a=%20",
            recognised: Recognised(
                subject: subject,
                stay: ProviderStay(id: "_1", hint: "مرحبا", until: Sample.now + 5)
            ),
            postedAt: date
        )
    }

    private static func arrivals(_ stores: StoreFixture) async throws {
        try await stores.signIns.keep(try arrival("a"))
        #expect(try await stores.signIns.takeArrival(TokenHash(of: "b"), at: Sample.now) == nil)
        #expect(try await stores.signIns.takeArrival(TokenHash(of: "a"), at: Sample.now + 59) == arrival("a"))
        #expect(try await stores.signIns.takeArrival(TokenHash(of: "a"), at: Sample.now) == nil)
        var bare = try arrival("c")
        bare.recognised.stay = ProviderStay()
        bare.recognised.subject.roles = nil
        bare.recognised.subject.emails = []
        try await stores.signIns.keep(bare)
        #expect(try await stores.signIns.takeArrival(TokenHash(of: "c"), at: Sample.now) == bare)
        try await stores.signIns.keep(try arrival("d"))
        let late = Sample.now + PostedArrival.limit
        #expect(try await stores.signIns.takeArrival(TokenHash(of: "d"), at: late) == nil)
        try await stores.signIns.keep(try arrival("e"))
        try await stores.signIns.keep(try arrival("f", at: late))
        #expect(try await stores.signIns.takeArrival(TokenHash(of: "e"), at: Sample.now) == nil)
    }

    private static func stayOver(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await begin("1", ada, "s1", until: Sample.now + 100, stores)
        let token = TokenHash(of: "1")
        #expect(try await stores.people.session(token, at: Sample.now + 99) != nil)
        #expect(try await stores.people.session(token, at: Sample.now + 100) == nil)
        #expect(try await stores.accounts.sessions(of: ada.id, at: Sample.now + 100).isEmpty)
    }

    private static func messages(_ stores: StoreFixture) async throws {
        let token = TokenHash(of: "m")
        let until = Sample.now + 60
        #expect(try await stores.signIns.use(token, of: "sso", until: until, at: Sample.now))
        #expect(try await !stores.signIns.use(token, of: "sso", until: until, at: Sample.now + 59))
        #expect(try await stores.signIns.use(token, of: "other", until: until, at: Sample.now))
        #expect(try await stores.signIns.use(token, of: "sso", until: until, at: until))
    }

    private static func begin(
        _ token: String,
        _ person: Person,
        _ stay: String?,
        until: Date? = nil,
        _ stores: StoreFixture
    ) async throws {
        let session = Session(
            token: TokenHash(of: token),
            person: person.id,
            formToken: "f",
            startedAt: Sample.now,
            seenAt: Sample.now,
            identity: ExternalIdentity(provider: "sso", subject: person.name),
            stay: ProviderStay(id: stay, hint: "🧾 \(person.name)", until: until),
            agent: "Firefox/1 🦊"
        )
        try await stores.people.start(session)
        #expect(try await stores.people.session(session.token, at: Sample.now)?.session == session)
    }

    private static func left(_ person: Person, _ stores: StoreFixture) async throws -> [TokenHash] {
        try await stores.accounts.sessions(of: person.id, at: Sample.now).map(\.token)
    }

    private static func stays(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await begin("1", ada, "s1", stores)
        try await begin("2", ada, nil, stores)
        try await begin("3", bob, "s3", stores)
        let accounts = stores.accounts
        func end(
            _ provider: ProviderID,
            _ stay: String?,
            _ subject: String?,
            hint: String? = nil
        ) async throws -> Int {
            let ended = EndedStay(stay: stay, subject: subject, hint: hint, message: "m", until: Sample.now)
            return try await accounts.endSessions(of: provider, ended, at: Sample.now)
        }
        #expect(try await end("other", "s1", nil) == 0)
        #expect(try await end("sso", "s1", "Bob") == 0)
        #expect(try await end("sso", nil, nil) == 0)
        #expect(try await end("sso", "s1", nil, hint: "🧾 Bob") == 0)
        #expect(try await end("sso", "s1", "Ada") == 1)
        #expect(try await end("sso", nil, "Ada") == 1)
        #expect(try await left(ada, stores).isEmpty)
        #expect(try await left(bob, stores) == [TokenHash(of: "3")])
        #expect(try await end("sso", nil, nil, hint: "🧾 Bob") == 1)
    }

    private static func lastAdministrator(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.people.set(.administrator, of: ada.id, to: true, by: Sample.designer, at: Sample.now)
        await #expect(throws: PersonError.lastAdministrator) {
            try await stores.accounts.close(ada.id, by: Sample.designer, at: Sample.now)
        }
    }

    private static func merged(_ stores: StoreFixture) async throws {
        let ada = try await stores.people.signIn(try Sample.subject("a", "ada@acme.example"), at: Sample.now)
        let other = try Sample.subject("b", "ada@home.example", provider: "home")
        let second = try await stores.people.signIn(other, at: Sample.now)
        let (both, one) = (try await stores.published("both"), try await stores.published("one"))
        let kept = try await stores.give(both, to: ada)
        let double = try await stores.give(both, to: second)
        let moved = try await stores.give(one, to: second)
        let preview = try await stores.accounts.preview(merging: second.id, into: ada.id)
        let expected = MergePreview(
            from: second,
            into: ada,
            awards: 2,
            doubles: 1,
            identities: 1,
            keptAwards: 1,
            keptIdentities: 1
        )
        #expect(preview == expected)
        try await begin("1", second, nil, stores)
        try await stores.accounts.merge(second.id, into: ada.id, by: Sample.designer, at: Sample.now)
        let merged = try await stores.people.signIn(other, at: Sample.now)
        #expect(merged.id == ada.id)
        #expect(Set(merged.emails.map(\.description)) == ["ada@acme.example", "ada@home.example"])
        #expect(try await stores.people.person(second.id).deactivatedAt == Sample.now)
        #expect(try await left(second, stores).isEmpty)
        #expect(try await stores.awards.award(moved.id).award.person == ada.id)
        #expect(try await stores.awards.award(double.id).award.supersededBy == kept.id)
        #expect(try await stores.awards.award(kept.id).award.supersededBy == nil)
        let actions = try await stores.audit.events(limit: 9).map(\.action)
        #expect(actions.contains(.peopleMerged) && actions.contains(.personClosed))
    }

    private static func betterKept(_ stores: StoreFixture) async throws {
        let (ada, second) = (try await stores.person("Ada"), try await stores.person("Second"))
        let (held, short) = (try await stores.published("held"), try await stores.published("short"))
        let suspended = try await stores.give(held, to: ada)
        let good = try await stores.give(held, to: second, expires: Sample.now + 9 * Sample.day)
        let hold = Suspension(at: Sample.now, reason: "Under review 🐍")
        try await stores.awards.suspend(suspended.id, hold, by: Sample.designer)
        let longer = try await stores.give(short, to: ada, expires: Sample.now + 9 * Sample.day)
        let shorter = try await stores.give(short, to: second, expires: Sample.now + 2 * Sample.day)
        try await stores.accounts.merge(second.id, into: ada.id, by: Sample.designer, at: Sample.now + Sample.day)
        #expect(try await stores.awards.award(suspended.id).award.supersededBy == good.id)
        #expect(try await stores.awards.award(shorter.id).award.supersededBy == longer.id)
        let kept = try await stores.awards.awards(of: ada.id).map(\.award)
        #expect(Set(kept.map(\.id)) == [good.id, longer.id])
        for badge in [held, short] { #expect(try await stores.badges.badge(badge.slug).holders == 1) }
    }

    private static func notMerged(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        await #expect(throws: PersonError.samePerson) {
            try await stores.accounts.merge(ada.id, into: ada.id, by: Sample.designer, at: Sample.now)
        }
        try await stores.accounts.close(bob.id, by: Sample.designer, at: Sample.now)
        await #expect(throws: PersonError.deactivated) {
            try await stores.accounts.merge(ada.id, into: bob.id, by: Sample.designer, at: Sample.now)
        }
        await #expect(throws: PersonError.notFound) {
            try await stores.accounts.merge("nobody", into: ada.id, by: Sample.designer, at: Sample.now)
        }
    }
}
