import Foundation
import Synchronization

/// A clock that only the test moves.
final class TestClock: Sendable {
    private let date: Mutex<Date>

    init(_ date: Date) { self.date = Mutex(date) }

    var now: @Sendable () -> Date { { self.date.withLock { $0 } } }
    func move(_ seconds: TimeInterval) { date.withLock { $0 += seconds } }
}
