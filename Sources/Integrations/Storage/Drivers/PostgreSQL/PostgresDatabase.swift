import Foundation

/// A PostgreSQL server: a few connections, each with a thread of its own.
///
/// Changes are serializable: they happen as if one came after the other, as in SQLite. Those that collide run again.
final class PostgresDatabase: SQLDatabase {
    let dialect = SQLDialect.postgres
    let address: PostgresAddress
    private let pool: PostgresPool

    /// Connects when it is first asked for something.
    init(_ address: PostgresAddress, connections: Int = PostgresDatabase.defaultConnections) {
        self.address = address
        let (outage, congestion) = (PostgresOutage(), PostgresCongestion())
        pool = PostgresPool(
            (0..<connections).map { _ in PostgresConnection(address, outage: outage, congestion: congestion) }
        )
    }

    /// Enough to keep a server of the same size busy; more of them only wait for each other.
    static var defaultConnections: Int { max(4, ProcessInfo.processInfo.activeProcessorCount * 2) }

    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) async throws -> Result {
        try await pool.with { try await $0.read(work) }
    }

    func write<Result: Sendable>(
        _ durability: Durability,
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await pool.with { connection in
            try await connection.run(durability.begin, isRepeatable: false, work)
        }
    }

    func alone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await pool.with { try await $0.alone(work) }
    }

    func snapshot<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result {
        try single("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", lock: nil, work)
    }

    func aloneNow<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result {
        try single("BEGIN", lock: PostgresConnection.schemaLock, work)
    }

    /// A unit of work on a connection of its own, without a limit of time, on the calling thread.
    private func single<Result>(
        _ begin: String,
        lock: Int?,
        _ work: (any SQLSession) throws -> Result
    ) throws -> Result {
        do {
            let link = try PostgresLink(address, settings: "SET timezone = 'UTC'; SET bytea_output = 'hex'")
            if let lock { try link.run("SELECT pg_advisory_lock(\(lock))") }
            try link.run(begin)
            let result = try work(PostgresSession(link: link))
            try link.run("COMMIT")
            return result
        } catch let failure as PostgresFailure {
            throw failure.meaning
        }
    }

    /// Connections close when the last unit of work lets go of them.
    func close() throws { pool.close() }
}

extension Durability {
    fileprivate var begin: String {
        switch self {
        case .durable: "BEGIN ISOLATION LEVEL SERIALIZABLE"
        case .relaxed: "BEGIN ISOLATION LEVEL SERIALIZABLE; SET LOCAL synchronous_commit = off"
        }
    }
}
