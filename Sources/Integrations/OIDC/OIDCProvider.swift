import Core
import Crypto
import Foundation

/// Sign-in by OpenID Connect: authorization code with PKCE, everything checked that the standards ask for.
///
/// OpenID Connect Core 1.0 §3.1, RFC 9700, RFC 7636, RFC 9207.
struct OIDCProvider: RedirectSignIn {
    let settings: OIDCSettings
    let http: any IdentityHTTP
    let metadata: ProviderMemory
    let now: @Sendable () -> Date

    var id: ProviderID { settings.id }
    var name: String { settings.name }

    func begin(_ flow: SignInFlow) async throws(SignInRefusal) -> String {
        var address = AddressText(try await metadata.metadata().authorizationEndpoint)
        address.add("response_type", "code")
        address.add("client_id", settings.clientID)
        address.add("redirect_uri", flow.callback)
        address.add("scope", settings.scopes.joined(separator: " "))
        address.add("state", flow.handle)
        address.add("nonce", flow.nonce)
        address.add("code_challenge", flow.codeChallenge)
        address.add("code_challenge_method", "S256")
        if let domain = settings.hostedDomain { address.add("hd", domain) }
        return address.text
    }

    func finish(_ callback: [String: String], of flow: SignInFlow) async throws(SignInRefusal) -> Recognised {
        let metadata = try await metadata.metadata()
        try checkSender(callback, metadata)
        if let error = callback["error"] {
            throw error == "access_denied" ? .declined("access_denied") : .rejected("an error answer")
        }
        guard let code = callback["code"], !code.isEmpty, code.utf8.count <= 4_096 else {
            throw .rejected("no code, or one that is too long")
        }
        let tokens = try await tokens(for: code, flow, metadata)
        let check = IDTokenCheck(settings: settings, nonce: flow.nonce, accessToken: tokens.accessToken, now: now())
        let claims = try check.claims(of: try await verified(tokens.idToken, type: ["jwt"]))
        let person = PersonClaims(settings: settings, idToken: claims)
        let complete = try await person.completed(by: userInfo(of: claims, tokens, metadata, person))
        return Recognised(
            subject: try complete.subject(),
            stay: ProviderStay(id: claims["sid"]?.text, hint: tokens.idToken)
        )
    }

    /// The answer must come from the provider that was asked (RFC 9207): a defence against mixing up two of them.
    private func checkSender(_ callback: [String: String], _ metadata: ProviderMetadata) throws(SignInRefusal) {
        guard let issuer = callback["iss"] else {
            if metadata.announcesIssuer { throw .rejected("the answer does not say who it is from") }
            return
        }
        guard issuer == metadata.issuer else { throw .rejected("the answer is from another issuer") }
    }

    /// The content of a token whose signature counts.
    func verified(_ text: String, type: Set<String>) async throws(SignInRefusal) -> Claims {
        let token = try SignedToken(text, algorithm: settings.algorithm, types: type)
        var keys = try await metadata.keys()
        if token.isSigned(by: keys) { return token.claims }
        // The provider may have begun to use a new key.
        guard let fresh = try await metadata.freshKeys() else {
            throw .rejected("no key of the issuer fits the signature")
        }
        keys = fresh
        guard token.isSigned(by: keys) else { throw .rejected("no key of the issuer fits the signature") }
        return token.claims
    }
}

extension SignInFlow {
    var nonce: String { derived("nonce") }
    var codeVerifier: String { derived("code verifier") }
    var codeChallenge: String { SHA256.hash(data: Data(codeVerifier.utf8)).base64URL }
}
