package import Foundation

/// Where sign-ins that are under way are kept, and what may be used only once.
package protocol SignInStore: Sendable {
    /// Remembers a flow, and forgets those that are over.
    func begin(_ flow: PendingSignIn) async throws
    /// Gives the flow once, and never again; nil when there is none or it is older than ``SignInFlow/limit``.
    func take(_ handle: TokenHash, at date: Date) async throws -> PendingSignIn?

    /// Keeps what a provider's post proved, and forgets what nobody came for.
    func keep(_ arrival: PostedArrival) async throws
    /// Gives it once, and never again; nil when there is none or it is older than ``PostedArrival/limit``.
    func takeArrival(_ handle: TokenHash, at date: Date) async throws -> PostedArrival?

    /// Remembers that something was used: the identifier of a logout token or of an assertion.
    ///
    /// - Parameter until: when it may be forgotten, because it would be refused as too old anyway.
    /// - Returns: false when it was used before.
    func use(_ token: TokenHash, of provider: ProviderID, until: Date, at date: Date) async throws -> Bool

    /// Remembers a link with which an administrator may come in without any identity provider.
    ///
    /// - Returns: the administrator; a new person when nobody has the address.
    func makeEmergencyLink(
        _ token: TokenHash,
        for email: EmailAddress,
        until: Date,
        at date: Date
    ) async throws -> Person
    /// Uses the link up.
    ///
    /// - Returns: nil when there is none, it was used, or its time is over.
    func useEmergencyLink(_ token: TokenHash, at date: Date) async throws -> Person?
}
