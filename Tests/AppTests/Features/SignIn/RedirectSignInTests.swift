import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import App

@Suite("Sign-in at a provider")
struct RedirectSignInTests {
    @Test("has a button for each provider, and goes on where one wanted to")
    func page() async throws {
        try await SignInPortal.run { _, client async throws in
            let text = try await TestBrowser(client).get("/login?return_to=/badges").text
            #expect(text.contains("href=\"/login/sso?return_to=%2Fbadges\""))
            #expect(text.contains("href=\"/login/other?return_to=%2Fbadges\""))
            #expect(text.contains("Continue with Acme &lt;SSO&gt;"))
        }
    }

    @Test("goes there, comes back and goes on; a second time it is the same person")
    func signIn() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada", ["ada@acme.example"])
            let browser = TestBrowser(client)
            let back = try await browser.get(try await browser.beginning(returnTo: "/badges"))
            #expect(back.status == .seeOther && back.location == "/badges")
            #expect(try await browser.get("/settings").text.contains("ada@acme.example"))
            let first = try await portal.person("ada@acme.example").id
            let second = TestBrowser(client)
            _ = try await second.get(try await second.beginning())
            #expect(try await portal.person("ada@acme.example").id == first)
        }
    }

    @Test(
        "R1 goes on within the portal only",
        arguments: ["//evil.example", "https://evil.example", "/\\evil", "evil", "/a\r\nb"]
    )
    func elsewhere(path: String) async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada")
            let browser = TestBrowser(client)
            #expect(try await browser.get(try await browser.beginning(returnTo: path)).location == "/welcome")
        }
    }

    @Test("F1 begins a new session and ends the old one")
    func fixation() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada")
            let browser = TestBrowser(client)
            _ = try await browser.get(try await browser.beginning())
            let old = try #require(browser.cookie("laurel-session"))
            _ = try await browser.get(try await browser.beginning())
            #expect(browser.cookie("laurel-session") != old)
            let thief = TestBrowser(client)
            thief.set("laurel-session", old)
            #expect(try await thief.get("/settings").location.hasPrefix("/login"))
        }
    }

    @Test("S1 uses a state once")
    func replay() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada")
            let browser = TestBrowser(client)
            let callback = try await browser.beginning()
            #expect(try await browser.get(callback).status == .seeOther)
            #expect(try await browser.get(callback).status == .forbidden)
        }
    }

    @Test("S1 uses a state up even when the answer is refused")
    func usedUp() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.refuses(.rejected("a bad token"))
            let browser = TestBrowser(client)
            let callback = try await browser.beginning()
            #expect(try await browser.get(callback).status == .forbidden)
            portal.provider.recognises("ada")
            #expect(try await browser.get(callback).status == .forbidden)
        }
    }

    @Test("S1 takes ten minutes at most")
    func late() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada")
            let browser = TestBrowser(client)
            let callback = try await browser.beginning()
            portal.clock.move(SignInFlow.limit)
            #expect(try await browser.get(callback).status == .forbidden)
        }
    }

    @Test("S1 is finished by the browser that began it, and by no other")
    func otherBrowser() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada")
            let callback = try await TestBrowser(client).beginning()
            let victim = TestBrowser(client)
            #expect(try await victim.get(callback).status == .forbidden)
            _ = try await victim.beginning()
            #expect(try await victim.get(callback).status == .forbidden)
            #expect(victim.cookie("laurel-session") == nil)
        }
    }

    @Test("S4 is finished at the provider where it began")
    func mixedUp() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada")
            let browser = TestBrowser(client)
            let callback = try await browser.beginning("other").replacing("/other/", with: "/sso/")
            #expect(try await browser.get(callback).status == .forbidden)
        }
    }

    @Test(
        "S1 refuses a callback without a state, with two, or with a made-up one",
        arguments: [
            "", "?state=", "?state=x&state=x", "?code=c", "?state=🐍", "?state=%00",
            "?code=c&state="
                + String(repeating: "a", count: 43),
        ]
    )
    func strange(query: String) async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada")
            let path =
                "/login/sso/callback" + (query.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? "")
            #expect(try await TestBrowser(client).get(path).status == .forbidden)
        }
    }

    @Test("E1 answers every refusal alike, with a number and nothing from outside")
    func uniform() async throws {
        try await SignInPortal.run { portal, client async throws in
            var pages: Set<String> = []
            let refusals: [SignInRefusal] = [
                .declined("no"), .rejected("secret-reason"), .unavailable("x"), .misconfigured("y"),
            ]
            for refusal in refusals {
                portal.provider.refuses(refusal)
                let browser = TestBrowser(client)
                let callback = try await browser.beginning() + "&error_description=%3Cscript%3Ealert(1)%3C/script%3E"
                let page = try await browser.get(callback)
                #expect(page.status == .forbidden && page.text.contains("Reference"))
                #expect(!page.text.contains("alert(1)") && !page.text.contains("secret-reason"))
                pages.insert(
                    page.text.replacing(/<code>[^<]*<\/code>/, with: "").replacing(
                        /name="form_token" value="[^"]*"/,
                        with: ""
                    )
                )
            }
            #expect(pages.count == 1)
        }
    }

    @Test("S5 sends the callback of the configuration, whatever host the browser names")
    func constantCallback() async throws {
        try await SignInPortal.run(baseURL: "https://badges.acme.example") { portal, client async throws in
            let flow = BrowserFlow(site: portal.portal.site, signIns: portal.portal.database.signIns)
            #expect(flow.callback("sso") == "https://badges.acme.example/login/sso/callback")
            let cookie = try await TestBrowser(client).get("/login/sso").cookies.first { $0.contains("sign-in") }
            #expect(cookie?.hasPrefix("__Host-laurel-sign-in=") == true)
            #expect(cookie?.contains("; Secure") == true && cookie?.contains("; HttpOnly") == true)
            #expect(cookie?.contains("SameSite=Lax") == true)
        }
    }

    @Test("answers 404 for a provider that there is not, and 429 for too many beginnings")
    func limits() async throws {
        try await SignInPortal.run { _, client async throws in
            let browser = TestBrowser(client)
            #expect(try await browser.get("/login/none").status == .notFound)
            #expect(try await browser.get("/login/none/callback?state=x").status == .notFound)
            for _ in 0..<SignIn.beginningsPerMinute { #expect(try await browser.get("/login/sso").status == .found) }
            #expect(try await browser.get("/login/sso").status == .tooManyRequests)
        }
    }
}

extension SignInPortal {
    func person(_ email: String) async throws -> Person {
        guard let address = EmailAddress(email) else { throw PersonError.invalidEmail(email) }
        return try await portal.database.people.person(address)
    }
}
