import Core
import Foundation

struct SQLAnnouncementStore: AnnouncementStore {
    let database: any SQLDatabase

    func begin(_ award: Award.ID, in session: TokenHash, at date: Date, stale: Date) async throws -> Bool {
        try await database.write { database in
            do {
                return try database.execute(
                    """
                    INSERT INTO announcement (token_hash, award_id, begun_at) VALUES (\(session), \(award), \(date))
                    ON CONFLICT (token_hash, award_id) DO UPDATE SET begun_at = excluded.begun_at
                     WHERE NOT announcement.done AND announcement.begun_at <= \(stale)
                    """
                ) == 1
            } catch SQLError.foreignKey {
                throw AwardError.notFound
            }
        }
    }

    func finish(_ award: Award.ID, in session: TokenHash, link: String?) async throws {
        try await database.write { database in
            try database.execute(
                """
                UPDATE announcement SET done = TRUE, link = \(link)
                 WHERE token_hash = \(session) AND award_id = \(award)
                """
            )
        }
    }

    func abandon(_ award: Award.ID, in session: TokenHash) async throws {
        try await database.write { database in
            try database.execute(
                "DELETE FROM announcement WHERE token_hash = \(session) AND award_id = \(award) AND NOT done"
            )
        }
    }

    func state(of award: Award.ID, in session: TokenHash) async throws -> AnnouncementState? {
        try await database.read { database in
            try database.first(
                """
                SELECT done, link, begun_at FROM announcement
                 WHERE token_hash = \(session) AND award_id = \(award)
                """
            ) { row in
                let (isDone, link) = (row.bool(), row.optionalText())
                return isDone ? .done(link: link) : .begun(row.date())
            }
        }
    }
}
