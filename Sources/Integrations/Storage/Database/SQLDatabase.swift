/// A database that runs units of work.
///
/// A unit of work is synchronous: nothing is awaited inside a transaction, so no lock is ever held across a call to
/// somebody else's server.
protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }

    /// Runs `work` on one consistent state of the database; it cannot change anything.
    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) async throws -> Result

    /// Runs `work` in a transaction: all of it happens or, when it throws, nothing.
    ///
    /// A unit that was begun is finished, also when the task that waits for it is cancelled. It may run again
    /// from the start when the database asks for that, so it must have no effect outside of the session.
    @discardableResult
    func write<Result: Sendable>(
        _ durability: Durability,
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result

    /// Like ``write(_:_:)``, while no other process is in one, and without a limit of time: for changes of the schema.
    @discardableResult
    func alone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result

    /// Like ``read(_:)``, waiting on the calling thread: for commands that work on two databases at once.
    func snapshot<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result

    /// Like ``alone(_:)``, waiting on the calling thread.
    func aloneNow<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result

    /// Waits for what is running and lets go of the files or connections.
    func close() throws
}

/// What must have happened before a write is acknowledged.
enum Durability: Sendable {
    /// It survives a power failure.
    case durable
    /// It is seen by everybody; the last moments before a power failure may be lost. For what is cheap to lose.
    case relaxed
}

extension SQLDatabase {
    @discardableResult
    func write<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await write(.durable, work)
    }
}

/// What a unit of work sees of its database.
protocol SQLSession {
    /// Runs a statement and decodes its rows.
    ///
    /// - Throws: ``SQLError``, ``StorageError``, and what `decode` throws.
    func rows<Value>(_ statement: SQL, _ decode: (inout SQLRow) throws -> Value) throws -> [Value]

    /// Runs a statement and visits its rows while they come, however many they are.
    ///
    /// - Throws: as ``rows(_:_:)``.
    func each(_ statement: SQL, _ visit: (inout SQLRow) throws -> Void) throws

    /// Runs a statement that returns no rows.
    ///
    /// - Returns: how many rows it inserted, changed or deleted.
    @discardableResult
    func execute(_ statement: SQL) throws -> Int

    /// Runs several statements, separated by semicolons, without values: migrations.
    func script(_ text: String) throws

    /// Adds many rows, in the fastest way that the database has.
    ///
    /// - Parameter rows: is given what adds a row, with a value for each column.
    func insert(
        into table: String,
        columns: [String],
        _ rows: (_ insert: ([SQLValue]) throws -> Void) throws -> Void
    ) throws
}

extension SQLSession {
    /// The first row, if there is one; the statement should not find many more.
    func first<Value>(_ statement: SQL, _ decode: (inout SQLRow) throws -> Value) throws -> Value? {
        try rows(statement, decode).first
    }

    /// Whether the statement finds anything.
    func finds(_ statement: SQL) throws -> Bool { try first(statement) { _ in true } ?? false }
}
