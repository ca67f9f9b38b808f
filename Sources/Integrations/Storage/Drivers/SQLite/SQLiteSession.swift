import GRDB
import Synchronization

/// Where statements are prepared.
protocol SQLiteConnection {
    /// - Parameter text: with `$1`, `$2`, … for the values.
    func statement(_ text: String) throws -> SQLiteStatement
    /// Runs statements without values.
    func script(_ text: String) throws
    /// How many rows the last statement inserted, changed or deleted.
    var changes: Int { get }
}

/// One connection, during one unit of work.
struct SQLiteSession: SQLSession {
    let connection: any SQLiteConnection

    func rows<Value>(_ statement: SQL, _ decode: (inout SQLRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try each(statement) { row in values.append(try decode(&row)) }
        return values
    }

    func each(_ statement: SQL, _ visit: (inout SQLRow) throws -> Void) throws {
        try run(statement) { columns in
            var row = SQLRow(columns)
            try visit(&row)
        }
    }

    func execute(_ statement: SQL) throws -> Int {
        try run(statement) { _ in }
        return connection.changes
    }

    func script(_ text: String) throws {
        try SQLiteFailure.translating { try connection.script(text) }
    }

    func insert(
        into table: String,
        columns: [String],
        _ rows: (_ insert: ([SQLValue]) throws -> Void) throws -> Void
    ) throws {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let numbers = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        let text = "INSERT INTO \"\(table)\" (\(names)) VALUES (\(numbers))"
        try rows { values in _ = try execute(SQL(schema: text, values: values)) }
    }

    private func run(_ statement: SQL, _ row: (SQLiteColumns) throws -> Void) throws {
        try statement.checkTexts()
        try SQLiteFailure.translating {
            try connection.statement(statement.text(for: .sqlite)).run(statement.values, row)
        }
    }
}

/// The one connection that writes.
extension Database: SQLiteConnection {
    func statement(_ text: String) throws -> SQLiteStatement {
        let kept = try cachedStatement(sql: SQLiteText.of(text))
        return SQLiteStatement(handle: kept.sqliteStatement, owner: kept)
    }

    func script(_ text: String) throws { try execute(sql: text) }
    var changes: Int { changesCount }
}

/// Statements as SQLite reads them.
enum SQLiteText {
    private static let known = Mutex<[String: String]>([:])

    /// `$2` is a name to SQLite, which it numbers by first appearance; `?2` is the number 2.
    static func of(_ text: String) -> String {
        if let known = known.withLock({ $0[text] }) { return known }
        let translated = translate(text)
        known.withLock { $0[text] = translated }
        return translated
    }

    private static func translate(_ text: String) -> String {
        var isQuoted = false
        let bytes = text.utf8.map { byte in
            if byte == UInt8(ascii: "'") { isQuoted.toggle() }
            return byte == UInt8(ascii: "$") && !isQuoted ? UInt8(ascii: "?") : byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
