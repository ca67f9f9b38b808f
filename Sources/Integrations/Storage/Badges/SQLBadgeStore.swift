import Core
import Foundation

struct SQLBadgeStore: BadgeStore {
    let database: any SQLDatabase
    let contents: ContentMemory

    func badge(_ slug: Slug) async throws -> BadgeClass {
        let badge = try await database.read { session in
            try session.first("\(BadgeClass.select) WHERE badge_class.slug = \(slug)", decode)
        }
        guard let badge else { throw BadgeError.notFound(slug.description) }
        return badge
    }

    func badges(_ status: BadgeStatus) async throws -> [BadgeClass] {
        try await database.read { session in
            try session.rows(
                """
                \(BadgeClass.select)
                 WHERE badge_class.status = \(status)
                 ORDER BY badge_class.search_name, badge_class.id
                """,
                decode
            )
        }
    }

    private func decode(_ row: inout SQLRow) throws -> BadgeClass {
        try BadgeClass(&row, content: contents.content)
    }

    func revision() async throws -> Int {
        try await database.read { try Counter.badges.value($0) }
    }

    // MARK: Issuers

    func issuers() async throws -> [Issuer] {
        try await database.read { session in
            try session.rows("SELECT \(Issuer.columns) FROM issuer ORDER BY number") { Issuer(&$0) }
        }
    }

    func save(_ issuer: Issuer, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            try session.execute(
                """
                INSERT INTO issuer (id, name, url, email, number)
                VALUES (\(issuer.id), \(issuer.name), \(issuer.url), \(issuer.email),
                        (SELECT coalesce(max(number), 0) + 1 FROM issuer))
                ON CONFLICT (id) DO UPDATE
                   SET name = excluded.name, url = excluded.url, email = excluded.email
                """
            )
            try Counter.badges.raise(session)
            try session.record(
                AuditEvent(
                    at: date,
                    actor: actor,
                    action: .issuerSaved,
                    subject: issuer.id.rawValue,
                    detail: issuer.name
                )
            )
        }
    }

    // MARK: Pictures

    func save(_ picture: UploadedPicture, at date: Date) async throws {
        try await database.write { session in
            try session.execute(
                """
                INSERT INTO picture (id, media_type, bytes, created_at)
                VALUES (\(picture.id), \(picture.mediaType), \(SQLValue.blob(picture.bytes)), \(date))
                ON CONFLICT (id) DO NOTHING
                """
            )
        }
    }

    func picture(_ id: UploadedPicture.ID) async throws -> UploadedPicture? {
        try await database.read { session in
            try session.first("SELECT id, media_type, bytes FROM picture WHERE id = \(id)") { row in
                UploadedPicture(id: row.id(), mediaType: try row.word(), bytes: row.blob())
            }
        }
    }
}
