import Contracts
import Core
import Foundation
import Testing

@testable import Storage

@Suite("When something goes wrong, the database")
struct FailureTests {
    private static func insert(_ issuer: String) -> SQL {
        "INSERT INTO issuer (id, name) VALUES (\(issuer), 'n')"
    }

    private static func issuers(_ database: any SQLDatabase) async throws -> [String] {
        try await database.read { try $0.rows("SELECT id FROM issuer ORDER BY id") { $0.text() } }
    }

    @Test("keeps what was acknowledged and nothing else, when the process is killed")
    func killed() async throws {
        let database = try await TemporaryDatabase()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = database.path as String] in
            let portal = try PortalDatabase.open(url: "sqlite:\(path)", logger: TemporaryDatabase.logger)
            for name in ["a", "b"] {
                try await portal.database.write { _ = try $0.execute(FailureTests.insert(name)) }
            }
            try await portal.database.write { session in
                for number in 0..<10_000 { try session.execute(FailureTests.insert("half-done \(number)")) }
                kill(getpid(), SIGKILL)
            }
        }
        #expect(try await Self.issuers(database.portal.database) == ["a", "b"])
        try await database.portal.database.write { _ = try $0.execute(Self.insert("c")) }
        #expect(try await Self.issuers(database.portal.database) == ["a", "b", "c"])
    }

    @Test("keeps nothing of a unit of work that throws")
    func thrown() async throws {
        struct Stop: Error {}
        let owner = try await TemporaryDatabase()
        await #expect(throws: Stop.self) {
            try await owner.portal.database.write { session in
                try session.execute(Self.insert("a"))
                throw Stop()
            }
        }
        #expect(try await Self.issuers(owner.portal.database).isEmpty)
    }

    @Test("finishes what was begun, also for a task that was cancelled")
    func cancelled() async throws {
        let owner = try await TemporaryDatabase()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await owner.portal.database.write { _ = try $0.execute(Self.insert("a")) }
        }
        try await task.value
        #expect(try await Self.issuers(owner.portal.database) == ["a"])
    }

    @Test("says that the disk is full, and works again when there is room")
    func full() async throws {
        let owner = try await TemporaryDatabase()
        let portal = owner.portal
        func limitPages(_ count: String) async throws {
            try await owner.portal.database.write { try $0.script("PRAGMA max_page_count = \(count)") }
        }
        try await limitPages("1")
        let picture = UploadedPicture(
            id: ID(String(repeating: "0", count: 64)),
            mediaType: .png,
            bytes: Array(repeating: 7, count: 1 << 20)
        )
        let error = await #expect(throws: StorageError.diskFull) {
            try await portal.badges.save(picture, at: Date())
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.message.hasPrefix("Nothing was saved: the disk with the database is full.") == true)
        #expect(try await portal.badges.issuers().isEmpty)
        try await limitPages("1073741823")
        try await owner.portal.badges.save(picture, at: Date())
        #expect(try await owner.portal.badges.picture(picture.id) == picture)
    }

    @Test("says that it may not grow, when the system forbids it")
    func forbiddenToGrow() async throws {
        let owner = try await TemporaryDatabase()
        await #expect(processExitsWith: .success) { [path = owner.path as String] in
            let portal = try PortalDatabase.open(url: "sqlite:\(path)", logger: TemporaryDatabase.logger)
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let bytes = [UInt8](repeating: 7, count: 4 << 20)
            let picture = UploadedPicture(id: ID(String(repeating: "0", count: 64)), mediaType: .png, bytes: bytes)
            await #expect(throws: StorageError.diskFailed) { try await portal.badges.save(picture, at: Date()) }
            #expect(try await portal.badges.picture(picture.id) == nil)
        }
    }

    @Test("says that it is read-only")
    func readOnly() async throws {
        let owner = try await TemporaryDatabase()
        try await owner.portal.database.write { try $0.script("PRAGMA query_only = 1") }
        await #expect(throws: StorageError.readOnly) {
            try await owner.portal.badges.save(Issuer(id: "a", name: "A"), by: .commandLine, at: Date())
        }
    }

    @Test("says that another process holds it")
    func busy() async throws {
        let owner = try await TemporaryDatabase()
        let other = try SQLiteDatabase(path: owner.path, patience: 0)
        try await owner.portal.database.write { _ in
            try Self.blocking { await #expect(throws: StorageError.busy) { try await other.write { _ in } } }
        }
        try other.close()
    }

    /// Waits for `work` on a thread that is not one of the tasks'.
    private static func blocking(_ work: @escaping @Sendable () async throws -> Void) throws {
        let done = DispatchSemaphore(value: 0)
        Task {
            try await work()
            done.signal()
        }
        done.wait()
    }

    @Test("names the constraint that does not hold")
    func constraints() async throws {
        let owner = try await TemporaryDatabase()
        let (missing, text): (String?, String) = (nil, "text")
        let cases: [(SQL, SQLError)] = [
            (Self.insert("a"), .unique("UNIQUE constraint failed: issuer.id")),
            ("INSERT INTO issuer (id, name) VALUES ('b', '')", .check("CHECK constraint failed: name <> ''")),
            ("UPDATE issuer SET name = \(missing)", .notNull("NOT NULL constraint failed: issuer.name")),
            ("INSERT INTO waiting_for_awards (person_id, mark) VALUES ('p', 1)", .foreignKey),
        ]
        try await owner.portal.database.write { _ = try $0.execute(Self.insert("a")) }
        for (statement, error) in cases {
            await #expect(throws: error) { try await owner.portal.database.write { _ = try $0.execute(statement) } }
        }
        await #expect(throws: SQLError.self) {
            try await owner.portal.database.write { session in
                try session.execute("INSERT INTO counter (name, value) VALUES ('x', \(text))")
            }
        }
    }
}
