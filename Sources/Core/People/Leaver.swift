package import Foundation

/// Lets people who left get at their badges, by a code to the private address that they gave while they were here.
///
/// A private address is one that a person proved by a code (``AddressProofStore``), or that an administrator was told
/// after the person left: the work address may have gone to somebody else.
package protocol LeaverStore: Sendable {
    /// The private address of a person, the last one that was given; nil where there is none.
    func privateAddress(of person: Person.ID) async throws -> EmailAddress?

    /// Keeps the private address of somebody whose account is closed and who gave none, and leaves the message
    /// `person.left`.
    ///
    /// - Throws: ``LeaverError``; ``AddressProofError/taken`` when the address is anybody's already;
    ///   ``PersonError/notFound``.
    func give(_ address: EmailAddress, to person: Person.ID, by actor: Actor, at date: Date) async throws

    /// Leaves the message `address.code` when `address` is the private one of somebody whose account is closed.
    ///
    /// Otherwise, and after too many codes, nothing happens: who asks learns nothing about the address.
    func ask(for address: EmailAddress, code: AddressCode, at date: Date) async throws

    /// Begins a visit under `token` when `code` is the newest that was sent to `address`.
    ///
    /// - Throws: ``AddressProofError/wrongCode`` in every other case.
    func begin(_ token: TokenHash, address: EmailAddress, code: String, at date: Date) async throws

    /// Who visits; nil when the visit is over, or the account open again.
    func visitor(_ token: TokenHash, at date: Date) async throws -> Person?

    func end(_ token: TokenHash) async throws
}

/// Why an administrator gives nobody a private address.
package enum LeaverError: PortalError {
    /// Whoever signs in proves the address themselves.
    case accountOpen
    /// Only the person changes it.
    case hasAddress

    package var kind: ErrorKind { .conflict }

    package var message: String {
        switch self {
        case .accountOpen: "This account is open: the person adds a private address in the settings."
        case .hasAddress: "This person has a private address, which only they can change."
        }
    }
}

package enum LeaverVisit {
    package static let lifetime: TimeInterval = 3600
}
