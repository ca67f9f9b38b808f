import Foundation

/// A table as it is in the database, with its columns in their order.
struct DatabaseTable: Sendable, Equatable {
    struct Column: Sendable, Equatable {
        enum Kind: Sendable {
            case text
            case integer
            case real
            case bytes
            case bool
        }

        let name: String
        let kind: Kind
        /// The database gives the next number.
        var isSerial = false
    }

    let name: String
    let columns: [Column]

    /// The columns' names, for a statement.
    var list: String { columns.map { "\"\($0.name)\"" }.joined(separator: ", ") }

    /// All tables but the one of migrations, in the order in which they were made: what is referred to comes first.
    static func all(_ session: any SQLSession, _ dialect: SQLDialect) throws -> [DatabaseTable] {
        let statement: SQL =
            dialect == .sqlite
            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
            : "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY oid"
        return try session.rows(statement) { $0.text() }.filter { $0 != "schema_version" }.map { name in
            DatabaseTable(name: name, columns: try columns(of: name, session, dialect))
        }
    }

    private static func columns(of table: String, _ session: any SQLSession, _ dialect: SQLDialect) throws -> [Column] {
        let statement: SQL =
            dialect == .sqlite
            ? "SELECT name, type, 'NO' FROM pragma_table_info(\(table)) ORDER BY cid"
            : """
            SELECT column_name, data_type, is_identity FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name = \(table) ORDER BY ordinal_position
            """
        return try session.rows(statement) { row in
            let (name, type) = (row.text(), row.text().lowercased())
            guard let kind = kinds[type] else { throw SQLError.unreadable("the type \(type) of \(table).\(name)") }
            return Column(name: name, kind: kind, isSerial: row.text() == "YES")
        }
    }

    private static let kinds: [String: Column.Kind] = [
        "text": .text, "json": .text, "integer": .integer, "bigint": .integer, "real": .real,
        "double precision": .real, "blob": .bytes, "bytea": .bytes, "boolean": .bool,
    ]
}

extension SQLRow {
    mutating func value(_ kind: DatabaseTable.Column.Kind) -> SQLValue {
        if isNull {
            skip(1)
            return .null
        }
        return switch kind {
        case .text: .text(text())
        case .integer: .integer(integer())
        case .real: .real(real())
        case .bytes: .blob(blob())
        case .bool: .bool(bool())
        }
    }
}
