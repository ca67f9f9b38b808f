import Core
import Foundation

extension SQLAwardStore {
    func tallies(of badges: [BadgeClass.ID], at date: Date) async throws -> [BadgeClass.ID: AwardTally] {
        let start = date - Double(AwardTally.monthCount) * AwardTally.month
        let month = Int(AwardTally.month * 1_000)
        return try await database.read { session in
            var found: [BadgeClass.ID: AwardTally] = [:]
            let given = try session.rows(
                """
                SELECT badge_id, (issued_at - \(start)) / \(month) AS month, count(*) FROM award
                 WHERE badge_id IN \(list: badges) AND issued_at > \(start) AND issued_at <= \(date)
                 GROUP BY 1, 2
                """
            ) { (badge: $0.id() as BadgeClass.ID, month: $0.integer(), count: $0.integer()) }
            for row in given {
                found[row.badge, default: AwardTally()].months[min(row.month, AwardTally.monthCount - 1)] += row.count
            }
            let waiting = try session.rows(
                """
                SELECT badge_id, count(*) FROM award
                 WHERE badge_id IN \(list: badges) AND claimed_at IS NULL AND revoked_at IS NULL
                   AND superseded_by IS NULL AND suspended_at IS NULL
                   AND (expires_at IS NULL OR expires_at > \(date))
                 GROUP BY badge_id
                """
            ) { (badge: $0.id() as BadgeClass.ID, count: $0.integer()) }
            for row in waiting { found[row.badge, default: AwardTally()].waiting = row.count }
            return found
        }
    }
}
