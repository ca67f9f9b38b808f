import Foundation

/// A place in the pool: a thread, and a connection that is made when it is needed and made anew when it broke.
actor PostgresConnection {
    private let thread = ThreadExecutor(name: "laurel.postgres")
    private let address: PostgresAddress
    private let outage: PostgresOutage
    private let congestion: PostgresCongestion
    private var link: PostgresLink?
    private let cancellation = PostgresCancellation()

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ address: PostgresAddress, outage: PostgresOutage, congestion: PostgresCongestion) {
        self.address = address
        self.outage = outage
        self.congestion = congestion
    }

    /// What every connection is told first.
    ///
    /// Times are limits against what hangs, not against what is slow.
    private static let settings = """
        SET timezone = 'UTC'; SET standard_conforming_strings = on; SET bytea_output = 'hex';
        SET extra_float_digits = 1; SET statement_timeout = '30s'; SET lock_timeout = '10s';
        SET idle_in_transaction_session_timeout = '60s'
        """

    /// Runs `work` between `begin` and COMMIT, again from the start where the database asks for it.
    ///
    /// - Parameter isRepeatable: it changes nothing, so it may also run again when the connection broke at COMMIT.
    func run<Result: Sendable>(
        _ begin: String,
        isRepeatable: Bool,
        _ work: @Sendable (any SQLSession) throws -> Result
    ) throws -> Result {
        var retry = PostgresRetry()
        while true {
            do {
                if !isRepeatable, congestion.isOn {
                    return try inTurn { try attempt(begin, isRepeatable: isRepeatable, work) }
                }
                return try attempt(begin, isRepeatable: isRepeatable, work)
            } catch let failure as PostgresFailure {
                guard retry.waits(after: failure, outage: outage) else { throw failure.meaning }
                if failure.isCollision { congestion.noticed() }
            }
        }
    }

    /// Runs `work` on one state of the database, until it is done or the task is cancelled.
    ///
    /// - Throws: `CancellationError` when it was.
    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) async throws -> Result {
        try await withTaskCancellationHandler {
            try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", isRepeatable: true) { session in
                try Task.checkCancellation()
                return try work(session)
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// Runs a change after all others, in all processes.
    ///
    /// While units of work collide, that is how each gets through, however many there are. The lock is taken before
    /// the transaction begins, so that it sees what those before it did.
    private func inTurn<Result>(_ work: () throws -> Result) throws -> Result {
        let link = try connected()
        try link.run("SET lock_timeout = '30s'; SELECT pg_advisory_lock(\(Self.turnLock)); SET lock_timeout = '10s'")
        let result = Swift.Result { try work() }
        if self.link === link, link.isUsable { release(link) }
        return try result.get()
    }

    /// What was done stays done when the lock cannot be given back: it ends with its connection.
    private func release(_ link: PostgresLink) {
        do {
            try link.run("SELECT pg_advisory_unlock(\(Self.turnLock))")
        } catch {
            self.link = nil
        }
    }

    private func attempt<Result>(
        _ begin: String,
        isRepeatable: Bool,
        _ work: (any SQLSession) throws -> Result
    ) throws -> Result {
        let link = try connected()
        do {
            try link.run(begin)
            let result = isRepeatable ? try cancellable(link, work) : try work(PostgresSession(link: link))
            try commit(link, isRepeatable: isRepeatable)
            return result
        } catch {
            rollBack(link, after: error)
            throw error
        }
    }

    private func cancellable<Result>(
        _ link: PostgresLink,
        _ work: (any SQLSession) throws -> Result
    ) throws -> Result {
        let (result, isCancelled) = cancellation.during(link) { try work(PostgresSession(link: link)) }
        guard isCancelled else { return try result.get() }
        self.link = nil
        throw CancellationError()
    }

    /// After COMMIT was sent and no answer came, nobody knows.
    private func commit(_ link: PostgresLink, isRepeatable: Bool) throws {
        // The server would answer COMMIT with ROLLBACK, and no error.
        guard !link.isFailed else { throw SQLError.other(code: "25P02", message: "an error was passed over") }
        do {
            try link.run("COMMIT")
        } catch {
            guard error.isConnectionLost, !isRepeatable else { throw error }
            throw StorageError.outcomeUnknown
        }
    }

    private func rollBack(_ link: PostgresLink, after error: any Error) {
        do {
            if link.isUsable, link.isInTransaction { try link.run("ROLLBACK") }
            if let failure = error as? PostgresFailure, failure.isPlanOutdated || failure.isConnectionLost {
                self.link = nil
            }
        } catch {
            self.link = nil
        }
        if !link.isUsable { self.link = nil }
    }

    private func connected() throws(PostgresFailure) -> PostgresLink {
        if let link, link.isUsable { return link }
        let new = try PostgresLink(address, settings: Self.settings)
        link = new
        outage.isOver()
        return new
    }

    /// Runs `work` in a transaction under the lock that changes of the schema take.
    ///
    /// The lock is taken before the transaction begins: a transaction sees the state of its first statement, and
    /// what another process did while this one waited must be seen.
    func alone<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) throws -> Result {
        do {
            let link = try connected()
            try link.run("SET statement_timeout = 0; SET lock_timeout = 0")
            // Ends with the connection, whatever happens.
            defer { self.link = nil }
            try link.run("SELECT pg_advisory_lock(\(Self.schemaLock))")
            return try attempt("BEGIN", isRepeatable: false, work)
        } catch let failure as PostgresFailure {
            throw failure.meaning
        }
    }

    /// “laurel” in ASCII.
    static let schemaLock = 0x6C61_7572_656C
    private static let turnLock = schemaLock + 1

    func close() { link = nil }
}
