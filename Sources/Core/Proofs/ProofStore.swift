package import Foundation

/// Where is kept what proofs are made from: issuers' keys, what each award was given for them, status lists.
package protocol ProofStore: Sendable {
    // MARK: Keys

    /// All issuers in the order in which they came, and all keys of all of them, the oldest first.
    func keyring() async throws -> StoredKeyring
    /// Stores the key unless its issuer has one of that algorithm in use, as when two processes start together.
    ///
    /// - Returns: whether it was stored.
    func add(_ key: SigningKey, by actor: Actor) async throws -> Bool
    /// Stores the key and retires the one of the same issuer and algorithm that was in use.
    func replace(with key: SigningKey, by actor: Actor) async throws

    // MARK: Awards

    /// What has to be the same for a document about the award to be up to date. One small read.
    ///
    /// - Throws: ``AwardError/notFound``, here and below.
    func stamp(of award: Award.ID) async throws -> ProofStamp
    func proof(of award: Award.ID) async throws -> AwardProof
    /// What the badge said in one of its versions; drafts say nothing to strangers.
    ///
    /// - Parameter version: nil for the current one.
    /// - Throws: ``BadgeError/notFound(_:)``.
    func edition(of slug: Slug, version: Int?) async throws -> BadgeEdition

    // MARK: Status

    /// - Returns: nil when there is no such list.
    func statusList(_ number: Int) async throws -> StatusListState?
    /// The places in the list whose awards were taken back.
    func revokedPlaces(in number: Int) async throws -> [Int]
    /// The places in the list whose awards are suspended.
    func suspendedPlaces(in number: Int) async throws -> [Int]
    /// How often the state of any of the issuer's awards changed; higher after every time.
    func changeCount(of issuer: Issuer.ID) async throws -> Int
    /// The issuer's awards that were taken back or are suspended, in the order in which that happened.
    func revocations(of issuer: Issuer.ID) async throws -> [RevokedAward]
}

package struct StoredKeyring: Sendable, Equatable {
    /// The first one is who the portal is when nobody else is named.
    package var issuers: [Issuer]
    package var keys: [SigningKey]

    package init(issuers: [Issuer], keys: [SigningKey]) {
        self.issuers = issuers
        self.keys = keys
    }
}

/// Equal stamps, equal documents.
package struct ProofStamp: Sendable, Hashable {
    /// ``BadgeStore/revision()``: badges, issuers and keys.
    package var revision: Int
    package var revokedAt: Date?
    package var suspendedAt: Date?
    /// The person's main address.
    package var email: EmailAddress?

    package init(revision: Int, revokedAt: Date? = nil, suspendedAt: Date? = nil, email: EmailAddress? = nil) {
        self.revision = revision
        self.revokedAt = revokedAt
        self.suspendedAt = suspendedAt
        self.email = email
    }

    /// Neither taken back nor suspended.
    package var counts: Bool { revokedAt == nil && suspendedAt == nil }
}

/// What an award was given for its proofs in the moment it was stored; it never changes.
package struct AwardProof: Sendable, Equatable {
    /// 32 hexadecimal digits: without it, nobody guesses an address from its hash.
    package var salt: String
    /// The status list, and the award's place in it.
    package var list: Int
    package var place: Int

    package init(salt: String, list: Int, place: Int) {
        self.salt = salt
        self.list = list
        self.place = place
    }
}

/// A badge as one of its versions says it.
package struct BadgeEdition: Sendable, Equatable {
    package var slug: Slug
    package var version: Int
    /// How many versions there are.
    package var versions: Int
    package var content: BadgeContent
    package var issuer: Issuer
    /// The store's revision at the moment of reading.
    package var revision: Int

    package init(slug: Slug, version: Int, versions: Int, content: BadgeContent, issuer: Issuer, revision: Int) {
        self.slug = slug
        self.version = version
        self.versions = versions
        self.content = content
        self.issuer = issuer
        self.revision = revision
    }
}

package struct StatusListState: Sendable, Equatable {
    /// How many places every list has (Bitstring Status List §2.2 asks for at least as many).
    package static let size = 131_072
    /// A list gets no more awards than this, so that a free place is found at random and quickly.
    package static let capacity = 65_536

    package var number: Int
    package var issuer: Issuer.ID
    /// Higher after every revocation and suspension in the list, and after every end of one.
    package var changes: Int

    package init(number: Int, issuer: Issuer.ID, changes: Int) {
        self.number = number
        self.issuer = issuer
        self.changes = changes
    }
}

/// An award that does not count.
package struct RevokedAward: Sendable, Equatable {
    package var award: Award.ID
    package var reason: String
    /// It may count again.
    package var isSuspended: Bool

    package init(award: Award.ID, reason: String, isSuspended: Bool = false) {
        self.award = award
        self.reason = reason
        self.isSuspended = isSuspended
    }

    /// The reason as documents tell it that know revocations only.
    package var statement: String { isSuspended ? "On hold: \(reason)" : reason }
}
