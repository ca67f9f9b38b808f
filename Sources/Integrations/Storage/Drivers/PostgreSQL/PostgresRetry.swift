import Foundation
import Synchronization

/// Since when the server does not answer, as all connections of a pool know it.
final class PostgresOutage: Sendable {
    /// A restart of the server is a pause, not an error; after this time everybody is told at once.
    private static let patience = Duration.seconds(5)
    private let since = Mutex<ContinuousClock.Instant?>(nil)

    func isOver() { since.withLock { $0 = nil } }

    /// Whether it is worth to wait for the server a little longer.
    func isShort() -> Bool {
        since.withLock { since in
            let now = ContinuousClock.now
            let start = since ?? now
            since = start
            return now - start < Self.patience
        }
    }
}

/// Whether units of work got into each other's way a moment ago, as all connections of a pool know it.
final class PostgresCongestion: Sendable {
    private static let length = Duration.seconds(2)
    private let end = Mutex(ContinuousClock.now)

    var isOn: Bool { ContinuousClock.now < end.withLock { $0 } }
    func noticed() { end.withLock { $0 = ContinuousClock.now + Self.length } }
}

/// How often one unit of work is tried, and how long it waits in between.
struct PostgresRetry {
    private let start = ContinuousClock.now
    private var attempts = 0
    /// Longer than any queue of writers that is not stuck.
    private static let patience = Duration.seconds(30)

    /// Waits on this thread, which belongs to the connection.
    ///
    /// - Returns: whether the unit should run again.
    mutating func waits(after failure: PostgresFailure, outage: PostgresOutage) -> Bool {
        attempts += 1
        if failure.isConnectionLost {
            guard outage.isShort() else { return false }
            // A connection that broke while nobody looked: the server is there.
            if attempts > 1 { Thread.sleep(forTimeInterval: 0.1) }
            return true
        }
        guard failure.isTransient, ContinuousClock.now - start < Self.patience else { return false }
        // Those that collided come back at different times.
        Thread.sleep(forTimeInterval: Double.random(in: 0...min(0.001 * pow(2, Double(attempts)), 0.1)))
        return true
    }
}
