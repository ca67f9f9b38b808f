/// An error whose message may be shown to the person who caused it.
///
/// Every other error is answered with status 500 and a reference number; its text goes to the log only.
package protocol PortalError: Error, Equatable {
    var kind: ErrorKind { get }
    /// One sentence for the person: what is wrong and what to do.
    var message: String { get }
}

/// The few ways to fail.
///
/// The web layer maps each to one HTTP status, the command line each to one exit code.
package enum ErrorKind: Sendable, CaseIterable {
    /// A value that a person can correct.
    case invalid
    /// A request that no form of ours sends.
    case malformed
    case tooLarge
    case tooOften
    case unauthenticated
    case forbidden
    case notFound
    case conflict
    case unavailable
}
