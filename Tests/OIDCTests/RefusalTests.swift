import Core
import Foundation
import Testing

@testable import OIDC

/// The check-list for relying parties, row by row: what a provider may send and nobody is signed in by.
@Suite("Sign-in by OpenID Connect refuses")
struct RefusalTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout HostileProvider.Behaviour) -> Void

        init(_ sentence: String, _ change: @escaping @Sendable (inout HostileProvider.Behaviour) -> Void) {
            testDescription = sentence
            self.change = change
        }

        static func claim(_ name: String, _ value: (any Sendable)?, _ sentence: String) -> Attack {
            Attack(sentence) { $0.claims = { $0[name] = value } }
        }
    }

    @Test("what the check-list names", arguments: discovery + signatures + audience + times + subject + tokens)
    func attack(_ attack: Attack) async throws {
        let visit = try Visit(try HostileProvider { attack.change(&$0) })
        await #expect(throws: SignInRefusal.self) { try await visit.signIn() }
    }

    @Test("nothing of that from an honest provider", arguments: SigningAlgorithm.allCases)
    func honest(algorithm: SigningAlgorithm) async throws {
        let visit = try Visit(try HostileProvider(algorithm))
        let recognised = try await visit.signIn()
        #expect(recognised.subject.identity == ExternalIdentity(provider: "sso", subject: "subject-1"))
        #expect(recognised.subject.name == "Ada 🏅" && recognised.stay.id == "stay-1")
    }

    static let discovery = [
        Attack("D1 a discovery document of another issuer") {
            $0.discovery = { $0["issuer"] = "https://evil.example" }
        },
        Attack("D1 an issuer with a slash more") { $0.discovery = { $0["issuer"] = HostileProvider.issuer + "/" } },
        Attack("D1 a token endpoint without https") {
            $0.discovery = { $0["token_endpoint"] = "http://idp.example/token" }
        },
        Attack("D1 a token endpoint on this machine") {
            $0.discovery = { $0["token_endpoint"] = "http://127.0.0.1/token" }
        },
        Attack("D1 no keys") { $0.discovery = { $0["jwks_uri"] = nil } },
        Attack("D1 a document that is no JSON") {
            $0.answer = {
                $0.hasSuffix("configuration") ? IdentityAnswer(status: 200, mediaType: "text/html", body: [60]) : $1
            }
        },
        Attack("S4 an answer that hides whom it is from, when that was announced") {
            $0.discovery = { $0["authorization_response_iss_parameter_supported"] = true }
        },
    ]

    static let signatures = [
        Attack("A1 a signature by a foreign key") { $0.signsWithForeignKey = true },
        Attack("A1 a foreign key that the token brings along") {
            $0.signsWithForeignKey = true
            $0.header = {
                $0["jwk"] = ["kty": "RSA", "n": "AQAB", "e": "AQAB"]
                $0["jku"] = "https://evil.example/keys"
                $0["x5u"] = "https://evil.example/x5u"
            }
        },
        Attack("A1 a token whose content was changed") { $0.token = { Mutation.swapClaims($0) } },
        Attack("A1 a token without a signature") {
            $0.token = { $0.split(separator: ".").prefix(2).joined(separator: ".") + "." }
        },
        Attack("A2 an unknown key name") { $0.header = { $0["kid"] = "two" } },
        Attack("A2 a key name that is a path") { $0.header = { $0["kid"] = "../one" } },
        Attack("A2 a key name that is a number") { $0.header = { $0["kid"] = 1 } },
        Attack("A2 no key name where there are several") {
            $0.header = { $0["kid"] = nil }
            $0.keys = { keys in
                var second = keys[0]
                second["kid"] = "two"
                keys.append(second)
            }
        },
        Attack("A3 alg none") { $0.header = { $0["alg"] = "none" } },
        Attack("A3 alg None") { $0.header = { $0["alg"] = "None" } },
        Attack("A3 alg none without a signature") {
            $0.header = { $0["alg"] = "none" }
            $0.token = { $0.split(separator: ".").prefix(2).joined(separator: ".") + "." }
        },
        Attack("A3 HS256") { $0.header = { $0["alg"] = "HS256" } },
        Attack("A3 another algorithm of the same key") { $0.header = { $0["alg"] = "PS256" } },
        Attack("A3 an algorithm that is a list") { $0.header = { $0["alg"] = ["RS256"] } },
        Attack("A3 a key that is a secret") { $0.keys = { $0 = [["kty": "oct", "kid": "one", "k": "c2VjcmV0"]] } },
        Attack("A3 a key for another algorithm") { $0.keys = { $0[0]["alg"] = "PS256" } },
        Attack("A4 a key for encryption") { $0.keys = { $0[0]["use"] = "enc" } },
        Attack("A4 a key that may not verify") { $0.keys = { $0[0]["key_ops"] = ["sign"] } },
        Attack("A4 critical extensions") { $0.header = { $0["crit"] = ["exp"] } },
        Attack("A4 a token of another type") { $0.header = { $0["typ"] = "at+jwt" } },
        Attack("A4 padding in the token") { $0.token = { $0 + "=" } },
        Attack("A4 a token of four parts") { $0.token = { $0 + ".e30" } },
        Attack("A4 a token that is too large") { $0.claims = { $0["x"] = String(repeating: "🐍", count: 20_000) } },
        Attack("A4 no keys at all") { $0.keys = { $0 = [] } },
    ]

    static let audience: [Attack] = [
        .claim("iss", "https://evil.example", "C1 another issuer"),
        .claim("iss", HostileProvider.issuer + "/", "C1 an issuer with a slash more"),
        .claim("iss", nil, "C1 no issuer"),
        .claim("iss", [HostileProvider.issuer], "C1 an issuer in a list"),
        .claim("aud", "another", "C1 another audience"),
        .claim("aud", "portal2", "C1 an audience that begins the same"),
        .claim("aud", nil, "C1 no audience"),
        .claim("aud", [String](), "C1 an empty list of audiences"),
        .claim("aud", ["portal", "another"], "C1 two audiences without azp"),
        .claim("azp", "another", "C1 another authorized party"),
        .claim("azp", ["portal"], "C1 an authorized party in a list"),
        Attack("C1 two audiences and another party") {
            $0.claims = {
                $0["aud"] = ["portal", "another"]
                $0["azp"] = "another"
            }
        },
        Attack("C1 audiences that are no texts") { $0.claims = { $0["aud"] = ["portal", 7] as [any Sendable] } },
    ]

    private static let time = 1_772_438_400.0
    static let times: [Attack] = [
        .claim("exp", time - 61, "C2 a token that ran out"), .claim("exp", nil, "C2 a token that never runs out"),
        .claim("exp", "\(time + 300)", "C2 an end that is a text"), .claim("iat", nil, "C2 no time of issue"),
        .claim("iat", time + 90, "C2 a token from the future"),
        .claim("iat", time - 90_000, "C2 a token of the day before yesterday"),
        .claim("nbf", time + 90, "C2 a token that is not valid yet"),
        .claim("nbf", true, "C2 a beginning that is no time"),
    ]

    static let subject: [Attack] = [
        .claim("nonce", "another", "S2 another nonce"), .claim("nonce", nil, "S2 no nonce"),
        .claim("sub", nil, "C3 no subject"), .claim("sub", "", "C3 an empty subject"),
        .claim("sub", 7, "C3 a subject that is a number"),
        .claim("sub", String(repeating: "a", count: 256), "C3 a subject that is too long"),
        .claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA", "C4 the hash of another access token"),
        Attack("U1 userinfo of somebody else") {
            $0.claims = { $0["email"] = nil }
            $0.userInfo = { $0["sub"] = "subject-2" }
        },
        Attack("U1 userinfo of nobody") {
            $0.claims = { $0["email"] = nil }
            $0.userInfo = { $0["sub"] = nil }
        },
        Attack("U1 userinfo that is a page") {
            $0.claims = { $0["email"] = nil }
            $0.answer = { $0 == "/userinfo" ? IdentityAnswer(status: 200, mediaType: "text/html", body: $1.body) : $1 }
        },
    ]

    static let tokens: [Attack] = [
        Attack("T1 tokens that are a page") {
            $0.answer = { $0 == "/token" ? IdentityAnswer(status: 200, mediaType: "text/html", body: $1.body) : $1 }
        },
        Attack("T1 a redirect instead of tokens") {
            $0.answer = { $0 == "/token" ? IdentityAnswer(status: 307, mediaType: "", body: []) : $1 }
        },
        Attack("T1 a refused code") {
            $0.answer = {
                $0 == "/token" ? IdentityAnswer(status: 400, mediaType: "application/json", body: $1.body) : $1
            }
        },
        Attack("T1 no ID token") { $0.tokens = { $0["id_token"] = nil } },
        Attack("T1 no access token") { $0.tokens = { $0["access_token"] = nil } },
        Attack("T1 another type of token") { $0.tokens = { $0["token_type"] = "mac" } },
        Attack("T1 an access token with a line end") { $0.tokens = { $0["access_token"] = "a\r\nb" } },
    ]
}

enum Mutation {
    /// The same header and signature around claims of somebody else.
    static func swapClaims(_ token: String) -> String {
        var parts = token.split(separator: ".").map(String.init)
        let text = String(decoding: Base64URL.bytes(parts[1]) ?? [], as: UTF8.self)
        parts[1] = Array(text.replacing("subject-1", with: "subject-2").utf8).base64URL
        return parts.joined(separator: ".")
    }
}
