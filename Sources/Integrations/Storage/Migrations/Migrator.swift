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
        let dialect = database.dialect
        return try await database.alone { session in
            try session.script(MigrationText.script(Self.versionTable, for: dialect))
            let applied = try session.rows("SELECT version FROM schema_version") { $0.integer() }
            let found = applied.max() ?? 0
            guard found <= known else { throw StorageError.newerSchema(found: found, known: known) }
            for migration in migrations where !applied.contains(migration.number) {
                try session.script(migration.script(for: dialect))
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

    private static let versionTable = """
        CREATE TABLE IF NOT EXISTS schema_version (
            version {integer} NOT NULL PRIMARY KEY,
            name {text} NOT NULL,
            applied_at {time} NOT NULL
        ) {table}
        """
}
