import Synchronization

/// Connections that are lent one at a time, first come first served.
final class PostgresPool: Sendable {
    private struct Waiter {
        let continuation: CheckedContinuation<PostgresConnection, any Error>
        let deadline: ContinuousClock.Instant
    }

    private struct State {
        var idle: [PostgresConnection]
        var waiters: [Waiter] = []
        /// The first of `waiters` that still waits.
        var head = 0
        var isClosed = false

        mutating func nextWaiter() -> Waiter? {
            guard head < waiters.count else {
                waiters.removeAll(keepingCapacity: true)
                head = 0
                return nil
            }
            defer {
                head += 1
                if head > 256 {
                    waiters.removeFirst(head)
                    head = 0
                }
            }
            return waiters[head]
        }
    }

    /// Who waited longer gets an error instead of a connection, so that a queue empties when the server comes back.
    private static let patience = Duration.seconds(30)
    private let state: Mutex<State>
    let all: [PostgresConnection]

    init(_ connections: [PostgresConnection]) {
        all = connections
        state = Mutex(State(idle: connections))
    }

    func with<Result: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await borrow()
        defer { giveBack(connection) }
        return try await body(connection)
    }

    private func borrow() async throws -> PostgresConnection {
        if let connection = state.withLock({ $0.isClosed ? nil : $0.idle.popLast() }) { return connection }
        return try await withCheckedThrowingContinuation { continuation in
            let outcome: Result<PostgresConnection, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(StorageError.unreachable("the portal is stopping")) }
                if let connection = state.idle.popLast() { return .success(connection) }
                state.waiters.append(Waiter(continuation: continuation, deadline: .now + Self.patience))
                return nil
            }
            if let outcome { continuation.resume(with: outcome) }
        }
    }

    private func giveBack(_ connection: PostgresConnection) {
        while true {
            let waiter: Waiter? = state.withLock { state in
                if let waiter = state.nextWaiter() { return waiter }
                state.idle.append(connection)
                return nil
            }
            guard let waiter else { return }
            if ContinuousClock.now < waiter.deadline { return waiter.continuation.resume(returning: connection) }
            waiter.continuation.resume(throwing: StorageError.busy)
        }
    }

    /// Nobody new gets a connection.
    func close() {
        state.withLock { $0.isClosed = true }
    }
}
