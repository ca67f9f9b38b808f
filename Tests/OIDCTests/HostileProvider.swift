import Core
import Crypto
import CryptoExtras
import Foundation
import Synchronization

@testable import OIDC

/// An OpenID provider without a socket that misbehaves as a test asks: it changes what an honest one would send.
final class HostileProvider: IdentityHTTP, Sendable {
    typealias Fields = [String: any Sendable]

    struct Behaviour: Sendable {
        var discovery: @Sendable (inout Fields) -> Void = { _ in }
        var keys: @Sendable (inout [Fields]) -> Void = { _ in }
        var header: @Sendable (inout Fields) -> Void = { _ in }
        var claims: @Sendable (inout Fields) -> Void = { _ in }
        var token: @Sendable (String) -> String = { $0 }
        var tokens: @Sendable (inout Fields) -> Void = { _ in }
        var userInfo: @Sendable (inout Fields) -> Void = { _ in }
        var answer: @Sendable (String, IdentityAnswer) -> IdentityAnswer = { $1 }
        /// Signs with a key that is not among the published ones.
        var signsWithForeignKey = false
    }

    static let issuer = "https://idp.example"
    let now = Date(timeIntervalSince1970: 1_772_438_400)
    let signer: Signer
    private let foreign: Signer
    private let state: Mutex<(behaviour: Behaviour, nonce: String, requests: [IdentityRequest])>

    init(_ algorithm: SigningAlgorithm = .RS256, _ change: (inout Behaviour) -> Void = { _ in }) throws {
        var behaviour = Behaviour()
        change(&behaviour)
        signer = try Signer(algorithm, id: "one")
        foreign = try Signer(algorithm, id: "one", isForeign: true)
        state = Mutex((behaviour, "", []))
    }

    var requests: [IdentityRequest] { state.withLock { $0.requests } }
    func behave(_ change: @Sendable (inout Behaviour) -> Void) { state.withLock { change(&$0.behaviour) } }
    func expect(nonce: String) { state.withLock { $0.nonce = nonce } }

    func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
        let (behaviour, nonce) = state.withLock {
            $0.requests.append(request)
            return ($0.behaviour, $0.nonce)
        }
        let path = String(request.url.dropFirst(Self.issuer.count))
        do {
            let body =
                switch path {
                case _ where path.hasSuffix("/.well-known/openid-configuration"): try json(discovery(behaviour))
                case "/keys": try json(["keys": keys(behaviour)])
                case "/token": try json(tokens(behaviour, nonce))
                case "/userinfo": try json(userInfo(behaviour))
                default: [UInt8]()
                }
            return behaviour.answer(path, IdentityAnswer(status: 200, mediaType: "application/json", body: body))
        } catch {
            throw .unavailable("\(error)")
        }
    }

    func idToken(_ behaviour: Behaviour, _ nonce: String) throws -> String {
        var claims: Fields = [
            "iss": Self.issuer, "aud": "portal", "sub": "subject-1", "nonce": nonce,
            "iat": now.timeIntervalSince1970, "exp": now.timeIntervalSince1970 + 300, "name": "Ada 🏅",
            "email": "ada@acme.example", "email_verified": true, "sid": "stay-1",
        ]
        behaviour.claims(&claims)
        return try signed(claims, behaviour)
    }

    func signed(_ claims: Fields, _ behaviour: Behaviour, type: String = "JWT") throws -> String {
        var header: Fields = ["alg": signer.algorithm.rawValue, "kid": "one", "typ": type]
        behaviour.header(&header)
        let text = "\(try json(header).base64URL).\(try json(claims).base64URL)"
        let signature = try (behaviour.signsWithForeignKey ? foreign : signer).sign(Array(text.utf8))
        return behaviour.token("\(text).\(signature.base64URL)")
    }

    private func discovery(_ behaviour: Behaviour) -> Fields {
        var fields: Fields = [
            "issuer": Self.issuer, "authorization_endpoint": Self.issuer + "/authorize",
            "token_endpoint": Self.issuer + "/token", "jwks_uri": Self.issuer + "/keys",
            "userinfo_endpoint": Self.issuer + "/userinfo", "end_session_endpoint": Self.issuer + "/logout",
            "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
        ]
        behaviour.discovery(&fields)
        return fields
    }

    private func keys(_ behaviour: Behaviour) -> [Fields] {
        var keys = [signer.publicKey]
        behaviour.keys(&keys)
        return keys
    }

    private func tokens(_ behaviour: Behaviour, _ nonce: String) throws -> Fields {
        var fields: Fields = [
            "access_token": "access-1", "token_type": "Bearer", "expires_in": 300,
            "id_token": try idToken(behaviour, nonce),
        ]
        behaviour.tokens(&fields)
        return fields
    }

    private func userInfo(_ behaviour: Behaviour) -> Fields {
        var fields: Fields = ["sub": "subject-1", "name": "Ada at userinfo", "email": "ada@acme.example"]
        fields["email_verified"] = true
        behaviour.userInfo(&fields)
        return fields
    }

    private func json(_ value: Fields) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]))
    }
}
