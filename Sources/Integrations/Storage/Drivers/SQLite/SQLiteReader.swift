import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// A connection that only reads; its statements stay prepared.
final class SQLiteReader: Sendable {
    private let connection: Mutex<Connection>

    /// - Parameter patience: how many seconds to wait for another process that folds the log into the file.
    init(path: String, patience: TimeInterval) throws {
        connection = Mutex(try Connection(path: path, patience: patience))
    }

    /// Runs `work` on one state of the database.
    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) throws -> Result {
        try connection.withLock { connection in
            try connection.begin()
            let result = Swift.Result { try work(SQLiteSession(connection: connection)) }
            try connection.statement("COMMIT").run([])
            return try result.get()
        }
    }

    private final class Connection: SQLiteConnection {
        /// More than the portal has statements; above it all are let go of and come back as they are needed.
        private static let limit = 500
        private let handle: OpaquePointer
        private var statements: [String: SQLiteStatement] = [:]

        init(path: String, patience: TimeInterval) throws {
            var opened: OpaquePointer?
            let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
            guard let opened, code == SQLITE_OK else {
                defer { sqlite3_close_v2(opened) }
                throw DatabaseError(code, on: opened)
            }
            handle = opened
            sqlite3_busy_timeout(handle, Int32(patience * 1_000))
            try script("PRAGMA query_only = 1; \(SQLiteDatabase.pragmas)")
        }

        deinit {
            forgetStatements()
            sqlite3_close_v2(handle)
        }

        /// Also when the last transaction could not be ended.
        func begin() throws {
            if sqlite3_get_autocommit(handle) == 0 { try script("ROLLBACK") }
            try statement("BEGIN DEFERRED").run([])
        }

        func statement(_ text: String) throws -> SQLiteStatement {
            if let known = statements[text] { return known }
            if statements.count == Self.limit { forgetStatements() }
            var prepared: OpaquePointer?
            let code = sqlite3_prepare_v3(
                handle,
                SQLiteText.of(text),
                -1,
                UInt32(SQLITE_PREPARE_PERSISTENT),
                &prepared,
                nil
            )
            guard let prepared, code == SQLITE_OK else { throw DatabaseError(code, on: handle) }
            let statement = SQLiteStatement(handle: prepared)
            statements[text] = statement
            return statement
        }

        func script(_ text: String) throws {
            let code = sqlite3_exec(handle, text, nil, nil, nil)
            guard code == SQLITE_OK else { throw DatabaseError(code, on: handle) }
        }

        var changes: Int { Int(sqlite3_changes64(handle)) }

        private func forgetStatements() {
            for statement in statements.values { sqlite3_finalize(statement.handle) }
            statements = [:]
        }
    }
}

/// The readers that nobody uses; there are as many as there were reads at one time.
final class SQLiteReaders: Sendable {
    private struct State {
        var idle: [SQLiteReader] = []
        var isClosed = false
    }

    private let path: String
    private let patience: TimeInterval
    private let state = Mutex(State())

    init(path: String, patience: TimeInterval) {
        self.path = path
        self.patience = patience
    }

    /// Runs `work` on one state of the database.
    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) throws -> Result {
        let idle = try state.withLock { state in
            guard !state.isClosed else {
                throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the database is closed")
            }
            return state.idle.popLast()
        }
        let reader = try idle ?? SQLiteReader(path: path, patience: patience)
        defer { state.withLock { if !$0.isClosed { $0.idle.append(reader) } } }
        return try reader.read(work)
    }

    func close() {
        state.withLock { $0 = State(isClosed: true) }
    }
}
