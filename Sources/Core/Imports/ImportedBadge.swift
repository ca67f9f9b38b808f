package import Foundation

/// A badge or certificate from elsewhere that a person keeps here, with what we know about it.
///
/// It is never shown as one of ours: the issuer is somebody else, and ``trust`` says how far we looked.
package struct ImportedBadge: Sendable, Equatable {
    package typealias ID = Core.ID<ImportedBadge>

    package enum Trust: String, Sendable, CaseIterable {
        /// A badge whose proof held when it was last checked.
        case verified
        /// The same, but its time is over.
        case expired
        /// Kept, and checked again until its issuer answers.
        case unchecked
        /// Its issuer took it back, or it no longer holds.
        case revoked
        /// No Open Badge: a link to a page of the issuer, which no signature covers.
        case linked
    }

    package let id: ID
    package let person: Person.ID
    package var trust: Trust
    /// What makes it the same as another one: the badge's own id, or the address of the page.
    package let key: String
    package var title: String
    /// Who issued it, as the badge or the person says it.
    package var issuer: String
    package var description: String
    /// Where the issuer shows it; http or https.
    package var link: URL?
    package var issuedOn: Date?
    package var expires: Date?
    /// Why it is not, or no longer, verified: a sentence.
    package var reason: String
    package var addedAt: Date
    package var checkedAt: Date?
    /// Who sees it on the person's page; the person themself always.
    package var visibility: Visibility

    package init(
        id: ID,
        person: Person.ID,
        trust: Trust,
        key: String,
        title: String,
        issuer: String,
        description: String = "",
        link: URL? = nil,
        issuedOn: Date? = nil,
        expires: Date? = nil,
        reason: String = "",
        addedAt: Date,
        checkedAt: Date? = nil,
        visibility: Visibility = .owner
    ) {
        self.id = id
        self.person = person
        self.trust = trust
        self.key = key
        self.title = title
        self.issuer = issuer
        self.description = description
        self.link = link
        self.issuedOn = issuedOn
        self.expires = expires
        self.reason = reason
        self.addedAt = addedAt
        self.checkedAt = checkedAt
        self.visibility = visibility
    }

    /// Whether its time is over, whatever the last check said.
    package func hasRunOut(at date: Date) -> Bool { trust == .expired || expires.map { $0 <= date } ?? false }
}

/// Bytes as they came, and what they are.
package struct ImportedFile: Sendable, Equatable {
    package var mediaType: String
    package var bytes: [UInt8]

    package init(mediaType: String, bytes: [UInt8]) {
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// When an imported badge is checked again.
package enum Recheck {
    private static let night: TimeInterval = 24 * 3_600
    private static let longest = 32.0

    /// The next day; after failures in a row 2, 4, … up to 32 days later.
    package static func date(afterFailures failures: Int, at date: Date) -> Date {
        date + night * min(longest, Double(1 << max(0, min(failures, 5))))
    }
}

package enum ImportError: PortalError {
    case notFound
    /// The person has it already.
    case alreadyThere(title: String)
    /// The person keeps as many as there may be.
    case tooMany

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .alreadyThere, .tooMany: .conflict
        }
    }

    package var message: String {
        switch self {
        case .notFound: "There is no badge here. Perhaps it was removed."
        case .alreadyThere(let title): "You have this one already: “\(title)”."
        case .tooMany: "You keep \(ImportedBadge.limit) badges from elsewhere. Remove one to add another."
        }
    }
}

extension ImportedBadge {
    /// So many a person.
    package static let limit = 200
}
