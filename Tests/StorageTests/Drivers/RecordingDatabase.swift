import Synchronization

@testable import Storage

/// Remembers the statements that go to another database.
final class RecordingDatabase: SQLDatabase {
    private let base: any SQLDatabase
    var dialect: SQLDialect { base.dialect }
    private let log = Mutex<[SQL]>([])

    init(_ base: any SQLDatabase) { self.base = base }

    /// The statements since the last time.
    func takeStatements() -> [SQL] {
        log.withLock { log in
            defer { log = [] }
            return log
        }
    }

    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) async throws -> Result {
        try await base.read { try work(RecordingSession(base: $0, note: self.note)) }
    }

    func write<Result: Sendable>(
        _ durability: Durability,
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await base.write(durability) { try work(RecordingSession(base: $0, note: self.note)) }
    }

    func alone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await base.alone { try work(RecordingSession(base: $0, note: self.note)) }
    }

    func snapshot<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result { try base.snapshot(work) }

    func aloneNow<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result { try base.aloneNow(work) }

    func close() throws { try base.close() }

    private func note(_ statement: SQL) { log.withLock { $0.append(statement) } }
}

private struct RecordingSession: SQLSession {
    let base: any SQLSession
    let note: (SQL) -> Void

    func rows<Value>(_ statement: SQL, _ decode: (inout SQLRow) throws -> Value) throws -> [Value] {
        note(statement)
        return try base.rows(statement, decode)
    }

    func each(_ statement: SQL, _ visit: (inout SQLRow) throws -> Void) throws {
        note(statement)
        try base.each(statement, visit)
    }

    func execute(_ statement: SQL) throws -> Int {
        note(statement)
        return try base.execute(statement)
    }

    func insert(
        into table: String,
        columns: [String],
        _ rows: (_ insert: ([SQLValue]) throws -> Void) throws -> Void
    ) throws {
        try base.insert(into: table, columns: columns, rows)
    }

    func script(_ text: String) throws { try base.script(text) }
}
