import Core
import Foundation
import Synchronization

/// Decodes the columns of a ``BadgeContent``.
typealias ContentDecoder = (inout SQLRow) throws -> BadgeContent

extension BadgeContent {
    static let columns = SQL.Words(
        """
        badge_version.badge_id, badge_version.version, badge_version.edition,
        badge_version.name, badge_version.description, badge_version.criteria, badge_version.picture,
        badge_version.picture_description, badge_version.rule, badge_version.validity_months,
        badge_version.alignments, badge_version.tags
        """
    )
    /// The columns that say which edition of which version it is, and those that say what it says.
    fileprivate static let columnCounts = (key: 3, content: 9)

    init(_ row: inout SQLRow) throws {
        row.skip(Self.columnCounts.key)
        try self.init(content: &row)
    }

    fileprivate init(content row: inout SQLRow) throws {
        self.init(
            name: row.text(),
            description: row.text(),
            criteria: row.text(),
            picture: try StoredJSON.value(row.text(), as: StoredPicture.self).picture(),
            pictureDescription: row.text(),
            rule: try row.optionalText().map { try StoredJSON.value($0, as: StoredRule.self).rule() },
            validity: Validity(months: row.optionalInteger()),
            alignments: try StoredJSON.array(row.text()),
            tags: try StoredJSON.array(row.text())
        )
    }
}

/// Decodes each edition of a version once: decoding its JSON costs more than reading its row.
///
/// Only for reads. In a transaction that may still fail, an edition is not final.
final class ContentMemory: Sendable {
    /// More than a portal has badges; above it the memory is emptied and fills again.
    private static let limit = 2_000

    private struct Edition: Hashable {
        let badge: String
        let version: Int
        let edition: Int
    }

    private let known = Mutex<[Edition: BadgeContent]>([:])

    func content(_ row: inout SQLRow) throws -> BadgeContent {
        let edition = Edition(badge: row.text(), version: row.integer(), edition: row.integer())
        if let content = known.withLock({ $0[edition] }) {
            row.skip(BadgeContent.columnCounts.content)
            return content
        }
        let content = try BadgeContent(content: &row)
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll() }
            known[edition] = content
        }
        return content
    }
}
