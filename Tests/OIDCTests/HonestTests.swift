import Core
import Foundation
import Testing

@testable import OIDC

/// What honest providers do differently from one another; a naive client stumbles over each.
@Suite("Sign-in by OpenID Connect accepts")
struct HonestTests {
    typealias Variation = RefusalTests.Attack

    @Test("what honest providers send", arguments: variations)
    func variation(_ variation: Variation) async throws {
        let visit = try Visit(try HostileProvider { variation.change(&$0) })
        #expect(try await visit.signIn().subject.emails.map(\.description) == ["ada@acme.example"])
    }

    private static let time = 1_772_438_400.0
    static let variations: [Variation] = [
        .claim("aud", ["portal"], "an audience in a list"),
        Variation("two audiences and us as the party") {
            $0.claims = {
                $0["aud"] = ["portal", "another"]
                $0["azp"] = "portal"
            }
        },
        .claim("iat", time - 0.693187, "times with a fraction"),
        .claim("exp", time - 59, "a clock that is a little wrong"),
        .claim("iat", time + 59, "a clock that is a little ahead"),
        .claim("auth_time", 0, "an unknown time of sign-in"),
        Variation("a long subject") {
            $0.claims = { $0["sub"] = String(repeating: "a", count: 255) }
            $0.userInfo = { $0["sub"] = String(repeating: "a", count: 255) }
        },
        .claim("at_hash", SigningAlgorithm.RS256.halfHash("access-1"), "the hash of the access token"),
        .claim("name", nil, "a name at userinfo only"),
        Variation("an address at userinfo only") { $0.claims = { $0["email"] = nil } },
        Variation("one key without a name") {
            $0.keys = { $0[0]["kid"] = nil }
            $0.header = { $0["kid"] = nil }
        },
        Variation("a token that does not name the only key") { $0.header = { $0["kid"] = nil } },
        Variation("a token without a type") { $0.header = { $0["typ"] = nil } },
        Variation("keys of kinds that nobody knows") {
            $0.keys = { keys in
                keys.insert(["kty": "OKP", "crv": "X448", "kid": "odd", "x": "AA"], at: 0)
                keys.insert(["kty": "RSA", "kid": "broken", "n": "!", "e": "AQAB"], at: 0)
                keys.insert(["kty": "RSA", "kid": "one", "use": "enc", "n": "AQAB", "e": "AQAB"], at: 0)
            }
        },
        Variation("bearer in lower case and a life time that is a text") {
            $0.tokens = {
                $0["token_type"] = "bearer"
                $0["expires_in"] = "300"
            }
        },
        Variation("emoji and text from right to left") { $0.claims = { $0["name"] = "נועה 🐍🏅 \u{202E}" } },
    ]

    @Test("new keys as soon as they are used, but asks for them once a minute only")
    func rotation() async throws {
        let server = try HostileProvider()
        let visit = try Visit(server)
        _ = try await visit.signIn()
        server.behave { $0.header = { $0["kid"] = "two" } }
        await #expect(throws: SignInRefusal.self) { try await visit.signIn() }
        await #expect(throws: SignInRefusal.self) { try await visit.signIn() }
        #expect(server.requests.filter { $0.url.hasSuffix("/keys") }.count == 1)
    }

    @Test("a key that was published after the keys were read")
    func rotated() async throws {
        let server = try HostileProvider { $0.keys = { $0 = [] } }
        let clock = TestClock(server.now)
        let settings = try Visit(server).provider.settings
        let memory = ProviderMemory(settings: settings, http: server, now: clock.now)
        let provider = OIDCProvider(settings: settings, http: server, metadata: memory, now: { server.now })
        _ = try await memory.keys()
        server.behave { $0.keys = { _ in } }
        clock.move(61)
        let flow = Visit.flow()
        server.expect(nonce: flow.nonce)
        #expect(try await provider.finish(["code": "c"], of: flow).subject.name == "Ada 🏅")
    }

    @Test("small keys are passed over: 2048 bits are the least")
    func small() throws {
        let small = try Signer(bits: 1_024, id: "one")
        let bytes = try JSONSerialization.data(withJSONObject: ["keys": [small.publicKey]])
        let document = try #require(Claims(bytes))
        #expect(KeySet(document, algorithm: .RS256).keys.isEmpty)
    }
}
