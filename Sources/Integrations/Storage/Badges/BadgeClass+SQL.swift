import Core
import Foundation

extension Issuer {
    static let columns = SQL.Words("issuer.id, issuer.name, issuer.url, issuer.email")

    init(_ row: inout SQLRow) {
        self.init(
            id: row.id(),
            name: row.text(),
            url: row.optionalText().flatMap(URL.init(string:)),
            email: row.optionalText().flatMap { EmailAddress($0) }
        )
    }
}

extension BadgeClass {
    /// Everything up to `WHERE`.
    static let select =
        SQL.Words(
            """
            SELECT badge_class.id, badge_class.slug, badge_class.status, badge_class.version, badge_class.revision,
                   badge_class.holders, badge_class.created_at, badge_class.published_at, badge_class.withdrawn_at,
                   badge_class.telling,
            """
        ) + BadgeContent.columns + SQL.Words(",") + Issuer.columns
        + SQL.Words(
            """
              FROM badge_class
              JOIN badge_version
                ON badge_version.badge_id = badge_class.id AND badge_version.version = badge_class.version
              JOIN issuer ON issuer.id = badge_class.issuer_id
            """
        )

    init(_ row: inout SQLRow, content: ContentDecoder) throws {
        let id: ID = row.id()
        let slug = try row.slug()
        let status: BadgeStatus = try row.word()
        let (version, revision, holders) = (row.integer(), row.integer(), row.integer())
        let (createdAt, publishedAt, withdrawnAt) = (row.date(), row.optionalDate(), row.optionalDate())
        let telling: Telling = try row.word()
        self.init(
            id: id,
            slug: slug,
            status: status,
            version: version,
            revision: revision,
            content: try content(&row),
            issuer: Issuer(&row),
            holders: holders,
            createdAt: createdAt,
            publishedAt: publishedAt,
            withdrawnAt: withdrawnAt,
            telling: telling
        )
    }
}

extension SQLSession {
    /// The badge as this transaction sees it.
    func badge(_ slug: Slug) throws -> BadgeClass {
        let badge = try first("\(BadgeClass.select) WHERE badge_class.slug = \(slug)") { row in
            try BadgeClass(&row, content: BadgeContent.init)
        }
        guard let badge else { throw BadgeError.notFound(slug.description) }
        return badge
    }

    func badge(_ id: BadgeClass.ID) throws -> BadgeClass {
        let badge = try first("\(BadgeClass.select) WHERE badge_class.id = \(id)") { row in
            try BadgeClass(&row, content: BadgeContent.init)
        }
        guard let badge else { throw BadgeError.notFound(id.rawValue) }
        return badge
    }
}
