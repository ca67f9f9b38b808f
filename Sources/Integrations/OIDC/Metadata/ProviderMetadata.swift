import Core
import Foundation

/// What a provider says about itself (OpenID Connect Discovery 1.0 §3), as far as it is believed.
///
/// Never the algorithms: what it lists there would let a token choose how it is checked.
struct ProviderMetadata: Sendable {
    var issuer: String
    var authorizationEndpoint: String
    var tokenEndpoint: String
    var keysAddress: String
    var userInfoEndpoint: String?
    var endSessionEndpoint: String?
    /// Whether its answers name it (RFC 9207 §3).
    var announcesIssuer: Bool

    /// - Throws: ``SignInRefusal/misconfigured(_:)`` when the document is of another issuer or lacks what is needed.
    init(_ document: Claims, settings: OIDCSettings) throws(SignInRefusal) {
        guard let issuer = document["issuer"]?.text, settings.issuer.isNamed(issuer) else {
            throw .misconfigured("the discovery document is of another issuer")
        }
        self.issuer = issuer
        authorizationEndpoint = try document.endpoint("authorization_endpoint", settings)
        tokenEndpoint = try document.endpoint("token_endpoint", settings)
        keysAddress = try document.endpoint("jwks_uri", settings)
        userInfoEndpoint = try document.optionalEndpoint("userinfo_endpoint", settings)
        endSessionEndpoint = try document.optionalEndpoint("end_session_endpoint", settings)
        announcesIssuer = document["authorization_response_iss_parameter_supported"] == .bool(true)
    }
}

extension Claims {
    fileprivate func endpoint(_ name: String, _ settings: OIDCSettings) throws(SignInRefusal) -> String {
        guard let found = try optionalEndpoint(name, settings) else {
            throw .misconfigured("the discovery document has no \(name)")
        }
        return found
    }

    fileprivate func optionalEndpoint(_ name: String, _ settings: OIDCSettings) throws(SignInRefusal) -> String? {
        guard let text = self[name]?.text else { return nil }
        guard let url = URL(string: text), url.host() != nil, url.fragment() == nil, url.user() == nil,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            url.scheme == "https" || url.scheme == "http" && settings.allowsLoopback
        else { throw .misconfigured("the discovery document has a \(name) that cannot be used") }
        return text
    }
}
