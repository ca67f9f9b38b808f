import Core
import Foundation

/// Whether an ID token is for us, for this sign-in and for now (OpenID Connect Core 1.0 §3.1.3.7).
///
/// Its signature was checked before.
struct IDTokenCheck {
    static let skew: TimeInterval = 60
    static let longestAge: TimeInterval = 24 * 3_600

    let settings: OIDCSettings
    let nonce: String
    let accessToken: String
    let now: Date

    /// - Returns: `claims`, all of which now may be believed.
    func claims(of claims: Claims) throws(SignInRefusal) -> Claims {
        try claims.checkIssuerAndAudience(settings)
        try claims.checkTimes(now: now, longestAge: Self.longestAge)
        guard let expires = claims["exp"]?.date, expires + Self.skew > now else {
            throw .rejected("a token that ran out, or never does")
        }
        guard claims["nonce"]?.text == nonce else { throw .rejected("a token of another sign-in") }
        guard let subject = claims["sub"]?.text, (1...255).contains(subject.utf8.count) else {
            throw .rejected("a token without a subject")
        }
        if let hash = claims["at_hash"], hash.text != settings.algorithm.halfHash(accessToken) {
            throw .rejected("a token of another access token")
        }
        if let domain = settings.hostedDomain, claims["hd"]?.text?.lowercased() != domain {
            throw .rejected("a person of another hosted domain")
        }
        return claims
    }
}

extension Claims {
    func checkIssuerAndAudience(_ settings: OIDCSettings) throws(SignInRefusal) {
        guard let issuer = self["iss"]?.text, settings.issuer.issued(issuer, tenant: self["tid"]?.text) else {
            throw .rejected("a token of another issuer")
        }
        guard let audiences = self["aud"]?.texts, audiences.contains(settings.clientID) else {
            throw .rejected("a token for somebody else")
        }
        let party = self["azp"]
        guard party == nil && audiences.count == 1 || party?.text == settings.clientID else {
            throw .rejected("a token for several, handed out to somebody else")
        }
    }

    /// `iat` must be there; the future is refused, and so is the distant past.
    func checkTimes(now: Date, longestAge: TimeInterval) throws(SignInRefusal) {
        let skew = IDTokenCheck.skew
        guard let issued = self["iat"]?.date, issued <= now + skew, issued >= now - longestAge - skew else {
            throw .rejected("a token that was not issued lately")
        }
        if let begin = self["nbf"] {
            guard let begin = begin.date, begin <= now + skew else { throw .rejected("a token that is not valid yet") }
        }
    }
}
