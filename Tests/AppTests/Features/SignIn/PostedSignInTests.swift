import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import App

/// Every post to the ACS goes without cookies, as browsers send it from another site.
@Suite("Sign-in at a provider that posts")
struct PostedSignInTests {
    private static let acs = "/saml/saml/acs"

    /// From the button to the provider's page.
    private func begin(_ browser: TestBrowser, returnTo: String = "/badges") async throws -> String {
        let location = try await browser.get("/login/saml?return_to=\(URLText.query(returnTo))").location
        return location.split(separator: "RelayState=").last.map(String.init) ?? ""
    }

    private func post(
        _ client: any TestClientProtocol,
        _ relayState: String?,
        _ response: String = "honest"
    ) async throws -> TestBrowser.Answer {
        var form = ["SAMLResponse": response]
        form["RelayState"] = relayState
        return try await TestBrowser(client).post(Self.acs, form)
    }

    @Test("goes there, comes back without a cookie, and is finished by the browser that began")
    func signIn() async throws {
        try await SignInPortal.run { _, client async throws in
            let browser = TestBrowser(client)
            let posted = try await post(client, try await begin(browser))
            #expect(posted.status == .seeOther && posted.location.hasPrefix("/saml/saml/finish/"))
            #expect(posted.cookies.isEmpty)
            let finished = try await browser.get(posted.location)
            #expect(finished.status == .seeOther && finished.location == "/badges")
            #expect(try await browser.get("/settings").text.contains("ada@acme.example"))
        }
    }

    @Test("has a button")
    func button() async throws {
        try await SignInPortal.run { _, client async throws in
            let text = try await TestBrowser(client).get("/login").text
            #expect(text.contains("href=\"/login/saml\"") && text.contains("Continue with Acme &lt;SAML&gt;"))
        }
    }

