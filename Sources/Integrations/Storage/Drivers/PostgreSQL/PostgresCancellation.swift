import CPQ
import Synchronization

/// Stops the statement that a connection runs, from another thread, when nobody waits for its answer any more.
///
/// Only for reads: a change that was begun is finished.
final class PostgresCancellation: Sendable {
    private struct State {
        /// libpq's `PGcancel`, while a read is under way; a number, because pointers may not go from thread to thread.
        var handle: UInt?
        var isAsked = false
    }

    private let state = Mutex(State())

    /// Runs `work`, during which ``cancel()`` reaches the server.
    ///
    /// - Returns: what `work` returns, and whether it was cancelled: then the server may stop the next statement of
    ///   this connection too, which must not be used again.
    func during<Result>(
        _ link: PostgresLink,
        _ work: () throws -> Result
    ) -> (result: Swift.Result<Result, any Error>, isCancelled: Bool) {
        let handle = PQgetCancel(link.pointer)
        defer { PQfreeCancel(handle) }
        let number = handle.map { UInt(bitPattern: $0) }
        state.withLock { $0 = State(handle: number) }
        let result = Swift.Result { try work() }
        let isCancelled = state.withLock { state in
            defer { state = State() }
            return state.isAsked
        }
        return (result, isCancelled)
    }

    func cancel() {
        state.withLock { state in
            guard let handle = state.handle.flatMap({ OpaquePointer(bitPattern: $0) }) else { return }
            state.isAsked = true
            // What does not arrive stops nothing; the statement then ends by itself or by its time limit.
            var reason = [CChar](repeating: 0, count: 256)
            _ = PQcancel(handle, &reason, Int32(reason.count))
        }
    }
}
