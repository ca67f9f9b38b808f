package import Foundation

/// Ends the stay at the provider too when a person signs out here.
package protocol SignOut: IdentityProvider {
    /// - Parameters:
    ///   - returnTo: where the provider sends the browser afterwards; registered there.
    ///   - state: comes back with the browser.
    /// - Returns: where to send the browser; nil when the provider has no such address or does not answer.
    func signOut(of stay: ProviderStay, returnTo: String, state: String) async -> String?
}

/// Is told by the provider that a stay ended there.
package protocol BackChannelSignOut: IdentityProvider {
    /// Checks what the provider posted.
    func ended(_ form: [String: String]) async throws(SignInRefusal) -> EndedStay
}

/// What ended at a provider: one stay, or all stays of a subject or of those with a hint.
package struct EndedStay: Sendable, Equatable {
    package var stay: String?
    package var subject: String?
    /// What ``ProviderStay/hint`` must be.
    package var hint: String?
    /// The identifier of the message, which counts once.
    package var message: String
    /// When the message would be too old.
    package var until: Date

    package init(stay: String?, subject: String?, hint: String? = nil, message: String, until: Date) {
        self.stay = stay
        self.subject = subject
        self.hint = hint
        self.message = message
        self.until = until
    }
}
