package import Foundation

/// What somebody gave to be checked, and what came of it: forgotten after half an hour.
package struct BadgeCheck: Sendable, Equatable {
    package static let lifetime: TimeInterval = 1_800
    /// A check that is not done after so long has lost its process.
    package static let patience: TimeInterval = 60

    /// Of the random text in the address of the result, so that only who asked sees it.
    package let token: TokenHash
    /// Who wants to keep the badge; nil for everybody on the public page.
    package let person: Person.ID?
    /// Once a stranger's check is done: the picture to show, if there is one.
    package var given: Given?
    /// What is known so far, in the words of whoever checks; empty before the first step.
    package var report: String
    package var isDone: Bool
    package let askedAt: Date

    package enum Given: Sendable, Equatable {
        case link(String)
        case file(ImportedFile)
    }

    package init(
        token: TokenHash,
        person: Person.ID?,
        given: Given?,
        report: String = "",
        isDone: Bool = false,
        askedAt: Date
    ) {
        self.token = token
        self.person = person
        self.given = given
        self.report = report
        self.isDone = isDone
        self.askedAt = askedAt
    }
}

/// Where checks are kept while somebody looks at them, whichever process answers.
package protocol CheckStore: Sendable {
    func add(_ check: BadgeCheck) async throws

    /// - Throws: ``CheckError/gone``.
    func check(_ token: TokenHash, at date: Date) async throws -> BadgeCheck

    /// Keeps what is known so far; nothing happens when the check is done or gone.
    func report(_ report: String, of token: TokenHash) async throws

    /// Ends a check.
    ///
    /// - Parameter file: takes the place of what was given. Without one, what a person gave to be kept stays, and
    ///   what a stranger gave goes.
    func finish(_ token: TokenHash, report: String, file: ImportedFile?) async throws

    func forget(_ token: TokenHash) async throws

    /// Forgets what was asked before `date`.
    func forget(before date: Date) async throws
}

package enum CheckError: PortalError {
    case gone

    package var kind: ErrorKind { .notFound }

    package var message: String {
        "This result is no longer here: results are kept for half an hour. Check the badge again."
    }
}
