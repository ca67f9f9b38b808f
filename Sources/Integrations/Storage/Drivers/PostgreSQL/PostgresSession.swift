import CPQ
import Foundation

/// One connection, during one unit of work.
struct PostgresSession: SQLSession {
    let link: PostgresLink

    func rows<Value>(_ statement: SQL, _ decode: (inout SQLRow) throws -> Value) throws -> [Value] {
        let result = try run(statement)
        var values: [Value] = []
        values.reserveCapacity(result.count)
        for index in 0..<result.count {
            var row = SQLRow(PostgresColumns(result: result.pointer, row: Int32(index)))
            values.append(try decode(&row))
        }
        return values
    }

    func each(_ statement: SQL, _ visit: (inout SQLRow) throws -> Void) throws {
        try statement.checkTexts()
        do {
            try link.stream(statement.text(for: .postgres), statement.values) { result in
                for index in 0..<result.count {
                    var row = SQLRow(PostgresColumns(result: result.pointer, row: Int32(index)))
                    try visit(&row)
                }
            }
        } catch let failure as PostgresFailure {
            throw meaning(of: failure)
        }
    }

    func execute(_ statement: SQL) throws -> Int { try run(statement).affected }

    func script(_ text: String) throws { try link.run(text) }

    func insert(
        into table: String,
        columns: [String],
        _ rows: (_ insert: ([SQLValue]) throws -> Void) throws -> Void
    ) throws {
        do {
            try PostgresCopy(link, table, columns).run(rows)
        } catch let failure as PostgresFailure {
            throw failure.isConnectionLost ? failure : failure.meaning
        }
    }

    private func run(_ statement: SQL) throws -> PostgresResult {
        try statement.checkTexts()
        do {
            return try link.query(statement.text(for: .postgres), statement.values)
        } catch {
            throw meaning(of: error)
        }
    }

    /// What can be tried again is for the database to decide; the rest is for whoever wrote the statement.
    private func meaning(of failure: PostgresFailure) -> any Error {
        failure.isConnectionLost || failure.isTransient ? failure : failure.meaning
    }
}

private struct PostgresColumns: SQLColumns {
    let result: OpaquePointer
    let row: Int32

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func integer(_ column: Int) -> Int {
        guard let start = PQgetvalue(result, row, Int32(column)) else { return 0 }
        return Int(strtoll(start, nil, 10))
    }

    func real(_ column: Int) -> Double {
        guard let start = PQgetvalue(result, row, Int32(column)) else { return 0 }
        return strtod(start, nil)
    }

    /// `\x` and two hexadecimal digits a byte.
    func blob(_ column: Int) -> [UInt8] {
        let digits = bytes(column).dropFirst(2)
        var blob: [UInt8] = []
        blob.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            let value = digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0")
            if let first = high {
                blob.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return blob
    }

    func date(_ column: Int) -> Date { Date(milliseconds: integer(column)) }

    func bool(_ column: Int) -> Bool { bytes(column).first == UInt8(ascii: "t") }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(column)),
            count: Int(PQgetlength(result, row, Int32(column)))
        )
    }
}
