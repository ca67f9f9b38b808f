package import Foundation

/// That a person has a badge (Open Badges 2.0 *Assertion*, 3.0 *OpenBadgeCredential*).
///
/// An award never disappears: it runs out, is revoked or is superseded, and its address goes on answering.
package struct Award: Sendable, Equatable {
    package typealias ID = Core.ID<Award>

    /// A UUID; the end of the award's address.
    package let id: ID
    package let badge: BadgeClass.ID
    /// The version of the badge that was earned.
    package let badgeVersion: Int
    package let person: Person.ID
    /// UTC, like all times here.
    package let issuedOn: Date
    package let expires: Date?
    package let evidence: [Evidence]
    /// What the person did, in the issuer's words; Markdown.
    ///
    /// May be empty.
    package let narrative: String
    /// When the person took it.
    package var claimedAt: Date?
    package var revocation: Revocation?
    package var suspension: Suspension?
    /// The newer award of the same badge that took its place.
    package var supersededBy: ID?

    package init(
        id: ID,
        badge: BadgeClass.ID,
        badgeVersion: Int,
        person: Person.ID,
        issuedOn: Date,
        expires: Date? = nil,
        evidence: [Evidence] = [],
        narrative: String = "",
        claimedAt: Date? = nil,
        revocation: Revocation? = nil,
        supersededBy: ID? = nil,
        suspension: Suspension? = nil
    ) {
        self.id = id
        self.badge = badge
        self.badgeVersion = badgeVersion
        self.person = person
        self.issuedOn = issuedOn
        self.expires = expires
        self.evidence = evidence
        self.narrative = narrative
        self.claimedAt = claimedAt
        self.revocation = revocation
        self.supersededBy = supersededBy
        self.suspension = suspension
    }

    /// What a stranger is told at `date`; the first that applies.
    package func verdict(at date: Date) -> Verdict {
        if let revocation { return .revoked(revocation) }
        if let suspension { return .suspended(suspension) }
        if let supersededBy { return .superseded(by: supersededBy) }
        if let expires, expires <= date { return .expired(expires) }
        if issuedOn > date { return .notYetValid(issuedOn) }
        return .valid
    }
}

/// Whether an award counts.
package enum Verdict: Sendable, Equatable {
    case revoked(Revocation)
    case suspended(Suspension)
    case superseded(by: Award.ID)
    case expired(Date)
    case notYetValid(Date)
    case valid
}

/// What shows that a badge was earned.
package struct Evidence: Sendable, Hashable, Codable {
    package static let limit = 10

    /// What it is, in words.
    package var name: String
    /// Where it can be seen; http or https.
    package var url: URL?

    package init(name: String, url: URL? = nil) {
        self.name = name
        self.url = url
    }
}

/// That an award was taken back.
package struct Revocation: Sendable, Equatable {
    package static let reasonLimit = 500

    package var at: Date
    /// Why, for everybody to read; never empty.
    package var reason: String

    package init(at: Date, reason: String) {
        self.at = at
        self.reason = reason
    }
}

package enum AwardError: PortalError {
    case notFound
    case hasItAlready(Award.ID)
    case revokedAlready
    case suspendedAlready
    case notSuspended
    case reasonMissing

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .hasItAlready, .revokedAlready, .suspendedAlready, .notSuspended: .conflict
        case .reasonMissing: .invalid
        }
    }

    package var message: String {
        switch self {
        case .notFound: "There is no badge here."
        case .hasItAlready: "This person has the badge already."
        case .revokedAlready: "This badge was taken back already."
        case .suspendedAlready: "This badge is on hold already."
        case .notSuspended: "This badge is not on hold."
        case .reasonMissing: "Say why: the reason is shown to everybody who checks the badge."
        }
    }
}
