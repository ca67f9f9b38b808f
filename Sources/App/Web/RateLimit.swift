import Foundation
import Synchronization

/// Allows a number of events for each key within some seconds.
final class RateLimit: Sendable {
    /// More keys than this at once are forgotten together, so that memory stays flat under attack.
    private static let keyLimit = 100_000

    private let count: Int
    private let window: TimeInterval
    private let events = Mutex<[String: [Date]]>([:])

    init(_ count: Int, within window: TimeInterval = 60) {
        self.count = count
        self.window = window
    }

    /// Whether another event of `key` may happen at `date`; if so, it counts.
    func allows(_ key: String, at date: Date) -> Bool {
        events.withLock { events in
            if events.count >= Self.keyLimit { events.removeAll() }
            let recent = (events[key] ?? []).filter { $0 > date - window }
            guard recent.count < count else {
                events[key] = recent
                return false
            }
            events[key] = recent + [date]
            return true
        }
    }
}
