import Core
import Foundation

/// The columns of a row that a driver holds; valid only while the row is being decoded.
protocol SQLColumns {
    func isNull(_ column: Int) -> Bool
    func text(_ column: Int) -> String
    func integer(_ column: Int) -> Int
    func real(_ column: Int) -> Double
    func blob(_ column: Int) -> [UInt8]
    func date(_ column: Int) -> Date
    func bool(_ column: Int) -> Bool
}

/// A row, read from left to right: a value's columns stand together in the statement, in the order of its `init`.
struct SQLRow {
    private let columns: any SQLColumns
    private var next = 0

    init(_ columns: any SQLColumns) { self.columns = columns }

    mutating func text() -> String { columns.text(advance()) }
    mutating func integer() -> Int { columns.integer(advance()) }
    mutating func real() -> Double { columns.real(advance()) }
    mutating func blob() -> [UInt8] { columns.blob(advance()) }
    mutating func date() -> Date { columns.date(advance()) }
    mutating func bool() -> Bool { columns.bool(advance()) }
    mutating func id<Of>() -> ID<Of> { ID(text()) }

    mutating func optionalText() -> String? { optional { $0.text() } }
    mutating func optionalInteger() -> Int? { optional { $0.integer() } }
    mutating func optionalReal() -> Double? { optional { $0.real() } }
    mutating func optionalDate() -> Date? { optional { $0.date() } }
    mutating func optionalID<Of>() -> ID<Of>? { optional { $0.id() } }

    /// One of a closed set of words.
    ///
    /// - Throws: ``SQLError/unreadable(_:)``: the constraints of the schema did not hold.
    mutating func word<Word: RawRepresentable>() throws(SQLError) -> Word where Word.RawValue == String {
        let text = text()
        guard let word = Word(rawValue: text) else { throw .unreadable("“\(text)” is no \(Word.self)") }
        return word
    }

    mutating func slug() throws(SQLError) -> Slug {
        let text = text()
        guard let slug = try? Slug(text) else { throw .unreadable("“\(text)” is no slug") }
        return slug
    }

    mutating func email() -> EmailAddress { EmailAddress(stored: text()) }

    /// Whether the next column is NULL; it stays the next one.
    var isNull: Bool { columns.isNull(next) }

    /// Passes over columns that are not needed for this row.
    mutating func skip(_ count: Int) { next += count }

    /// nil for NULL, otherwise what `read` makes of the column.
    mutating func optional<Value, Failure: Error>(
        _ read: (inout SQLRow) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        if columns.isNull(next) {
            next += 1
            return nil
        }
        return try read(&self)
    }

    private mutating func advance() -> Int {
        defer { next += 1 }
        return next
    }
}
