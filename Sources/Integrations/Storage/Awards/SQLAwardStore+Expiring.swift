import Core
import Foundation

extension SQLAwardStore {
    private static let watermark = "expiry-notices"
    private static let day: TimeInterval = 24 * 3600

    /// Remembers up to when awards were announced; the first call announces nothing that is already nearer.
    func announceExpiring(inDays days: [Int], at date: Date) async throws -> Int {
        try await database.write { session in
            let last = try session.first("SELECT value FROM portal_setting WHERE name = \(Self.watermark)") {
                try StoredJSON.value($0.text(), as: Watermark.self)
            }
            let since = last.map { Date(timeIntervalSince1970: $0.seconds) } ?? date
            guard since <= date else { return 0 }
            var count = 0
            for days in days {
                let distance = Double(days) * Self.day
                let found = try session.rows(
                    """
                    SELECT id, badge_id, person_id FROM award
                     WHERE expires_at > \(since + distance) AND expires_at <= \(date + distance)
                       AND revoked_at IS NULL AND superseded_by IS NULL
                     ORDER BY id
                    """
                ) { AwardMessage(award: $0.id(), badge: $0.id(), person: $0.id()) }
                for message in found { try session.post(.awardExpiring, message, at: date) }
                count += found.count
            }
            try session.execute(
                """
                INSERT INTO portal_setting (name, value)
                VALUES (\(Self.watermark), \(try StoredJSON.text(Watermark(seconds: date.timeIntervalSince1970))))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """
            )
            return count
        }
    }

    private struct Watermark: Codable {
        var seconds: Double
    }
}
