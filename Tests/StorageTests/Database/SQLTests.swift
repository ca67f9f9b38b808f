import Foundation
import Testing

@testable import Storage

@Suite("A statement")
struct SQLTests {
    @Test("binds what is interpolated")
    func binds() {
        let name = "'; DROP TABLE person; --"
        let statement: SQL = "SELECT \(SQL.Words("id, name")) FROM person WHERE name = \(name) AND age > \(3)"
        #expect(statement.text == "SELECT id, name FROM person WHERE name = $1 AND age > $2")
        #expect(statement.values == [.text(name), .integer(3)])
    }

    @Test("binds nothing as NULL")
    func bindsNothing() {
        let missing: String? = nil
        let statement: SQL = "VALUES (\(missing), \(Date?.none))"
        #expect(statement.text == "VALUES ($1, $2)" && statement.values == [.null, .null])
    }

    @Test(
        "fills lists up to a power of two, so that few texts are prepared",
        arguments: [(0, "(NULL)"), (1, "($1)"), (2, "($1, $2)"), (3, "($1, $2, $3, $4)")]
    )
    func lists(count: Int, text: String) {
        let statement: SQL = "\(list: Array(0..<count))"
        #expect(statement.text == text)
        #expect(statement.values.prefix(count) == (0..<count).map(SQLValue.integer)[...])
        #expect(statement.values.dropFirst(count).allSatisfy { $0 == .integer(count - 1) })
    }

    @Test("numbers what comes after a list")
    func afterList() {
        let statement: SQL = "a IN \(list: ["x", "y"]) AND b = \(true)"
        #expect(statement.text == "a IN ($1, $2) AND b = $3")
    }

    @Test("refuses a text with NUL", arguments: ["\0", "a\0", "\0b"])
    func refusesNUL(text: String) {
        let statement: SQL = "SELECT \(text)"
        #expect(throws: StorageError.unstorableText) { try statement.checkTexts() }
    }

    @Test("keeps dates to the millisecond", arguments: [-1.0015, 0, 0.9994, 1_772_438_400.123, 253_402_300_799.999])
    func dates(seconds: Double) {
        let stored = Date(timeIntervalSince1970: seconds).stored
        #expect(stored.stored == stored)
        #expect(abs(stored.timeIntervalSince1970 - seconds) <= 0.0006)
    }
}
