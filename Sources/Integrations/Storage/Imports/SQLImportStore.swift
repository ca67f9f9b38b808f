import Core
import Foundation

struct SQLImportStore: ImportStore {
    let database: any SQLDatabase

    private enum Part: String, SQLConvertible {
        case original
        case picture
    }

    func add(_ badge: ImportedBadge, original: ImportedFile?, picture: UploadedPicture?) async throws {
        try await database.write { session in
            let known =
                "SELECT title FROM imported_badge WHERE person_id = \(badge.person) AND badge_key = \(badge.key)"
                as SQL
            if let title = try session.first(known, { $0.text() }) { throw ImportError.alreadyThere(title: title) }
            let number: SQL = "SELECT count(*) FROM imported_badge WHERE person_id = \(badge.person)"
            guard try session.first(number, { $0.integer() }) ?? 0 < ImportedBadge.limit else {
                throw ImportError.tooMany
            }
            try session.insert(badge)
            if let original { try session.keep(original, as: Part.original, of: badge.id) }
            if let picture {
                let file = ImportedFile(mediaType: picture.mediaType.rawValue, bytes: picture.bytes)
                try session.keep(file, as: Part.picture, of: badge.id)
            }
            try session.record(
                AuditEvent(
                    at: badge.addedAt,
                    actor: .person(badge.person),
                    action: .importAdded,
                    subject: badge.id.rawValue,
                    detail: badge.trust.rawValue
                )
            )
        }
    }

    func imports(of person: Person.ID) async throws -> [ImportedBadge] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(ImportedBadge.columns) FROM imported_badge
                 WHERE person_id = \(person) ORDER BY added_at DESC, id DESC
                """
            ) { try ImportedBadge(&$0) }
        }
    }

    func badge(_ id: ImportedBadge.ID, of person: Person.ID) async throws -> ImportedBadge {
        try await database.read { try $0.imported(id, of: person) }
    }

    func original(_ id: ImportedBadge.ID, of person: Person.ID) async throws -> ImportedFile? {
        try await file(.original, id, person)
    }

    func picture(_ id: ImportedBadge.ID, of person: Person.ID) async throws -> ImportedFile? {
        try await file(.picture, id, person)
    }

    private func file(_ part: Part, _ id: ImportedBadge.ID, _ person: Person.ID) async throws -> ImportedFile? {
        try await database.read { session in
            _ = try session.imported(id, of: person)
            return try session.first(
                "SELECT media_type, bytes FROM imported_file WHERE badge_id = \(id) AND part = \(part)"
            ) { ImportedFile(mediaType: $0.text(), bytes: $0.blob()) }
        }
    }

    func set(_ visibility: Visibility, of id: ImportedBadge.ID, by person: Person.ID, at date: Date) async throws {
        try await database.write { session in
            let before = try session.imported(id, of: person)
            guard before.visibility != visibility else { return }
            try session.execute("UPDATE imported_badge SET visibility = \(visibility.rawValue) WHERE id = \(id)")
            try session.record(
                AuditEvent(
                    at: date,
                    actor: .person(person),
                    action: .importVisibilityChanged,
                    subject: id.rawValue,
                    detail: "\(before.visibility.rawValue) → \(visibility.rawValue)"
                )
            )
        }
    }

    func remove(_ id: ImportedBadge.ID, of person: Person.ID, at date: Date) async throws {
        try await database.write { session in
            _ = try session.imported(id, of: person)
            try session.execute("DELETE FROM imported_file WHERE badge_id = \(id)")
            try session.execute("DELETE FROM imported_badge WHERE id = \(id)")
            try session.record(
                AuditEvent(at: date, actor: .person(person), action: .importRemoved, subject: id.rawValue)
            )
        }
    }
}

extension SQLSession {
    func imported(_ id: ImportedBadge.ID, of person: Person.ID) throws -> ImportedBadge {
        let found = try first(
            "SELECT \(ImportedBadge.columns) FROM imported_badge WHERE id = \(id) AND person_id = \(person)"
        ) { try ImportedBadge(&$0) }
        guard let found else { throw ImportError.notFound }
        return found
    }

    fileprivate func insert(_ badge: ImportedBadge) throws {
        let next = badge.trust == .linked ? nil : Recheck.date(afterFailures: 0, at: badge.addedAt)
        try execute(
            """
            INSERT INTO imported_badge (id, person_id, badge_key, trust, title, issuer, description, link, issued_at,
                                        expires_at, reason, added_at, checked_at, next_check_at, visibility)
            VALUES (\(badge.id), \(badge.person), \(badge.key), \(badge.trust), \(badge.title), \(badge.issuer),
                    \(badge.description), \(badge.link), \(badge.issuedOn), \(badge.expires), \(badge.reason),
                    \(badge.addedAt), \(badge.checkedAt), \(next),
                    \(badge.visibility.rawValue))
            """
        )
    }

    fileprivate func keep(_ file: ImportedFile, as part: some SQLConvertible, of id: ImportedBadge.ID) throws {
        try execute(
            """
            INSERT INTO imported_file (badge_id, part, media_type, bytes)
            VALUES (\(id), \(part), \(file.mediaType), \(SQLValue.blob(file.bytes)))
            """
        )
    }

    /// Gives the imports of one person to another; what both have stays once.
    func moveImports(of person: Person.ID, to other: Person.ID) throws {
        let doubles = SQL.Words(
            """
            SELECT mine.id FROM imported_badge AS mine
              JOIN imported_badge AS theirs ON theirs.badge_key = mine.badge_key
            """
        )
        try execute(
            """
            DELETE FROM imported_file WHERE badge_id IN
                (\(doubles) WHERE mine.person_id = \(person) AND theirs.person_id = \(other))
            """
        )
        try execute(
            """
            DELETE FROM imported_badge WHERE id IN
                (\(doubles) WHERE mine.person_id = \(person) AND theirs.person_id = \(other))
            """
        )
        try execute("UPDATE imported_badge SET person_id = \(other) WHERE person_id = \(person)")
    }
}
