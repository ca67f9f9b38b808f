import Core
import Foundation

/// What a statement can hold; each database writes dates and truth values in its own way.
enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])
    /// Kept to the millisecond, UTC.
    case date(Date)
    case bool(Bool)
}

extension SQLValue {
    /// As both databases understand it in a `CAST`.
    var typeName: String {
        switch self {
        case .null, .text: "text"
        case .integer, .date: "bigint"
        case .real: "double precision"
        case .blob: "blob"
        case .bool: "boolean"
        }
    }
}

/// Something that can be bound to a statement.
protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible { var sqlValue: SQLValue { self } }
extension String: SQLConvertible { var sqlValue: SQLValue { .text(self) } }
extension Int: SQLConvertible { var sqlValue: SQLValue { .integer(self) } }
extension Double: SQLConvertible { var sqlValue: SQLValue { .real(self) } }
extension Bool: SQLConvertible { var sqlValue: SQLValue { .bool(self) } }
extension Date: SQLConvertible { var sqlValue: SQLValue { .date(self) } }
extension URL: SQLConvertible { var sqlValue: SQLValue { .text(absoluteString) } }
extension ID: SQLConvertible { var sqlValue: SQLValue { .text(rawValue) } }
extension Slug: SQLConvertible { var sqlValue: SQLValue { .text(description) } }
extension EmailAddress: SQLConvertible { var sqlValue: SQLValue { .text(description) } }
extension TokenHash: SQLConvertible { var sqlValue: SQLValue { .text(description) } }
extension Actor: SQLConvertible { var sqlValue: SQLValue { .text(description) } }
extension Percent: SQLConvertible { var sqlValue: SQLValue { .real(value) } }

extension SQLConvertible where Self: RawRepresentable, RawValue == String {
    var sqlValue: SQLValue { .text(rawValue) }
}
extension BadgeStatus: SQLConvertible {}
extension Telling: SQLConvertible {}
extension PictureType: SQLConvertible {}
extension Role: SQLConvertible {}
extension Activity.Kind: SQLConvertible {}
extension ProgressFact.State: SQLConvertible {}
extension SourceHealth.Status: SQLConvertible {}
extension AuditEvent.Action: SQLConvertible {}
extension ImportedBadge.Trust: SQLConvertible {}

extension SQL {
    /// - Throws: ``StorageError/unstorableText`` for a NUL, which PostgreSQL refuses and SQLite cuts a text at.
    func checkTexts() throws(StorageError) {
        for case .text(let text) in values where text.utf8.contains(0) { throw .unstorableText }
    }
}

extension Date {
    /// Whole milliseconds since 1970, UTC: the form in which SQLite keeps a date.
    var milliseconds: Int { Int((writable.timeIntervalSince1970 * 1000).rounded()) }
    init(milliseconds: Int) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// As it will be read again.
    var stored: Date { Date(milliseconds: milliseconds) }
}
