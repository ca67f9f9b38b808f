import Core
import Foundation

extension Award {
    static let columns = SQL.Words(
        """
        award.id, award.badge_id, award.badge_version, award.person_id, award.issued_at, award.expires_at,
        award.evidence, award.narrative, award.claimed_at, award.revoked_at, award.revocation_reason,
        award.superseded_by, award.suspended_at, award.suspension_reason
        """
    )

    init(_ row: inout SQLRow) throws {
        self.init(
            id: row.id(),
            badge: row.id(),
            badgeVersion: row.integer(),
            person: row.id(),
            issuedOn: row.date(),
            expires: row.optionalDate(),
            evidence: try StoredJSON.array(row.text()),
            narrative: row.text(),
            claimedAt: row.optionalDate(),
            revocation: Revocation(&row),
            supersededBy: row.optionalID(),
            suspension: Suspension(&row)
        )
    }

    /// Inserts the award unless the person holds the badge or `key` was used; what it replaces is already marked.
    ///
    /// - Returns: whether it was inserted.
    func insert(key: String?, _ session: any SQLSession) throws -> Bool {
        let inserted = try session.execute(
            """
            INSERT INTO award (id, badge_id, badge_version, person_id, issued_at, expires_at, evidence, narrative,
                               claimed_at, award_key)
            VALUES (\(id), \(badge), \(badgeVersion), \(person), \(issuedOn), \(expires),
                    \(try evidence.isEmpty ? "[]" : StoredJSON.text(evidence)), \(narrative), \(claimedAt), \(key))
            ON CONFLICT DO NOTHING
            """
        )
        return inserted == 1
    }
}

extension Revocation {
    fileprivate init?(_ row: inout SQLRow) {
        let date = row.optionalDate()
        let reason = row.optionalText()
        guard let date, let reason else { return nil }
        self.init(at: date, reason: reason)
    }
}

extension Suspension {
    fileprivate init?(_ row: inout SQLRow) {
        let date = row.optionalDate()
        let reason = row.optionalText()
        guard let date, let reason else { return nil }
        self.init(at: date, reason: reason)
    }
}

extension HeldAward {
    /// Everything up to `WHERE`; what the badge says comes from an ``EditionMemory``.
    static let select =
        SQL.Words("SELECT") + Award.columns
        + SQL.Words(", person.name FROM award JOIN person ON person.id = award.person_id")
}
