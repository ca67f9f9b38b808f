import Contracts
import Core
import Foundation
import Testing

@testable import Storage

@Suite("The PostgreSQL driver")
struct PostgresDriverTests {
    private static func insert(_ issuer: String) -> SQL {
        "INSERT INTO issuer (id, name, number) SELECT \(issuer), 'n', count(*) + 1 FROM issuer"
    }

    private static func issuers(_ database: any SQLDatabase) async throws -> [String] {
        try await database.read { try $0.rows("SELECT id FROM issuer ORDER BY id") { $0.text() } }
    }

    @Test("gives back every kind of value as it was")
    func values() async throws {
        let owner = try await TemporaryDatabase(.postgres)
        let bytes = (0...255).map { UInt8($0) } + [0, 0]
        let date = Date(milliseconds: 1_772_438_400_123)
        let texts = ["", "🏅👩🏽‍🚀", "שלום", #"\x41"#, "a\u{1}b", String(repeating: "ß🏅", count: 2_500)]
        try await owner.portal.database.write { session in
            try session.script(
                "CREATE TEMPORARY TABLE kind (t text, i bigint, r double precision, b bytea, d bigint, y boolean)"
            )
            for text in texts {
                try session.execute(
                    """
                    INSERT INTO kind VALUES (\(text), \(Int.min), \(0.1), \(SQLValue.blob(bytes)), \(date), \(true))
                    """
                )
            }
            let read = try session.rows("SELECT t, i, r, b, d, y FROM kind") { row in
                let (text, integer, real) = (row.text(), row.integer(), row.real())
                let (blob, moment, truth) = (row.blob(), row.date(), row.bool())
                #expect(integer == Int.min && real == 0.1 && blob == bytes && moment == date && truth)
                return text
            }
            #expect(read == texts)
        }
    }

    @Test("names the constraint that does not hold")
    func constraints() async throws {
        let owner = try await TemporaryDatabase(.postgres)
        let missing: String? = nil
        let cases: [(SQL, SQLError)] = [
            (Self.insert("a"), .unique(#"duplicate key value violates unique constraint "issuer_pkey""#)),
            (
                "INSERT INTO issuer (id, name) VALUES ('b', '')",
                .check(#"new row for relation "issuer" violates check constraint "issuer_name_check""#)
            ),
            (
                "UPDATE issuer SET name = \(missing)",
                .notNull(#"null value in column "name" of relation "issuer" violates not-null constraint"#)
            ),
            ("INSERT INTO waiting_for_awards (person_id, mark) VALUES ('p', 1)", .foreignKey),
        ]
        try await owner.portal.database.write { _ = try $0.execute(Self.insert("a")) }
        for (statement, error) in cases {
            await #expect(throws: error) { try await owner.portal.database.write { _ = try $0.execute(statement) } }
        }
    }

    @Test("runs colliding changes again until all of them happened, as if one came after the other")
    func collisions() async throws {
        let owner = try await TemporaryDatabase(.postgres)
        let database = owner.portal.database
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await database.write { session in
                        let value = try Counter.badges.value(session)
                        try session.execute("UPDATE counter SET value = \(value + 1) WHERE name = 'badges'")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await owner.portal.badges.revision() == 40)
    }

    @Test("keeps nothing of a unit of work that throws, also when it passes over an error")
    func thrown() async throws {
        struct Stop: Error {}
        let owner = try await TemporaryDatabase(.postgres)
        await #expect(throws: Stop.self) {
            try await owner.portal.database.write { session in
                try session.execute(Self.insert("a"))
                throw Stop()
            }
        }
        await #expect(throws: SQLError.other(code: "25P02", message: "an error was passed over")) {
            try await owner.portal.database.write { session in
                try session.execute(Self.insert("b"))
                do { try session.execute(Self.insert("b")) } catch SQLError.unique {}
            }
        }
        #expect(try await Self.issuers(owner.portal.database).isEmpty)
    }

    @Test("changes nothing in a read")
    func readOnly() async throws {
        let owner = try await TemporaryDatabase(.postgres)
        await #expect(throws: StorageError.readOnly) {
            try await owner.portal.database.read { _ = try $0.execute(Self.insert("a")) }
        }
    }

    @Test("connects again when its connections were cut")
    func reconnects() async throws {
        let owner = try await TemporaryDatabase(.postgres)
        let other = try PortalDatabase.open(url: owner.url, logger: TemporaryDatabase.logger)
        for name in ["a", "b", "c"] {
            try await owner.portal.database.write { _ = try $0.execute(Self.insert(name)) }
            try await other.database.write { session in
                _ = try session.rows(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """
                ) { _ in }
            }
            #expect(try await Self.issuers(owner.portal.database).last == name)
        }
    }

    @Test("waits for a server that restarts, and loses nothing that was acknowledged", arguments: [false, true])
    func restart(atOnce: Bool) async throws {
        let server = TestServer()
        let url = try await server.makeDatabase(migrated: true)
        let portal = try PortalDatabase.open(url: url, logger: TemporaryDatabase.logger)
        try await portal.database.write { _ = try $0.execute(Self.insert("a")) }
        try await server.restart(atOnce: atOnce)
        try await portal.database.write { _ = try $0.execute(Self.insert("b")) }
        #expect(try await Self.issuers(portal.database) == ["a", "b"])
    }

    @Test("says in a sentence that no server answers")
    func unreachable() async throws {
        let portal = try PortalDatabase.open(
            url: "postgresql:///x?host=/nowhere",
            logger: TemporaryDatabase.logger
        )
        let error = await #expect(throws: StorageError.self) { try await portal.badges.revision() }
        #expect(error?.kind == .unavailable)
        #expect(error?.message.hasPrefix("The database server does not answer, so nothing was changed.") == true)
    }

    @Test("stops reading when nobody waits for the answer any more, and goes on with a new connection")
    func cancelled() async throws {
        let owner = try await TemporaryDatabase(.postgres)
        let other = try PortalDatabase.open(url: owner.url, logger: TemporaryDatabase.logger)
        let sleepers: SQL =
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600' || ')' AND state = 'active'"
        func count() async throws -> Int? { try await other.database.read { try $0.first(sleepers) { $0.integer() } } }
        let task = Task {
            try await owner.portal.database.read { session in
                _ = try session.rows("SELECT pg_sleep(600)") { _ in }
            }
        }
        while try await count() == 0 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        while try await count() == 1 { await Task.yield() }
        for _ in 0..<20 { #expect(try await Self.issuers(owner.portal.database).isEmpty) }
    }

    @Test("understands a statement, which the other database need not")
    func brokenStatement() async throws {
        let words = SQL.Words(sqlite: "SELECT 1", postgres: "SELEKT 1")
        let (sqlite, postgres) = (try await TemporaryDatabase(.sqlite), try await TemporaryDatabase(.postgres))
        #expect(try await sqlite.portal.database.read { try $0.finds("\(words)") })
        let error = await #expect(throws: SQLError.self) {
            try await postgres.portal.database.read { try $0.finds("\(words)") }
        }
        #expect(error == .other(code: "42601", message: #"syntax error at or near "SELEKT""#))
    }

    @Test("gives up a statement that takes too long")
    func tooLong() async throws {
        let owner = try await TemporaryDatabase(.postgres)
        await #expect(throws: StorageError.busy) {
            try await owner.portal.database.write { session in
                try session.execute("SET LOCAL statement_timeout = 10")
                _ = try session.rows("SELECT pg_sleep(60)") { _ in }
            }
        }
    }
}
