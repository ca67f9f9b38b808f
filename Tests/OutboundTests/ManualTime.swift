import Foundation
import Outbound
import Synchronization

/// Time that passes only by sleeping, and chance that is always one half.
final class ManualTime: Sendable {
    private let state = Mutex<(uptime: Duration, pauses: [Duration])>((.zero, []))

    var pauses: [Duration] { state.withLock { $0.pauses } }

    func pass(_ duration: Duration) { state.withLock { $0.uptime += duration } }

    var timing: Timing {
        Timing(
            now: { Date(timeIntervalSince1970: 1_795_435_200) },
            uptime: { self.state.withLock { $0.uptime } },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock {
                    $0.uptime += duration
                    $0.pauses.append(duration)
                }
            },
            chance: { 0.5 }
        )
    }
}
