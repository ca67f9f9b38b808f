import Dispatch
import Foundation
import GRDB

/// A SQLite file in WAL mode: many readers, one writer, each seeing whole transactions only.
///
/// Reads run at once in the caller's task (some microseconds, no thread is changed); writes are queued to one
/// thread, because each waits for the disk.
final class SQLiteDatabase: SQLDatabase {
    let dialect = SQLDialect.sqlite
    private let pool: DatabasePool
    private let readers: SQLiteReaders

    /// - Parameter patience: how many seconds to wait for another process that writes.
    /// - Throws: ``StorageError/cannotOpen(_:_:)``.
    init(path: String, patience: TimeInterval = 10) throws(StorageError) {
        var configuration = Configuration()
        configuration.label = "laurel"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { try $0.execute(sql: Self.pragmas) }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { try $0.execute(sql: Durability.durable.pragma) }
        } catch {
            throw SQLiteFailure.opening(path, error)
        }
        readers = SQLiteReaders(path: path, patience: patience)
    }

    /// How much of the file a connection keeps in memory, and where it sorts.
    static let pragmas = "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY"

    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) async throws -> Result {
        try SQLiteFailure.translating { try readers.read(work) }
    }

    func write<Result: Sendable>(
        _ durability: Durability,
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    with: Swift.Result { try Self.transaction(durability, on: database, work) }
                )
            }
        }
    }

    /// There is one writer anyhow.
    func alone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await write(.durable, work)
    }

    func snapshot<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result {
        try SQLiteFailure.translating { try pool.read { try work(SQLiteSession(connection: $0)) } }
    }

    func aloneNow<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result {
        try pool.writeWithoutTransaction { try Self.transaction(.durable, on: $0, work) }
    }

    /// Copies every page, as of one moment, while others read and write.
    func backUp(to path: String) throws {
        try SQLiteFailure.translating {
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            // One file, that can be read where nothing can be written.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        }
    }

    static func copyBackup(_ path: String, to target: String) throws {
        try SQLiteFailure.translating {
            var configuration = Configuration()
            configuration.readonly = true
            let (file, copy) = (
                try DatabaseQueue(path: path, configuration: configuration), try DatabaseQueue(path: target)
            )
            try file.backup(to: copy)
            try copy.close()
            try file.close()
        }
    }

    /// - Throws: ``StorageError/backup(_:)``.
    static func verifyBackup(_ path: String) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let file = try DatabaseQueue(path: path, configuration: configuration)
            let problems = try file.read { database in
                try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                    + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { "a broken reference: \($0)" }
            }
            try file.close()
            if let problem = problems.first { throw StorageError.backup("\(path) is damaged: \(problem).") }
        } catch let error as DatabaseError {
            throw StorageError.backup("\(path) is damaged: \(error.message ?? "it cannot be read").")
        }
    }

    private static func transaction<Result>(
        _ durability: Durability,
        on database: Database,
        _ work: (any SQLSession) throws -> Result
    ) throws -> Result {
        try SQLiteFailure.translating {
            if durability != .durable { try database.execute(sql: durability.pragma) }
            defer { if durability != .durable { restoreDurability(database) } }
            var result: Result?
            try database.inTransaction(.immediate) {
                result = try work(SQLiteSession(connection: database))
                return .commit
            }
            guard let result else { preconditionFailure("a committed transaction has a result") }
            return result
        }
    }

    private static func restoreDurability(_ database: Database) {
        do {
            try database.execute(sql: Durability.durable.pragma)
        } catch {
            preconditionFailure("SQLite cannot be told to wait for the disk: \(error)")
        }
    }

    func close() throws {
        readers.close()
        try SQLiteFailure.translating { try pool.close() }
    }
}

extension Durability {
    /// FULL waits for the disk at every commit; NORMAL only when the log is folded into the file.
    fileprivate var pragma: String {
        switch self {
        case .durable: "PRAGMA synchronous = FULL"
        case .relaxed: "PRAGMA synchronous = NORMAL"
        }
    }
}
