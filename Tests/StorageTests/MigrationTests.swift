import Core
import Crypto
import Foundation
import Testing

@testable import Storage

@Suite("Migrations")
struct MigrationTests {
    @Test("bring an empty database to the current schema, and do nothing the second time", arguments: Engine.allCases)
    func fromScratch(engine: Engine) async throws {
        let database = try await TemporaryDatabase(engine, migrated: false)
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
            "badges 2a25772fab091ca7", "people 5f5fcf4b76816ffb", "awards 475f05da3a905652",
            "learning f110c7c79d77db98", "records 7c9c78a27a97c9bc", "proofs 64a84cd3e08a9911",
            "sign-in b52b886676c5f90b", "jobs e415560173332b8a",
            "suspension bb46a01f4e9ec139",
            "limits 5b8338f2eab7800f",
            "directory bae24d8f5f9ebf0a",
            "posted-sign-in 0ab53f3d7e71d6b0",
            "imports 5cee026bf5a12a8e",
            "sharing 796f18298c121841",
            "lists-and-preferences a062e2b7e7c34683",
            "dates 72c5377720a2fc44",
            "letters 23b86e9f73524664",
            "lookups 2399076556e97e72",
            "announcements 17041c775fb92a22",
            "publication 6ed933739a760715",
            "leavers 7bdd8416d20a77e4",
            "figures db4b1065dc7ace9d",
            "erasure a30ed156f87fa97b",
            "columns f9fa24529ff8b9ae",
            "appearance dfcbd4b0620a2c23",
        ]
        let hashes = Migration.all.map { SHA256.hash(data: Data($0.text.utf8)).hexadecimal.prefix(16) }
        #expect(zip(Migration.all, hashes).map { "\($0.name) \($1)" } == known)
    }

    @Test("start together in several processes and run once", arguments: Engine.allCases)
    func together(engine: Engine) async throws {
        let database = try await TemporaryDatabase(engine, migrated: false)
        let others = try (0..<4).map { _ in
            try PortalDatabase.open(url: database.url, logger: TemporaryDatabase.logger)
        }
        let found = try await withThrowingTaskGroup(of: Int.self) { group in
            for other in others { group.addTask { try await other.migrate(at: Date()).from } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for other in others { try other.close() }
        #expect(found.sorted() == [0] + Array(repeating: Migrator().known, count: 3))
    }

    @Test("refuse a database that a newer Laurel wrote, and leave it alone", arguments: Engine.allCases)
    func newer(engine: Engine) async throws {
        let database = try await TemporaryDatabase(engine)
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

    @Test("change nothing when one of them fails", arguments: Engine.allCases)
    func broken(engine: Engine) async throws {
        let database = try await TemporaryDatabase(engine, migrated: false)
        let migrations = [
            Migration(number: 1, name: "fine", text: "CREATE TABLE a (id {integer}) {table}"),
            Migration(
                number: 2,
                name: "broken",
                text: "CREATE TABLE b (id {integer}) {table}; CREATE TABLE a (x {text})"
            ),
        ]
        let sql = database.portal.database
        await #expect(throws: SQLError.self) { try await Migrator(migrations).migrate(sql, at: Date()) }
        #expect(try await Migrator([migrations[0]]).migrate(sql, at: Date()) == (0, 1))
    }
}
