package import Foundation

/// Time and chance as the way out uses them, so that tests need neither.
package struct Timing: Sendable {
    /// The date, to understand a `Retry-After` that is one.
    package var now: @Sendable () -> Date
    /// Time since any fixed moment; never goes back.
    package var uptime: @Sendable () -> Duration
    /// - Throws: `CancellationError`.
    package var sleep: @Sendable (Duration) async throws -> Void
    /// From 0 up to, not including, 1.
    package var chance: @Sendable () -> Double

    package init(
        now: @escaping @Sendable () -> Date,
        uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        chance: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
        self.chance = chance
    }

    package static var real: Timing {
        let start = ContinuousClock.now
        return Timing(
            now: { Date() },
            uptime: { start.duration(to: .now) },
            sleep: { try await Task.sleep(for: $0) },
            chance: { .random(in: 0..<1) }
        )
    }
}
