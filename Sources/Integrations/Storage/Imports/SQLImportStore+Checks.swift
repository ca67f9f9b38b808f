import Core
import Foundation

extension SQLImportStore {
    func due(at date: Date, limit: Int) async throws -> [ImportedBadge] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(ImportedBadge.columns) FROM imported_badge
                 WHERE next_check_at <= \(date) ORDER BY next_check_at, id LIMIT \(limit)
                """
            ) { try ImportedBadge(&$0) }
        }
    }

    func record(
        _ check: ImportCheck,
        of id: ImportedBadge.ID,
        at date: Date
    ) async throws -> ImportedBadge? {
        try await database.write { session in
            let found = try session.first(
                """
                SELECT failures, \(ImportedBadge.columns) FROM imported_badge WHERE id = \(id) AND trust <> 'linked'
                """
            ) { (failures: $0.integer(), badge: try ImportedBadge(&$0)) }
            guard let (failures, before) = found else { return nil }
            var badge = before
            badge.take(check, at: date)
            // What an issuer writes must not keep its own word from being stored.
            badge.reason = badge.reason.replacing("\0", with: "")
            let failed = if case .unreachable = check { failures + 1 } else { 0 }
            try session.execute(
                """
                UPDATE imported_badge
                   SET trust = \(badge.trust), reason = \(badge.reason), checked_at = \(badge.checkedAt),
                       failures = \(failed), next_check_at = \(Recheck.date(afterFailures: failed, at: date))
                 WHERE id = \(id)
                """
            )
            if badge.trust == .revoked, before.trust != .revoked {
                try session.post(.importRevoked, ImportMessage(import: id, person: badge.person), at: date)
            }
            return badge
        }
    }
}

extension ImportedBadge {
    fileprivate mutating func take(_ check: ImportCheck, at date: Date) {
        switch check {
        case .holds: (trust, reason, checkedAt) = (.verified, "", date)
        case .ranOut: (trust, reason, checkedAt) = (.expired, "", date)
        case .revoked(let sentence): (trust, reason, checkedAt) = (.revoked, sentence, date)
        case .unreachable(let sentence): if trust == .unchecked { reason = sentence }
        }
    }
}
