package import Foundation

/// Signs people in by sending the browser to the provider, which sends it back with a GET.
///
/// The portal keeps the flow: it makes the handle, binds it to the browser, takes it back once and within ten minutes,
/// and only then asks the provider to finish.
package protocol RedirectSignIn: IdentityProvider {
    /// - Returns: the address to send the browser to; it holds the flow's handle and its callback.
    func begin(_ flow: SignInFlow) async throws(SignInRefusal) -> String

    /// Finds out who came back.
    ///
    /// - Parameter callback: the parameters of the address that the browser came back to. Nothing in it is to be
    ///   believed before it was checked.
    func finish(_ callback: [String: String], of flow: SignInFlow) async throws(SignInRefusal) -> Recognised
}

/// Whom a provider recognised, and the stay there that the portal's session belongs to.
package struct Recognised: Sendable, Equatable {
    package var subject: Subject
    package var stay: ProviderStay
    /// For a ``MessageBoard``; nil where the portal has nothing to do there in the person's name.
    package var token: AccessToken?

    package init(subject: Subject, stay: ProviderStay = ProviderStay(), token: AccessToken? = nil) {
        self.subject = subject
        self.stay = stay
        self.token = token
    }
}

/// A stay at an identity provider, as far as signing out there needs it.
package struct ProviderStay: Sendable, Equatable {
    /// The provider's name for it, by which it says later that it ended (`sid`).
    package var id: String?
    /// What the provider wants to see when the person signs out (the id_token); given to nobody else.
    package var hint: String?
    /// When the provider says that it ends; the portal's session ends with it.
    package var until: Date?

    package init(id: String? = nil, hint: String? = nil, until: Date? = nil) {
        self.id = id
        self.hint = hint
        self.until = until
    }
}

/// Why nobody was signed in.
///
/// The person sees one and the same page whatever it was; the reason is for the log.
package enum SignInRefusal: Error, Equatable, Sendable {
    /// The person or the provider said no.
    case declined(String)
    /// An answer that failed a check; never holds a token, a code or an address of a person.
    case rejected(String)
    /// The provider does not answer.
    case unavailable(String)
    /// Only an administrator can help.
    case misconfigured(String)

    package var reason: String {
        switch self {
        case .declined(let text): "declined: \(text)"
        case .rejected(let text): "rejected: \(text)"
        case .unavailable(let text): "unavailable: \(text)"
        case .misconfigured(let text): "misconfigured: \(text)"
        }
    }
}
