import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Announcing a badge in one's own name")
struct AnnouncingTests {
    /// Somebody who signed in with a token, and has a badge.
    private struct Author {
        let portal: SignInPortal
        let browser: TestBrowser
        let award: Award.ID

        init(
            _ portal: SignInPortal,
            _ client: any TestClientProtocol,
            badge: String = "Git & “Swift” 🏅",
            token: AccessToken? = AccessToken("secret")
        ) async throws {
            self.portal = portal
            portal.provider.recognises("ada", ["ada@acme.example"], token: token)
            browser = TestBrowser(client)
            _ = try await browser.get(try await browser.beginning())
            award = try await portal.award(badge, to: "ada@acme.example")
        }

        var page: String { "/me/awards/\(award)" }
        var form: String { "\(page)/announcement" }
        func post(_ text: String) async throws -> TestBrowser.Answer {
            try await browser.post(form, from: page, ["text": text])
        }
    }

    @Test("is offered in the place of the plain link, shows all that will be posted, and posts what the person wrote")
    func posts() async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client)
            let offer = try await author.browser.get(author.page).text
            #expect(offer.contains("href=\"\(author.form)\"") && offer.contains("Post to Square &lt;b&gt;"))
            #expect(!offer.contains("/share/viva-engage") && offer.contains("/share/teams"))
            let page = try await author.browser.get(author.form).text
            #expect(page.contains("I earned the badge “Git &amp; “Swift” 🏅” from"))
            #expect(page.contains("src=\"/awards/\(author.award)/preview.png\""))
            let done = try await author.post(" Hooray 🐍\r\nשלום ")
            #expect(done.status == .seeOther && done.location == author.form)
            let post = try #require(portal.provider.posted.first)
            #expect(post.announcement.text == "Hooray 🐍\nשלום" && post.token == AccessToken("secret"))
            #expect(post.announcement.link == "http://127.0.0.1:8080/awards/\(author.award)")
            let after = try await author.browser.get(author.form).text
            #expect(after.contains("It is posted.") && after.contains("href=\"https://square.example/1\""))
            #expect(try await portal.portal.database.sharing.shares(of: author.award) == ["viva-engage": 1])
        }
    }

    @Test("happens once in a session, however often the button is pressed")
    func once() async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client)
            for _ in 0..<3 { #expect(try await author.post("Hooray").status == .seeOther) }
            #expect(portal.provider.posted.count == 1)
            #expect(try await portal.portal.database.sharing.shares(of: author.award) == ["viva-engage": 1])
        }
    }

    @Test("waits for another press that is at work, and says in the end that nobody knows")
    func underWay() async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client)
            let session = TokenHash(of: try #require(author.browser.cookie("laurel-session")))
            let now = portal.clock.now()
            let store = portal.portal.database.announcements
            #expect(try await store.begin(author.award, in: session, at: now, stale: .distantPast))
            #expect(try await author.post("Hooray").location == author.form)
            let waiting = try await author.browser.get(author.form).text
            #expect(waiting.contains("on its way") && waiting.contains("http-equiv=\"refresh\""))
            portal.clock.move(Announcing.patience)
            #expect(try await author.browser.get(author.form).text.contains("We do not know whether"))
            #expect(portal.provider.posted.isEmpty)
            #expect(try await author.post("Hooray").status == .seeOther)
            #expect(portal.provider.posted.count == 1)
        }
    }

    @Test(
        "says in words why it was not posted, keeps what was written, and can be tried again",
        arguments: [
            (
                AnnouncementError.tokenRefused, HTTPResponse.Status.unprocessableContent,
                "Sign in with Acme &lt;SSO&gt; again"
            ),
            (.tooOften(seconds: nil), .tooManyRequests, "Try again in 1 minute."),
            (.tooOften(seconds: 61), .tooManyRequests, "Try again in 2 minutes."),
            (.tooOften(seconds: .max), .tooManyRequests, "Try again in 1,440 minutes."),
            (.tooOften(seconds: -5), .tooManyRequests, "Try again in 1 minute."),
            (.refused, .unprocessableContent, "does not take this message"),
            (.unavailable("status 502"), .serviceUnavailable, "Look there whether your message arrived"),
        ]
    )
    func refused(error: AnnouncementError, status: HTTPResponse.Status, words: String) async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client)
            portal.provider.answers(.failure(error))
            let answer = try await author.post("My <words>")
            #expect(
                answer.status == status && answer.text.contains(words) && answer.text.contains("\nMy &lt;words&gt;")
            )
            #expect(try await portal.portal.database.sharing.shares(of: author.award).isEmpty)
            portal.provider.answers(.success(nil))
            #expect(try await author.post("My words").status == .seeOther)
            #expect(try await author.browser.get(author.form).text.contains("It is posted."))
        }
    }

    @Test(
        "refuses what is empty or too long, and keeps it",
        arguments: ["", " \r\n ", String(repeating: "🏅", count: 201)]
    )
    func invalid(text: String) async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client)
            let answer = try await author.post(text)
            #expect(answer.status == .unprocessableContent && answer.text.contains("aria-invalid=\"true\""))
            #expect(answer.text.contains(text.trimmed) && portal.provider.posted.isEmpty)
        }
    }

    @Test("is limited for each person")
    func limited() async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client)
            portal.provider.answers(.failure(.refused))
            for _ in 0..<Announcing.postsPerMinute { _ = try await author.post("Hooray") }
            let answer = try await author.post("Hooray!")
            #expect(answer.status == .tooManyRequests && answer.text.contains("\nHooray!"))
            #expect(portal.provider.posted.count == Announcing.postsPerMinute)
        }
    }

    @Test("needs a token, a badge that everybody may see, and one that counts")
    func notOffered() async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client, token: nil)
            #expect(try await !author.browser.get(author.page).text.contains(author.form))
            #expect(try await author.browser.get(author.form).location == author.page)
            let other = try await Author(portal, client, badge: "Other")
            let database = portal.portal.database
            let person = try await database.people.person(try #require(EmailAddress("ada@acme.example"))).id
            try await database.sharing.set(.colleagues, of: other.award, by: person, at: portal.clock.now())
            #expect(try await other.post("Hooray").location == other.page)
            try await database.sharing.set(.link, of: other.award, by: person, at: portal.clock.now())
            let revocation = Revocation(at: portal.clock.now(), reason: "No.")
            try await database.awards.revoke(other.award, revocation, by: .commandLine)
            #expect(try await other.post("Hooray").location == other.page)
            #expect(portal.provider.posted.isEmpty)
        }
    }

    @Test("is nobody else's business, and does not come from other sites")
    func others() async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client)
            #expect(try await author.browser.post(author.form, ["text": "Hooray"]).status == .forbidden)
            portal.provider.recognises("bob", token: AccessToken("bob's"))
            let bob = TestBrowser(client)
            _ = try await bob.get(try await bob.beginning())
            #expect(try await bob.get(author.form).status == .notFound)
            #expect(try await bob.post(author.form, from: "/settings", ["text": "Hooray"]).status == .notFound)
            #expect(portal.provider.posted.isEmpty)
        }
    }

    @Test("the token is nowhere in the database as it is, and goes with the session")
    func sealed() async throws {
        try await SignInPortal.run { portal, client in
            let author = try await Author(portal, client, token: AccessToken("THE-ACCESS-TOKEN"))
            let cookie = try #require(author.browser.cookie("laurel-session"))
            let session = try #require(
                try await portal.portal.database.people.session(TokenHash(of: cookie), at: portal.clock.now())?.session
            )
            let sealed = try #require(session.sealedToken)
            #expect(SessionSeal(session: cookie).open(sealed, of: "sso") == AccessToken("THE-ACCESS-TOKEN"))
            for name in try FileManager.default.contentsOfDirectory(atPath: portal.folder.path) {
                let bytes = try Data(contentsOf: portal.folder.appending(path: name))
                #expect(bytes.range(of: Data("THE-ACCESS-TOKEN".utf8)) == nil, "\(name)")
            }
            _ = try await author.browser.post("/logout", from: "/settings")
            #expect(try await author.browser.get(author.form).location.hasPrefix("/login"))
        }
    }

    @Test("says nothing that is not from a catalogue", arguments: [nil, AnnouncementError.tokenRefused, .refused])
    func translated(error: AnnouncementError?) async throws {
        try await SignInPortal.run(words: PseudoLocale.words) { portal, client in
            let author = try await Author(portal, client, badge: "Talk")
            let texts = UntranslatedTexts(
                data: ["Acme 🏅", "Talk", "Square <b>", "Acme <SSO>", "ada", "127.0.0.1:8080", "Open Badges"]
                    .union(Language.allCases.map(\.name))
            )
            if let error { portal.provider.answers(.failure(error)) }
            for page in [
                try await author.browser.get(author.form), try await author.post(""), try await author.post("Hooray"),
                try await author.browser.get(author.form),
            ] {
                #expect(texts.texts(in: page.text).isEmpty)
            }
        }
    }
}

extension SignInPortal {
    fileprivate func award(_ name: String, to address: String) async throws -> Award.ID {
        let (database, now) = (portal.database, clock.now())
        let issuer = Issuer(id: ID(UUID()), name: "Acme 🏅")
        try await database.badges.save(issuer, by: .commandLine, at: now)
        let content = BadgeContent(
            name: name,
            description: "Can do it.",
            criteria: "Do it.",
            picture: .artwork(.proposed(for: "x")),
            pictureDescription: "A picture"
        )
        let slug = try Slug("badge-\(UUID().uuidString.lowercased().prefix(8))")
        let new = NewBadge(id: ID(UUID()), slug: slug, issuer: issuer.id, content: content)
        let draft = try await database.badges.create(new, by: .commandLine, at: now)
        let badge = try await database.badges.set(.published, of: draft.slug, by: .commandLine, at: now)
        let email = try #require(EmailAddress(address))
        let award = Award(
            id: ID(UUID()),
            badge: badge.id,
            badgeVersion: badge.version,
            person: try await database.people.person(email).id,
            issuedOn: now,
            narrative: ""
        )
        try await database.awards.give(award, by: .commandLine)
        return award.id
    }
}
