package import Foundation

/// What can be earned (Open Badges 2.0 *BadgeClass*, 3.0 *Achievement*).
package struct BadgeClass: Sendable, Equatable {
    package typealias ID = Core.ID<BadgeClass>

    package let id: ID
    package var slug: Slug
    package var status: BadgeStatus
    /// Counts from 1; an award pins the version it was given for.
    package var version: Int
    /// Counts every save, so that two designers do not overwrite each other.
    package var revision: Int
    package var content: BadgeContent
    package var issuer: Issuer
    /// How many people hold it now.
    package var holders: Int
    package var createdAt: Date
    package var publishedAt: Date?
    package var withdrawnAt: Date?
    /// What its designer chose at its publication.
    package var telling: Telling

    package init(
        id: ID,
        slug: Slug,
        status: BadgeStatus = .draft,
        version: Int = 1,
        revision: Int = 1,
        content: BadgeContent,
        issuer: Issuer,
        holders: Int = 0,
        createdAt: Date,
        publishedAt: Date? = nil,
        withdrawnAt: Date? = nil,
        telling: Telling = .now
    ) {
        self.id = id
        self.slug = slug
        self.status = status
        self.version = version
        self.revision = revision
        self.content = content
        self.issuer = issuer
        self.holders = holders
        self.createdAt = createdAt
        self.publishedAt = publishedAt
        self.withdrawnAt = withdrawnAt
        self.telling = telling
    }
}

/// Where a badge stands between the designer's desk and its end.
package enum BadgeStatus: String, Sendable, Codable, CaseIterable {
    /// Only designers see it; nobody can earn it.
    case draft
    case published
    /// No longer awarded; who holds it keeps it.
    case withdrawn
}
