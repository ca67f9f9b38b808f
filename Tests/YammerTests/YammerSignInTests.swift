import Contracts
import Core
import Foundation
import Testing

@testable import Yammer

@Suite("Sign-in with Yammer")
struct YammerSignInTests {
    static let callback = "https://portal.example/login/yammer/callback"
    static let flow = SignInFlow(handle: "handle-1", callback: callback, browser: "browser-1")

    /// As Yammer answers, with one piece of its text replaced.
    static func answer(_ old: String = "", by new: String = "") -> IdentityAnswer {
        let text = """
            {"user":{"type":"user","id":1010101010,"network_id":101010,"state":"active","full_name":"Alice Müller 🏅",
            "name":"alice","admin":"false","contact":{"email_addresses":[{"type":"primary",
            "address":"Alice@corp.example"}],"phone_numbers":[]}},"network":{"id":101010,"permalink":"corp.example"},
            "access_token":{"token":"t","user_id":1010101010,"network_id":101010,"network_permalink":"corp.example",
            "expires_at":null}}
            """
        let body = old.isEmpty ? text : text.replacing(old, with: new)
        return IdentityAnswer(status: 200, mediaType: "application/json", body: Array(body.utf8))
    }

    private func provider(_ answer: IdentityAnswer, posts: Bool = true) throws -> YammerSignIn {
        YammerSignIn(
            id: "yammer",
            name: "Yammer",
            base: "https://www.yammer.example",
            clientID: "portal",
            clientSecret: Secret(.environment("PATH")),
            network: "Corp.example",
            emailAuthority: EmailAuthority(domains: ["corp.example"], isTrusted: true),
            roles: RoleMapping(attributes: [.init(name: "admin", value: "true", role: .administrator)]),
            posts: posts,
            http: FixedHTTP(answer: answer)
        )
    }

    private func signIn(_ answer: IdentityAnswer) async throws -> Subject {
        try await provider(answer).finish(["code": "c"], of: Self.flow).subject
    }

    @Test("keeps the contract of every provider that browsers are sent to")
    func contract() async throws {
        try await checkRedirectSignIn(try provider(Self.answer()), mayReturnTo: Self.callback)
    }

    @Test("knows people by the numbers of their network and of their own")
    func honest() async throws {
        let alice = try await signIn(Self.answer())
        #expect(alice.identity == ExternalIdentity(provider: "yammer", subject: "101010/1010101010"))
        #expect(alice.name == "Alice Müller 🏅" && alice.emails.map(\.description) == ["alice@corp.example"])
    }

    @Test("hands over the token only where people may post")
    func token() async throws {
        let posting = try await provider(Self.answer()).finish(["code": "c"], of: Self.flow)
        #expect(posting.token == AccessToken("t"))
        let silent = try await provider(Self.answer(), posts: false).finish(["code": "c"], of: Self.flow)
        #expect(silent.token == nil)
    }

    @Test("an attribute gives a role, whether it comes as a text or as a truth value")
    func roles() async throws {
        #expect(try await signIn(Self.answer()).roles == [])
        #expect(try await signIn(Self.answer(#""admin":"false""#, by: #""admin":"true""#)).roles == [.administrator])
        #expect(try await signIn(Self.answer(#""admin":"false""#, by: #""admin":true"#)).roles == [.administrator])
        #expect(try await signIn(Self.answer(#""admin":"false","#, by: "")).roles == [])
    }

    @Test("does without an address")
    func noAddress() async throws {
        let empty = Self.answer(#"[{"type":"primary",\#n"address":"Alice@corp.example"}]"#, by: "[]")
        #expect(try await signIn(empty).emails.isEmpty)
        #expect(try await signIn(Self.answer("Alice@corp.example", by: "alice@evil.example")).emails.isEmpty)
    }

    @Test(
        "refuses",
        arguments: [
            answer(#""network_permalink":"corp.example""#, by: #""network_permalink":"evil.example""#),
            answer(#""user_id":1010101010"#, by: #""user_id":7"#),
            answer(#""state":"active""#, by: #""state":"suspended""#),
            answer(#""id":1010101010"#, by: #""id":"1010101010""#),
            answer(#""network_id":101010,"state""#, by: #""state""#),
            answer(#""access_token""#, by: #""token""#), answer("{", by: "["),
            IdentityAnswer(status: 400, mediaType: "application/json", body: answer().body),
            IdentityAnswer(status: 200, mediaType: "text/html", body: answer().body),
            IdentityAnswer(status: 502, mediaType: "text/html", body: []),
        ]
    )
    func refused(answer: IdentityAnswer) async throws {
        await #expect(throws: SignInRefusal.self) { try await signIn(answer) }
    }
}

private struct FixedHTTP: IdentityHTTP {
    let answer: IdentityAnswer

    func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
        guard request.url == "https://www.yammer.example/oauth2/access_token.json", request.form?["code"] != nil else {
            throw .unavailable("nothing there")
        }
        return answer
    }
}
