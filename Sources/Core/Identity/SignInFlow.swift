import Crypto
package import Foundation

/// One sign-in that is under way in one browser.
///
/// The database keeps hashes only. Everything secret is derived from what the browser alone holds, so that neither the
/// database nor the address that the browser comes back to is enough to finish a flow.
package struct SignInFlow: Sendable {
    package static let limit: TimeInterval = 600

    /// Comes back with the browser (`state`); 256 random bits.
    package let handle: String
    /// Where the provider sends the browser to; a constant of the configuration.
    package let callback: String
    /// The cookie of the browser that began; never sent to the provider.
    private let secret: String

    package init(handle: String, callback: String, browser secret: String) {
        self.handle = handle
        self.callback = callback
        self.secret = secret
    }

    /// 256 bits in base64url for one purpose (`nonce`, a PKCE verifier): the same every time, different for every flow.
    package func derived(_ purpose: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return Data(HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\u{0}\(handle)".utf8), using: key)).base64URL
    }
}

/// What the database keeps of a flow until the browser comes back.
package struct PendingSignIn: Sendable, Equatable {
    package var handle: TokenHash
    package var provider: ProviderID
    /// The hash of the cookie of the browser that began.
    package var browser: TokenHash
    /// A path of the portal.
    package var returnTo: String
    package var startedAt: Date

    package init(handle: TokenHash, provider: ProviderID, browser: TokenHash, returnTo: String, startedAt: Date) {
        self.handle = handle
        self.provider = provider
        self.browser = browser
        self.returnTo = returnTo
        self.startedAt = startedAt
    }
}

extension Sequence<UInt8> {
    /// RFC 4648 §5, without padding.
    package var base64URL: String {
        Data(self).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
