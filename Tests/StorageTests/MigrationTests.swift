import Core
import Crypto
import Foundation
import Testing

@testable import Storage

@Suite("Migrations")
struct MigrationTests {
    @Test("bring an empty database to the current schema, and do nothing the second time")
    func fromScratch() async throws {
        let database = try await TemporaryDatabase(migrated: false)
        let current = Migrator().known
        #expect(try await database.portal.migrate(at: Date()) == (0, current))
        #expect(try await database.portal.migrate(at: Date()) == (current, current))
    }

    @Test("are numbered in the order in which they run")
    func numbered() {
        #expect(zip(Migration.all, Migration.all.dropFirst()).allSatisfy { $0.number < $1.number })
    }

    /// A released text ran on databases everywhere: add a migration, do not change one.
    @Test("never change")
    func fixed() {
        let known = [
            "badges e13f7b797974fdc4", "people 1d0e7f2a1c4fe2ae", "awards 242447586d320977",
            "learning 96ec45b8fb388664", "records b48f26e0dadc1970", "sign-in f304827e463c22b0",
        ]
        let hashes = Migration.all.map { SHA256.hash(data: Data($0.sqlite.utf8)).hexadecimal.prefix(16) }
        #expect(zip(Migration.all, hashes).map { "\($0.name) \($1)" } == known)
    }

    @Test("start together in several processes and run once")
    func together() async throws {
        let database = try await TemporaryDatabase(migrated: false)
        let others = try (0..<4).map { _ in
            try PortalDatabase.open(url: "sqlite:\(database.path)", logger: TemporaryDatabase.logger)
        }
        let found = try await withThrowingTaskGroup(of: Int.self) { group in
            for other in others { group.addTask { try await other.migrate(at: Date()).from } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for other in others { try other.close() }
        #expect(found.sorted() == [0] + Array(repeating: Migrator().known, count: 3))
    }

    @Test("refuse a database that a newer Laurel wrote, and leave it alone")
    func newer() async throws {
        let database = try await TemporaryDatabase()
        try await database.portal.database.write { session in
            try session.execute("INSERT INTO schema_version (version, name, applied_at) VALUES (1000, 'later', 0)")
        }
        let known = Migrator().known
        let error = await #expect(throws: StorageError.self) { try await database.portal.migrate(at: Date()) }
        #expect(error == .newerSchema(found: 1000, known: known))
        #expect(
            error?.message == "This database was written by a newer Laurel (schema 1000); this one knows \(known). "
                + "Install the newer version again."
        )
    }

    @Test("change nothing when one of them fails")
    func broken() async throws {
        let database = try await TemporaryDatabase(migrated: false)
        let migrations = [
            Migration(number: 1, name: "fine", sqlite: "CREATE TABLE a (id integer) STRICT"),
            Migration(number: 2, name: "broken", sqlite: "CREATE TABLE b (id integer) STRICT; CREATE TABLE a (x)"),
        ]
        let sql = database.portal.database
        await #expect(throws: SQLError.self) { try await Migrator(migrations).migrate(sql, at: Date()) }
        #expect(try await Migrator([migrations[0]]).migrate(sql, at: Date()) == (0, 1))
    }
}
