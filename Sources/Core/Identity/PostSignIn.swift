package import Foundation

/// Signs people in by a message that their browser posts from the provider's site (SAML 2.0 Web Browser SSO).
///
/// Browsers send no cookie with a post from another site. So the portal believes what such a message proves by itself,
/// keeps it for a minute under a second handle, and has the browser ask for it by a GET of the portal's own, with which
/// the cookie of the browser that began comes along.
package protocol PostSignIn: IdentityProvider {
    /// Whether people may arrive whom the portal did not send there.
    var welcomesUnsolicited: Bool { get }

    /// - Parameter handle: comes back with the message; 256 random bits in at most 80 bytes.
    func begin(_ handle: String) async throws(SignInRefusal) -> Departure

    /// Finds out who came back.
    ///
    /// - Parameters:
    ///   - form: what the browser posted. Nothing in it is to be believed before it was checked.
    ///   - handle: of the sign-in that it answers, which was just used up; nil when it answers none.
    func receive(_ form: [String: String], for handle: String?) async throws(SignInRefusal) -> PostedSignIn

    /// What the provider's administrator must know of the portal, as XML.
    var portalMetadata: String { get }
}

/// How a browser goes to a provider.
package enum Departure: Sendable, Equatable {
    case redirect(String)
    /// By a form that it posts there.
    case post(to: String, fields: [String: String])
}

/// Whom a message is about, and what makes it count once.
package struct PostedSignIn: Sendable, Equatable {
    package var recognised: Recognised
    /// The identifier of what was posted.
    package var message: String
    /// When it would be refused as too old.
    package var until: Date

    package init(recognised: Recognised, message: String, until: Date) {
        self.recognised = recognised
        self.message = message
        self.until = until
    }
}

/// Somebody whom a provider vouched for by a post, until the browser that began comes for it.
package struct PostedArrival: Sendable, Equatable {
    package static let limit: TimeInterval = 60

    package var handle: TokenHash
    package var provider: ProviderID
    /// The hash of the cookie of the browser that began.
    package var browser: TokenHash
    /// A path of the portal.
    package var returnTo: String
    package var recognised: Recognised
    package var postedAt: Date

    package init(
        handle: TokenHash,
        provider: ProviderID,
        browser: TokenHash,
        returnTo: String,
        recognised: Recognised,
        postedAt: Date
    ) {
        self.handle = handle
        self.provider = provider
        self.browser = browser
        self.returnTo = returnTo
        self.recognised = recognised
        self.postedAt = postedAt
    }
}

/// Takes messages about signing out that come with the browser (SAML 2.0 Single Logout).
package protocol BrowserSignOut: IdentityProvider {
    func signOut(by message: BrowserMessage) async throws(SignInRefusal) -> SignOutMessage
}

/// A message that a browser brings from another site.
package enum BrowserMessage: Sendable, Equatable {
    /// With a GET; the query as it came, because signatures are over its very spelling.
    case query(String)
    case form([String: String])
}

/// What a message about signing out says.
package enum SignOutMessage: Sendable, Equatable {
    /// The provider wants these to end. Afterwards the browser goes on with the portal's answer.
    case request([EndedStay], answer: Departure)
    /// The provider did what the portal asked.
    case answer(state: String)
}
