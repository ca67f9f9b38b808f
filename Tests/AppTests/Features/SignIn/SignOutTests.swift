import Core
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import App

@Suite("Signing out")
struct SignOutTests {
    private func arrived(_ portal: SignInPortal, _ client: any TestClientProtocol, stay: String) async throws
        -> TestBrowser
    {
        portal.provider.recognises("ada", ["ada@acme.example"], stay: stay)
        let browser = TestBrowser(client)
        _ = try await browser.get(try await browser.beginning())
        return browser
    }

    @Test("L1 ends the session here first, then leads to the provider, which leads back")
    func initiated() async throws {
        try await SignInPortal.run { portal, client async throws in
            let browser = try await arrived(portal, client, stay: "s1")
            let session = try #require(browser.cookie("laurel-session"))
            let page = try await browser.post("/logout", from: "/settings")
            let match = page.text.firstMatch(of: /url=https:\/\/idp.example\/out\?hint=a.b.c&amp;state=([^"]+)"/)
            let state = String(try #require(match).1)
            #expect(browser.cookie("laurel-session") == nil)
            browser.set("laurel-session", session)
            #expect(try await browser.get("/settings").location.hasPrefix("/login"))
            #expect(try await browser.get("/logout?state=wrong").location == "/login")
            #expect(try await browser.get("/logout").location == "/login")
            #expect(try await browser.get("/logout?state=\(state)").text.contains("You are signed out"))
        }
    }

    @Test("L2 ends the session that the provider names at once, and no other; a message counts once")
    func backChannel() async throws {
        try await SignInPortal.run { portal, client async throws in
            let first = try await arrived(portal, client, stay: "s1")
            let second = try await arrived(portal, client, stay: "s2")
            let server = TestBrowser(client)
            #expect(try await server.post("/login/sso/backchannel-logout", [:]).status == .badRequest)
            #expect(try await server.post("/login/none/backchannel-logout", ["stay": "s1"]).status == .notFound)
            #expect(try await server.post("/login/other/backchannel-logout", ["stay": "s1"]).status == .ok)
            #expect(try await first.get("/settings").status == .ok)
            #expect(try await server.post("/login/sso/backchannel-logout", ["stay": "s1"]).status == .ok)
            #expect(try await first.get("/settings").location.hasPrefix("/login"))
            #expect(try await second.get("/settings").status == .ok)
            #expect(try await server.post("/login/sso/backchannel-logout", ["stay": "s2"]).status == .badRequest)
        }
    }

    @Test("people see where they are signed in, and end what they do not know")
    func sessions() async throws {
        try await SignInPortal.run { portal, client async throws in
            let here = try await arrived(portal, client, stay: "s1")
            let there = try await arrived(portal, client, stay: "s2")
            let hash = TokenHash(of: try #require(there.cookie("laurel-session"))).description
            #expect(try await here.get("/settings").text.contains(hash))
            _ = try await here.post("/settings/sessions/end", from: "/settings", ["session": hash])
            #expect(try await there.get("/settings").location.hasPrefix("/login"))
            let third = try await arrived(portal, client, stay: "s3")
            _ = try await here.post("/settings/sessions/end", from: "/settings")
            #expect(try await third.get("/settings").location.hasPrefix("/login"))
            #expect(try await here.get("/settings").status == .ok)
        }
    }

    @Test("nobody ends the sessions of others, nor without a form of ours")
    func foreign() async throws {
        try await SignInPortal.run { portal, client async throws in
            let ada = try await arrived(portal, client, stay: "s1")
            let hash = TokenHash(of: try #require(ada.cookie("laurel-session"))).description
            portal.provider.recognises("eve")
            let eve = TestBrowser(client)
            _ = try await eve.get(try await eve.beginning())
            _ = try await eve.post("/settings/sessions/end", from: "/settings", ["session": hash])
            #expect(try await ada.get("/settings").status == .ok)
            #expect(try await ada.post("/settings/sessions/end", [:]).status == .forbidden)
            #expect(try await ada.post("/logout", [:]).status == .forbidden)
        }
    }

    @Test("a closed account is signed out everywhere at once and stays out")
    func closed() async throws {
        try await SignInPortal.run { portal, client async throws in
            let browser = try await arrived(portal, client, stay: "s1")
            let ada = try await portal.person("ada@acme.example")
            try await portal.portal.database.accounts.close(ada.id, by: .commandLine, at: portal.clock.now())
            #expect(try await browser.get("/settings").location.hasPrefix("/login"))
            let again = try await browser.get(try await browser.beginning())
            #expect(again.status == .forbidden && again.text.contains("This account was closed"))
            try await portal.portal.database.accounts.reopen(ada.id, by: .commandLine, at: portal.clock.now())
            #expect(try await browser.get(try await browser.beginning()).status == .seeOther)
        }
    }
}
