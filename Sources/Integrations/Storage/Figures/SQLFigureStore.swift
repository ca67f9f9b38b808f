import Core
import Foundation

struct SQLFigureStore: FigureStore {
    private static let designing = [AuditEvent.Action.badgeCreated, .badgeSaved].map(\.rawValue)

    let database: any SQLDatabase

    /// Counted on one state of the database, without holding up anybody who writes.
    func count(_ month: Month, at date: Date) async throws {
        let figures = try await database.read { session in
            var figures: [BadgeClass.ID: AwardFigures] = [:]
            for counted in try session.countedAwards(of: month) { figures[counted.badge] = counted }
            for (badge, checks) in try session.countedChecks(in: month) {
                figures[badge, default: AwardFigures(month: month, badge: badge)].checks = checks
            }
            return figures.values.sorted { $0.badge < $1.badge }
        }
        try await database.write(.relaxed) { session in
            try session.execute(
                """
                INSERT INTO counted_month (month, counted_at) VALUES (\(month.index), \(date))
                ON CONFLICT (month) DO UPDATE SET counted_at = excluded.counted_at
                """
            )
            try session.execute("DELETE FROM award_figure WHERE month = \(month.index)")
            for figure in figures { try session.insert(figure) }
        }
    }

    func firstMonth() async throws -> Month? {
        try await database.read { session in
            try session.first("SELECT issued_at FROM award ORDER BY issued_at LIMIT 1") { Month($0.date()) }
        }
    }

    func figures(since month: Month) async throws -> [AwardFigures] {
        try await database.read { session in
            try session.rows(
                """
                SELECT month, badge_id, issued, claimed, claimed_soon, shared, checked, checks
                  FROM award_figure WHERE month >= \(month.index) ORDER BY month, badge_id
                """
            ) { row in
                AwardFigures(
                    month: Month(index: row.integer()),
                    badge: row.id(),
                    issued: row.integer(),
                    claimed: row.integer(),
                    claimedSoon: row.integer(),
                    shared: row.integer(),
                    checked: row.integer(),
                    checks: row.integer()
                )
            }
        }
    }

    func countedAt() async throws -> Date? {
        try await database.read { session in
            try session.first("SELECT counted_at FROM counted_month ORDER BY month DESC LIMIT 1") { $0.date() }
        }
    }

    func add(_ checks: [Award.ID: Int], at date: Date) async throws {
        let month = Month(date)
        let sorted = checks.sorted { $0.key < $1.key }
        try await database.write(.relaxed) { session in
            for (award, count) in sorted where count > 0 {
                try session.execute(
                    """
                    INSERT INTO award_check (award_id, month, checks)
                    SELECT id, CAST(\(month.index) AS bigint), CAST(\(count) AS bigint) FROM award WHERE id = \(award)
                    ON CONFLICT (award_id, month) DO UPDATE SET checks = award_check.checks + excluded.checks
                    """
                )
            }
        }
    }

    func designs(of person: Person.ID) async throws -> Set<BadgeClass.ID> {
        let ids: [BadgeClass.ID] = try await database.read { session in
            try session.rows(
                """
                SELECT DISTINCT badge_class.id FROM audit_event JOIN badge_class ON badge_class.slug = audit_event.subject
                 WHERE audit_event.actor = \(Actor.person(person))
                   AND audit_event.action IN \(list: Self.designing)
                   AND audit_event.at >= badge_class.created_at
                """
            ) { $0.id() }
        }
        return Set(ids)
    }
}

extension SQLSession {
    fileprivate func countedAwards(of month: Month) throws -> [AwardFigures] {
        try rows(
            """
            SELECT badge_id, count(*), count(claimed_at),
                   count(CASE WHEN claimed_at < issued_at + CAST(\(AwardFigures.claimTime * 1_000) AS bigint) THEN 1 END),
                   count(CASE WHEN EXISTS (SELECT 1 FROM award_share WHERE award_share.award_id = award.id) THEN 1 END),
                   count(CASE WHEN EXISTS (SELECT 1 FROM award_check WHERE award_check.award_id = award.id) THEN 1 END)
              FROM award
             WHERE issued_at >= \(month.start) AND issued_at < \((month + 1).start)
             GROUP BY badge_id
            """
        ) { row in
            AwardFigures(
                month: month,
                badge: row.id(),
                issued: row.integer(),
                claimed: row.integer(),
                claimedSoon: row.integer(),
                shared: row.integer(),
                checked: row.integer()
            )
        }
    }

    fileprivate func countedChecks(in month: Month) throws -> [(BadgeClass.ID, Int)] {
        try rows(
            """
            SELECT award.badge_id, CAST(sum(award_check.checks) AS bigint)
              FROM award_check JOIN award ON award.id = award_check.award_id
             WHERE award_check.month = \(month.index)
             GROUP BY award.badge_id
            """
        ) { ($0.id(), $0.integer()) }
    }

    fileprivate func insert(_ figure: AwardFigures) throws {
        try execute(
            """
            INSERT INTO award_figure (month, badge_id, issued, claimed, claimed_soon, shared, checked, checks)
            VALUES (\(figure.month.index), \(figure.badge), \(figure.issued), \(figure.claimed), \(figure.claimedSoon),
                    \(figure.shared), \(figure.checked), \(figure.checks))
            """
        )
    }
}
