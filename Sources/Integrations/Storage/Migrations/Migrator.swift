import Core
import Foundation

/// Brings a database to the schema that this program knows.
struct Migrator {
    let migrations: [Migration]

    init(_ migrations: [Migration] = Migration.all) { self.migrations = migrations }

    /// The schema that this program knows.
    var known: Int { migrations.last?.number ?? 0 }

    /// Runs what is missing, all in one transaction; of several processes that start together one does it.
    ///
    /// - Throws: ``StorageError/newerSchema(found:known:)``; the database is as it was.
    func migrate(_ database: any SQLDatabase, at date: Date) async throws -> (from: Int, to: Int) {
        try await database.write { session in
            try session.script(Self.versionTable)
            let found = try version(session)
            guard found <= known else { throw StorageError.newerSchema(found: found, known: known) }
            for migration in migrations where migration.number > found {
                try session.script(migration.sqlite)
                try session.execute(
                    """
                    INSERT INTO schema_version (version, name, applied_at)
                    VALUES (\(migration.number), \(migration.name), \(date))
                    """
                )
            }
            return (found, known)
        }
    }

    private func version(_ session: any SQLSession) throws -> Int {
        try session.first("SELECT coalesce(max(version), 0) FROM schema_version") { $0.integer() } ?? 0
    }

    private static let versionTable = """
        CREATE TABLE IF NOT EXISTS schema_version (
            version integer NOT NULL PRIMARY KEY,
            name text NOT NULL,
            applied_at integer NOT NULL
        ) STRICT
        """
}
