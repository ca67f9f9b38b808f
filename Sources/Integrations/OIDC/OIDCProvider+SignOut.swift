import Core
import Foundation

/// OpenID Connect RP-Initiated Logout 1.0.
extension OIDCProvider: SignOut {
    func signOut(of stay: ProviderStay, returnTo: String, state: String) async -> String? {
        do throws(SignInRefusal) {
            guard let endpoint = try await metadata.metadata().endSessionEndpoint else { return nil }
            var address = AddressText(endpoint)
            if let hint = stay.hint { address.add("id_token_hint", hint) }
            address.add("client_id", settings.clientID)
            address.add("post_logout_redirect_uri", returnTo)
            address.add("state", state)
            return address.text
        } catch {
            // Signing out here worked; that the provider is down must not spoil it.
            return nil
        }
    }
}

/// OpenID Connect Back-Channel Logout 1.0 §2.6.
extension OIDCProvider: BackChannelSignOut {
    private static let event = "http://schemas.openid.net/event/backchannel-logout"
    /// Older messages are refused, so that those that were used need not be remembered for longer.
    private static let longestAge: TimeInterval = 300

    func ended(_ form: [String: String]) async throws(SignInRefusal) -> EndedStay {
        guard let text = form["logout_token"] else { throw .rejected("no logout token") }
        let claims = try await verified(text, type: ["jwt", "logout+jwt"])
        try claims.checkIssuerAndAudience(settings)
        try claims.checkTimes(now: now(), longestAge: Self.longestAge)
        if let expires = claims["exp"] {
            guard let expires = expires.date, expires + IDTokenCheck.skew > now() else {
                throw .rejected("a logout token that ran out")
            }
        }
        guard case .object(let events) = claims["events"], case .object = events[Self.event] else {
            throw .rejected("a token that is not about signing out")
        }
        guard claims["nonce"] == nil else { throw .rejected("a logout token with a nonce") }
        guard let id = claims["jti"]?.text, !id.isEmpty else { throw .rejected("a logout token without an identifier") }
        let stay = claims["sid"]?.text
        // Where people go by tid and oid, sub names nobody.
        let subject = settings.usesObjectID ? nil : claims["sub"]?.text
        guard stay?.isEmpty == false || subject?.isEmpty == false else {
            throw .rejected("a logout token about nobody")
        }
        return EndedStay(
            stay: stay,
            subject: subject,
            message: id,
            until: now() + Self.longestAge + 2 * IDTokenCheck.skew
        )
    }
}
