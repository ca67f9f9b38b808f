package import Foundation

/// Shows that an address belongs to a person: a code is sent there, and the person types it here.
package protocol AddressProofStore: Sendable {
    /// Leaves the message `address.code` with the code; an earlier code for the address stops counting.
    ///
    /// - Throws: ``AddressProofError/sentOften``, ``AddressProofError/taken``.
    func begin(_ address: EmailAddress, of person: Person.ID, code: AddressCode, at date: Date) async throws

    /// Adds the address to those of the person, behind the others.
    ///
    /// - Throws: ``AddressProofError``.
    func prove(_ address: EmailAddress, of person: Person.ID, code: String, at date: Date) async throws
}

/// Eight digits.
package struct AddressCode: Sendable, Equatable, CustomStringConvertible {
    package static let lifetime: TimeInterval = 900
    /// Wrong codes, after which the right one no longer counts.
    package static let attempts = 5
    /// Codes an hour to one address for one person.
    package static let perHour = 3

    package let description: String

    package init(_ number: UInt32) {
        let digits = String(number % 100_000_000)
        description = String(repeating: "0", count: 8 - digits.count) + digits
    }

    package static func random() -> AddressCode { AddressCode(.random(in: 0..<100_000_000)) }
}

package enum AddressProofError: PortalError {
    /// Somebody else here has this address.
    case taken
    case sentOften
    case wrongCode
    /// No code, or one that is too old or was mistyped too often.
    case noCode

    package var kind: ErrorKind {
        switch self {
        case .taken: .conflict
        case .sentOften: .tooOften
        case .wrongCode, .noCode: .invalid
        }
    }

    package var message: String {
        switch self {
        case .taken: "This address belongs to another account here. Ask your administrator to make the two one."
        case .sentOften: "We sent several codes there already. Look for the newest, or try again in an hour."
        case .wrongCode: "That is not the code that we sent. Look at the newest message."
        case .noCode: "This code no longer counts. Ask for a new one."
        }
    }
}