    @Test("is not finished by another browser, nor twice, nor after a minute")
    func finishing() async throws {
        try await SignInPortal.run { portal, client async throws in
            let provider = portal.postProvider
            let (browser, other) = (TestBrowser(client), TestBrowser(client))
            _ = try await begin(other)
            let first = try await post(client, try await begin(browser)).location
            #expect(try await other.get(first).status == .forbidden)
            #expect(try await browser.get(first).status == .forbidden, "it was used up")
            provider.set { $0.message = "_2" }
            let second = try await post(client, try await begin(browser)).location
            portal.clock.move(PostedArrival.limit)
            #expect(try await browser.get(second).status == .forbidden)
            provider.set { $0.message = "_3" }
            let third = try await post(client, try await begin(browser)).location
            #expect(
                try await browser.get(third.replacing("/saml/saml/", with: "/saml/other-saml/")).status != .seeOther
            )
            for path in ["/saml/saml/finish/x", "/saml/saml/finish/%F0%9F%8F%85", "/saml/sso/finish/x"] {
                #expect(try await browser.get(path).status != .seeOther)
            }
            #expect(browser.cookie("laurel-session") == nil && other.cookie("laurel-session") == nil)
        }
    }

    @Test("P3 takes a RelayState once, within ten minutes, and none that nobody has")
    func relayState() async throws {
        try await SignInPortal.run { portal, client async throws in
            let handle = try await begin(TestBrowser(client))
            #expect(try await post(client, handle, "forged").status == .forbidden)
            #expect(try await post(client, handle).status == .forbidden, "the first answer used it up")
            let late = try await begin(TestBrowser(client))
            portal.clock.move(SignInFlow.limit)
            #expect(try await post(client, late).status == .forbidden)
            for text in [nil, "", "🏅", "https://evil.example/", String(repeating: "x", count: 10_000)] {
                #expect(try await post(client, text).status == .forbidden)
            }
            #expect(portal.postProvider.seen == [handle], "nothing else was even looked at")
        }
    }

    @Test("P7 takes an assertion once, whatever browser and process")
    func replay() async throws {
        try await SignInPortal.run { _, client async throws in
            #expect(try await post(client, try await begin(TestBrowser(client))).status == .seeOther)
            #expect(try await post(client, try await begin(TestBrowser(client))).status == .forbidden)
        }
    }

    @Test("P3 R1 welcomes people whom nobody sent only where that is switched on, and goes to no address of theirs")
    func unsolicited() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.postProvider.set { $0.welcomesUnsolicited = true }
            let browser = TestBrowser(client)
            let form = ["SAMLResponse": "honest", "RelayState": "https://evil.example/"]
            let posted = try await browser.post(Self.acs, form)
            #expect(posted.status == .seeOther && !posted.cookies.isEmpty)
            #expect(try await TestBrowser(client).get(posted.location).status == .forbidden)
            portal.postProvider.set { $0.message = "_2" }
            let second = try await browser.post(Self.acs, form)
            #expect(try await browser.get(second.location).location == "/welcome")
            #expect(try await browser.get("/settings").status == .ok)
            #expect(portal.postProvider.seen == [nil, nil])
        }
    }

    @Test("answers every refusal with the same page, and says why in the log only")
    func uniform() async throws {
        try await SignInPortal.run { _, client async throws in
            var pages: Set<String> = []
            for (handle, text) in [(try await begin(TestBrowser(client)), "forged"), ("x", "honest"), ("", "")] {
                let answer = try await post(client, handle, text)
                #expect(answer.status == .forbidden && answer.text.contains("Sign-in did not work"))
                #expect(!answer.text.contains("signature") && !answer.text.contains("RelayState"))
                pages.insert(answer.text.replacing(/<code[^>]*>[^<]*<\/code>|Reference[^<]*/, with: ""))
            }
            #expect(pages.count == 1)
        }
    }

    @Test("refuses fields that come twice, and posts that are too large or no forms")
    func damaged() async throws {
        try await SignInPortal.run { _, client async throws in
            let large = ["SAMLResponse": String(repeating: "A", count: 600_000)]
            #expect(try await TestBrowser(client).post(Self.acs, large).status == .contentTooLarge)
            #expect(
                try await TestBrowser(client).post("/saml/nobody/acs", ["SAMLResponse": "honest"]).status == .notFound
            )
            #expect(try await TestBrowser(client).post("/saml/sso/acs", ["SAMLResponse": "honest"]).status == .notFound)
        }
    }

    @Test("ends the session with the stay at the provider")
    func stayOver() async throws {
        try await SignInPortal.run { portal, client async throws in
            let now = portal.clock.now()
            portal.postProvider.set { $0.until = now + 100 }
            let browser = TestBrowser(client)
            _ = try await browser.get(try await post(client, try await begin(browser)).location)
            #expect(try await browser.get("/settings").status == .ok)
            portal.clock.move(100)
            #expect(try await browser.get("/settings").location.hasPrefix("/login"))
        }
    }

    @Test("goes by a form where the provider wants one, to that provider and nowhere else")
    func form() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.postProvider.set { $0.departsByForm = true }
            let answer = try await TestBrowser(client).get("/login/saml")
            #expect(answer.status == .ok && answer.text.contains("action=\"https://idp.example:8443/sso\""))
            #expect(
                answer.text.contains("value=\"&quot;&lt;🏅&gt;\"")
                    && answer.text.contains("On the way to Acme &lt;SAML&gt;")
            )
            #expect(answer.policy.contains("form-action 'self' https://idp.example:8443;"))
        }
    }

    @Test("gives the provider what it must know")
    func metadata() async throws {
        try await SignInPortal.run { _, client async throws in
            #expect(try await TestBrowser(client).get("/saml/saml/metadata").text == "<md/>")
            #expect(try await TestBrowser(client).get("/saml/sso/metadata").status == .notFound)
        }
    }

    @Test("signs out when the provider says so, once, and answers it")
    func signedOutThere() async throws {
        try await SignInPortal.run { _, client async throws in
            let browser = TestBrowser(client)
            _ = try await browser.get(try await post(client, try await begin(browser)).location)
            let slo = "/saml/saml/slo"
            #expect(try await TestBrowser(client).post(slo, ["SAMLResponse": "x"]).status == .forbidden)
            #expect(
                try await TestBrowser(client).post(slo, ["SAMLRequest": "_a", "stay": "_other"]).status == .found
            )
            #expect(try await browser.get("/settings").status == .ok)
            let ended = try await TestBrowser(client).post(slo, ["SAMLRequest": "_b", "stay": "_s"])
            #expect(ended.location == "https://idp.example/slo-answer")
            #expect(try await browser.get("/settings").location.hasPrefix("/login"))
            let again = try await TestBrowser(client).post(slo, ["SAMLRequest": "_b", "stay": "_s"])
            #expect(again.status == .forbidden && again.text.contains("Sign-out did not work"))
        }
    }

    @Test("takes the provider's answer to a sign-out, and forges none")
    func signOutAnswer() async throws {
        try await SignInPortal.run { _, client async throws in
            let answer = try await TestBrowser(client).get("/saml/saml/slo?state=%2F%2Fevil")
            #expect(answer.location == "/logout?state=%252F%252Fevil")
            #expect(try await TestBrowser(client).get("/saml/saml/slo").status == .forbidden)
        }
    }
}
