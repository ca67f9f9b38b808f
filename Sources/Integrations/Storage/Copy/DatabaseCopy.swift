/// Takes everything from one database to another, whichever they are.
package struct DatabaseCopy: Sendable {
    private let source: any SQLDatabase
    private let target: any SQLDatabase

    package init(from source: PortalDatabase, to target: PortalDatabase) {
        self.source = source.database
        self.target = target.database
    }

    /// Copies in one transaction: all of it is there afterwards and was compared, or nothing.
    ///
    /// The target has the current schema already. The source may be in use; its state at the start is copied.
    /// Waits on the calling thread.
    ///
    /// - Parameter report: is told after every table, and now and then in long ones: table, rows so far.
    /// - Returns: how many rows each table has.
    /// - Throws: ``StorageError/notEmpty``, ``StorageError/otherSchema``, ``StorageError/copyDiffers(table:)``.
    package func run(report: (String, Int) -> Void = { _, _ in }) throws -> [(table: String, rows: Int)] {
        let (sourceDialect, targetDialect) = (source.dialect, target.dialect)
        return try source.snapshot { from in
            let tables = try DatabaseTable.all(from, sourceDialect)
            return try target.aloneNow { into in
                let known = try DatabaseTable.all(into, targetDialect)
                guard try Self.versions(from) == Self.versions(into) else { throw StorageError.otherSchema }
                try Self.requireEmpty(known, into)
                try into.execute("DELETE FROM counter")
                guard tables.count == known.count else { throw StorageError.otherSchema }
                // In the target's order, which was just made: a source that pg_restore filled has another.
                return try known.map { twin in
                    guard let table = tables.first(where: { $0.name == twin.name }) else {
                        throw StorageError.otherSchema
                    }
                    let sum = try Self.copy(table, from, into, report)
                    guard try Self.sum(twin, ordered: table, into) == sum else {
                        throw StorageError.copyDiffers(table: table.name)
                    }
                    try Self.continueNumbers(of: twin, into)
                    report(table.name, sum.rows)
                    return (table.name, sum.rows)
                }
            }
        }
    }

    private static func versions(_ session: any SQLSession) throws -> [Int] {
        try session.rows("SELECT version FROM schema_version ORDER BY version") { $0.integer() }
    }

    private static func requireEmpty(_ tables: [DatabaseTable], _ session: any SQLSession) throws {
        for table in tables where table.name != "counter" {
            if try session.finds(SQL(schema: "SELECT 1 FROM \"\(table.name)\" LIMIT 1")) { throw StorageError.notEmpty }
        }
    }

    private static func copy(
        _ table: DatabaseTable,
        _ from: any SQLSession,
        _ into: any SQLSession,
        _ report: (String, Int) -> Void
    ) throws -> TableSum {
        var sum = TableSum()
        try into.insert(into: table.name, columns: table.columns.map(\.name)) { insert in
            try from.each(SQL(schema: "SELECT \(table.list) FROM \"\(table.name)\"")) { row in
                let values = table.columns.map { row.value($0.kind) }
                sum.add(values)
                try insert(values)
                if sum.rows.isMultiple(of: 20_000) { report(table.name, sum.rows) }
            }
        }
        return sum
    }

    /// - Parameter ordered: the same table in the other database, whose order of columns counts.
    private static func sum(
        _ table: DatabaseTable,
        ordered other: DatabaseTable,
        _ session: any SQLSession
    ) throws -> TableSum {
        let columns = other.columns.compactMap { column in table.columns.first { $0.name == column.name } }
        guard columns.count == table.columns.count else { throw StorageError.otherSchema }
        let list = DatabaseTable(name: table.name, columns: columns).list
        var sum = TableSum()
        try session.each(SQL(schema: "SELECT \(list) FROM \"\(table.name)\"")) { row in
            sum.add(columns.map { row.value($0.kind) })
        }
        return sum
    }

    /// PostgreSQL counts apart from the table; SQLite looks into it.
    private static func continueNumbers(of table: DatabaseTable, _ session: any SQLSession) throws {
        for column in table.columns where column.isSerial {
            _ = try session.rows(
                SQL(
                    schema: """
                        SELECT setval(pg_get_serial_sequence('\(table.name)', '\(column.name)'),
                                      (SELECT coalesce(max(\(column.name)), 0) + 1 FROM "\(table.name)"), false)
                        """
                )
            ) { _ in }
        }
    }
}
