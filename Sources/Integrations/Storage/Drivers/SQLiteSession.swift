import Foundation
import GRDB
import Synchronization

/// One connection, during one unit of work.
struct SQLiteSession: SQLSession {
    let database: Database

    func rows<Value>(_ statement: SQL, _ decode: (inout SQLRow) throws -> Value) throws -> [Value] {
        try SQLiteFailure.translating {
            let (prepared, arguments) = try prepare(statement)
            let cursor = try Row.fetchCursor(prepared, arguments: arguments)
            var values: [Value] = []
            while let found = try cursor.next() {
                var row = SQLRow(SQLiteColumns(row: found))
                values.append(try decode(&row))
            }
            return values
        }
    }

    func execute(_ statement: SQL) throws -> Int {
        try SQLiteFailure.translating {
            let (prepared, arguments) = try prepare(statement)
            try prepared.execute(arguments: arguments)
            return database.changesCount
        }
    }

    func script(_ text: String) throws {
        try SQLiteFailure.translating { try database.execute(sql: text) }
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

    private func prepare(_ statement: SQL) throws -> (Statement, StatementArguments) {
        try statement.checkTexts()
        let prepared = try database.cachedStatement(sql: SQLiteText.of(statement.text(for: .sqlite)))
        return (prepared, StatementArguments(statement.values.map(\.forSQLite)))
    }
}

/// Statements as SQLite reads them.
private enum SQLiteText {
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

extension SQLValue {
    fileprivate var forSQLite: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        case .date(let date): date.milliseconds.databaseValue
        case .bool(let truth): truth.databaseValue
        }
    }
}

private struct SQLiteColumns: SQLColumns {
    let row: Row

    func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }
    func text(_ column: Int) -> String { row[column] }
    func integer(_ column: Int) -> Int { row[column] }
    func real(_ column: Int) -> Double { row[column] }
    func blob(_ column: Int) -> [UInt8] { Array(row[column] as Data) }
    func date(_ column: Int) -> Date { Date(milliseconds: row[column]) }
    func bool(_ column: Int) -> Bool { row[column] }
}
