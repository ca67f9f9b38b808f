import Core
import Foundation
import Testing

@testable import OIDC

@Suite("Signing out at an OpenID provider")
struct SignOutTests {
    @Test("names the session, the client, the way back and a state")
    func initiated() async throws {
        let visit = try Visit(try HostileProvider(.ES256))
        let address = await visit.provider.signOut(
            of: ProviderStay(id: "s", hint: "a.b.c"),
            returnTo: "https://portal.example/logout",
            state: "x"
        )
        #expect(
            address == "https://idp.example/logout?id_token_hint=a.b.c&client_id=portal"
                + "&post_logout_redirect_uri=https%3A%2F%2Fportal.example%2Flogout&state=x"
        )
    }

    @Test("is over here when the provider cannot be reached, or knows no signing out")
    func unreachable() async throws {
        for server in [
            try HostileProvider(.ES256) { $0.discovery = { $0["end_session_endpoint"] = nil } },
            try HostileProvider(.ES256) {
                $0.answer = { _, _ in IdentityAnswer(status: 503, mediaType: "", body: []) }
            },
        ] {
            let address = await (try Visit(server)).provider.signOut(of: ProviderStay(), returnTo: "/", state: "x")
            #expect(address == nil)
        }
    }

    typealias Variation = RefusalTests.Attack
    private static let event = "http://schemas.openid.net/event/backchannel-logout"

    private func ended(_ variation: Variation) async throws -> EndedStay {
        var behaviour = HostileProvider.Behaviour()
        variation.change(&behaviour)
        let server = try HostileProvider(.ES256)
        var claims: HostileProvider.Fields = [
            "iss": HostileProvider.issuer, "aud": "portal", "iat": server.now.timeIntervalSince1970, "jti": "m1",
            "sid": "stay-1", "sub": "subject-1", "events": [Self.event: [String: String]()],
        ]
        behaviour.claims(&claims)
        let token = try server.signed(claims, behaviour, type: "logout+jwt")
        return try await Visit(server).provider.ended(["logout_token": token])
    }

    @Test(
        "L2 is believed when the provider says it",
        arguments: [
            Variation("as the standard says") { _ in }, .claim("sid", nil, "without a stay"),
            .claim("sub", nil, "without a subject"), .claim("exp", 1_772_438_500, "with an end"),
            Variation("with the type of an ordinary token") { $0.header = { $0["typ"] = "JWT" } },
        ]
    )
    func believed(_ variation: Variation) async throws {
        #expect(try await ended(variation).message == "m1")
    }

    @Test(
        "L2 is not believed",
        arguments: [
            Variation("alg none") { $0.header = { $0["alg"] = "none" } },
            Variation("of a foreign key") { $0.signsWithForeignKey = true },
            .claim("events", nil, "without an event"),
            .claim("events", ["other": [String: String]()], "of another event"),
            .claim("events", [event: "yes"], "of an event that is no object"), .claim("nonce", "n", "with a nonce"),
            .claim("aud", "another", "for somebody else"), .claim("iss", "https://evil.example", "of another issuer"),
            .claim("iat", nil, "without a time"), .claim("iat", 1_772_438_000, "of seven minutes ago"),
            .claim("exp", 1_772_438_300, "that ran out"), .claim("jti", nil, "without an identifier"),
            Variation("about nobody") { $0.claims = { ($0["sid"], $0["sub"]) = (nil, nil) } },
        ]
    )
    func disbelieved(_ variation: Variation) async throws {
        await #expect(throws: SignInRefusal.self) { try await ended(variation) }
    }

    @Test("L2 an ID token is no message, and nothing is none either")
    func others() async throws {
        let server = try HostileProvider(.ES256)
        let visit = try Visit(server)
        let token = try server.idToken(HostileProvider.Behaviour(), "n")
        for form in [["logout_token": token], [:], ["logout_token": ""], ["logout_token": "a.b.c"]] {
            await #expect(throws: SignInRefusal.self) { try await visit.provider.ended(form) }
        }
    }
}
