import Core
import Foundation

struct SQLCheckStore: CheckStore {
    let database: any SQLDatabase

    func add(_ check: BadgeCheck) async throws {
        let (link, file) =
            switch check.given {
            case .link(let link): (String?.some(link), ImportedFile?.none)
            case .file(let file): (nil, file)
            case nil: (nil, nil)
            }
        try await database.write { session in
            try session.execute(
                """
                INSERT INTO badge_check (token_hash, person_id, link, media_type, bytes, report, is_done, asked_at)
                VALUES (\(check.token), \(check.person), \(link), \(file?.mediaType), \(SQLValue(file)),
                        \(check.report), \(check.isDone), \(check.askedAt))
                """
            )
        }
    }

    func check(_ token: TokenHash, at date: Date) async throws -> BadgeCheck {
        let found = try await database.read { session in
            try session.first(
                """
                SELECT person_id, link, media_type, bytes, report, is_done, asked_at FROM badge_check
                 WHERE token_hash = \(token) AND asked_at > \(date - BadgeCheck.lifetime)
                """
            ) { row in
                BadgeCheck(
                    token: token,
                    person: row.optionalID(),
                    given: row.given(),
                    report: row.text(),
                    isDone: row.bool(),
                    askedAt: row.date()
                )
            }
        }
        guard let found else { throw CheckError.gone }
        return found
    }

    func report(_ report: String, of token: TokenHash) async throws {
        try await database.write { session in
            try session.execute(
                "UPDATE badge_check SET report = \(report) WHERE token_hash = \(token) AND is_done = \(false)"
            )
        }
    }

    func finish(_ token: TokenHash, report: String, file: ImportedFile?) async throws {
        try await database.write { session in
            try session.execute(
                "UPDATE badge_check SET report = \(report), is_done = \(true) WHERE token_hash = \(token)"
            )
            try session.execute(
                """
                UPDATE badge_check SET link = NULL, media_type = NULL, bytes = NULL
                 WHERE token_hash = \(token) AND person_id IS NULL
                """
            )
            guard let file else { return }
            try session.execute(
                """
                UPDATE badge_check SET media_type = \(file.mediaType), bytes = \(SQLValue(file))
                 WHERE token_hash = \(token)
                """
            )
        }
    }

    func forget(_ token: TokenHash) async throws {
        try await database.write { try $0.execute("DELETE FROM badge_check WHERE token_hash = \(token)") }
    }

    func forget(before date: Date) async throws {
        try await database.write { session in
            try session.execute("DELETE FROM badge_check WHERE asked_at < \(date)")
            try session.execute("DELETE FROM address_proof WHERE sent_at < \(date - 3_600)")
        }
    }
}

extension SQLRow {
    fileprivate mutating func given() -> BadgeCheck.Given? {
        let (link, mediaType) = (optionalText(), optionalText())
        let bytes = optional { $0.blob() }
        if let mediaType, let bytes { return .file(ImportedFile(mediaType: mediaType, bytes: bytes)) }
        return link.map { .link($0) }
    }
}

extension SQLValue {
    fileprivate init(_ file: ImportedFile?) { self = file.map { .blob($0.bytes) } ?? .null }
}
