import Core
import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement of one connection.
///
/// Values are bound and columns read by SQLite's own calls: a page reads hundreds of columns.
struct SQLiteStatement {
    let handle: OpaquePointer
    /// Keeps `handle` alive, when somebody else made it.
    var owner: AnyObject?

    /// Runs the statement from its start to its end.
    ///
    /// - Parameter row: is given each row that it finds; the columns are valid until it returns.
    func run(_ values: [SQLValue], _ row: (SQLiteColumns) throws -> Void = { _ in }) throws {
        precondition(sqlite3_stmt_busy(handle) == 0, "a statement does not run within itself")
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (place, value) in values.enumerated() { try bind(value, at: Int32(place + 1)) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try row(SQLiteColumns(statement: handle))
            case SQLITE_DONE: return
            case let code: throw DatabaseError(code, on: sqlite3_db_handle(handle))
            }
        }
    }

    private func bind(_ value: SQLValue, at place: Int32) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, place)
            case .integer(let number): sqlite3_bind_int64(handle, place, Int64(number))
            case .real(let number): sqlite3_bind_double(handle, place, number)
            case .date(let date): sqlite3_bind_int64(handle, place, Int64(date.milliseconds))
            case .bool(let truth): sqlite3_bind_int64(handle, place, truth ? 1 : 0)
            case .text(let text): sqlite3_bind_text(handle, place, text, Int32(text.utf8.count), Self.isCopied)
            case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(handle, place, 0)
            case .blob(let bytes): sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), Self.isCopied)
            }
        guard code == SQLITE_OK else { throw DatabaseError(code, on: sqlite3_db_handle(handle)) }
    }

    /// SQLITE_TRANSIENT, a cast that Swift does not import.
    private static var isCopied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// The columns of the row at which a statement stands.
struct SQLiteColumns: SQLColumns {
    fileprivate let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }
    func real(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }
    func date(_ column: Int) -> Date { Date(milliseconds: integer(column)) }
    func bool(_ column: Int) -> Bool { integer(column) != 0 }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        return String(decoding: bytes(from: start, column), as: UTF8.self)
    }

    func blob(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return Array(bytes(from: start, column))
    }

    private func bytes(from start: UnsafeRawPointer, _ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }
}

extension DatabaseError {
    /// What SQLite says about the call that just returned `code`.
    init(_ code: Int32, on connection: OpaquePointer?) {
        self.init(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection))
        )
    }
}
