import Contracts
import Core
import Foundation
import Testing

@testable import OIDC

@Suite("The way to an OpenID provider and back")
struct CallbackTests {
    @Test("keeps the contract of every provider that browsers are sent to")
    func contract() async throws {
        let visit = try Visit(try HostileProvider())
        try await checkRedirectSignIn(visit.provider, mayReturnTo: Visit.callback)
    }

    @Test("asks for a code with PKCE, a nonce and the callback of the configuration")
    func request() async throws {
        let visit = try Visit(
            try HostileProvider { $0.discovery = { $0["authorization_endpoint"] = "https://idp.example/a?p=1" } }
        )
        let address = try await visit.provider.begin(Visit.flow())
        let items = URLComponents(string: address)?.queryItems ?? []
        let values = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
        #expect(address.hasPrefix("https://idp.example/a?p=1&response_type=code&"))
        #expect(values["code_challenge_method"] == "S256" && values["code_challenge"]?.count == 43)
        #expect(values["nonce"]?.count == 43 && values["state"] == "handle-1")
        #expect(values["redirect_uri"] == Visit.callback && values["scope"] == "openid profile email")
    }

    @Test("sends the code, the verifier and the secret to the token endpoint, and nowhere else")
    func exchange() async throws {
        let server = try HostileProvider()
        let visit = try Visit(server) { $0.clientSecret = Secret(.environment("PATH")) }
        _ = try await visit.signIn()
        let request = try #require(server.requests.last { $0.url.hasSuffix("/token") })
        #expect(request.form?["code_verifier"] == Visit.flow().codeVerifier)
        #expect(request.form?["redirect_uri"] == Visit.callback && request.form?["client_secret"] == nil)
        let secret = try Secret(.environment("PATH")).reveal()
        #expect(request.credentials == .basic(user: "portal", password: secret))
        #expect(server.requests.filter { $0.form != nil }.count == 1)
    }

    @Test(
        "refuses answers that are errors, of others, or without a code",
        arguments: [
            [:], ["code": ""], ["code": String(repeating: "c", count: 5_000)], ["error": "server_error", "code": "c"],
            ["error": "<script>alert(1)</script>"], ["code": "c", "iss": "https://evil.example"],
            ["code": "c", "iss": ""], ["code": "c", "iss": HostileProvider.issuer + "/"],
        ]
    )
    func refused(callback: [String: String]) async throws {
        let server = try HostileProvider()
        let visit = try Visit(server)
        await #expect(throws: SignInRefusal.self) { try await visit.signIn(Visit.flow(), callback) }
        #expect(!server.requests.contains { $0.form != nil })
    }

    @Test("knows when the person said no")
    func declined() async throws {
        let visit = try Visit(try HostileProvider())
        await #expect(throws: SignInRefusal.declined("access_denied")) {
            try await visit.signIn(Visit.flow(), ["error": "access_denied", "error_description": "<b>no</b>"])
        }
    }

    @Test("accepts an answer that says whom it is from")
    func named() async throws {
        let visit = try Visit(try HostileProvider())
        let callback = ["code": "c", "iss": HostileProvider.issuer]
        #expect(try await visit.signIn(Visit.flow(), callback).subject.identity.subject == "subject-1")
    }

    @Test("refuses the token of one flow in another flow, or in another browser")
    func otherFlow() async throws {
        let server = try HostileProvider()
        let visit = try Visit(server)
        server.expect(nonce: Visit.flow().nonce)
        for flow in [Visit.flow("handle-2"), Visit.flow("handle-1", browser: "browser-2")] {
            await #expect(throws: SignInRefusal.self) { try await visit.provider.finish(["code": "c"], of: flow) }
        }
    }

    @Test("says so when the secret is not there")
    func noSecret() async throws {
        let visit = try Visit(try HostileProvider()) { $0.clientSecret = Secret(.environment("LAUREL_NOT_SET")) }
        let expected = SignInRefusal.misconfigured("the environment variable LAUREL_NOT_SET is not set")
        await #expect(throws: expected) { try await visit.signIn() }
    }
}
