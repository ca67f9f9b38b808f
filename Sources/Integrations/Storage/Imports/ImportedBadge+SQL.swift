import Core
import Foundation

extension ImportedBadge {
    static let columns = SQL.Words(
        """
        id, person_id, trust, badge_key, title, issuer, description, link, issued_at, expires_at, reason, added_at,
        checked_at, visibility
        """
    )

    init(_ row: inout SQLRow) throws {
        self.init(
            id: row.id(),
            person: row.id(),
            trust: try row.word(),
            key: row.text(),
            title: row.text(),
            issuer: row.text(),
            description: row.text(),
            link: row.optionalText().flatMap { URL(string: $0) },
            issuedOn: row.optionalDate(),
            expires: row.optionalDate(),
            reason: row.text(),
            addedAt: row.date(),
            checkedAt: row.optionalDate(),
            visibility: try row.visibility()
        )
    }
}
