import Foundation
import Synchronization

/// How often one host is asked: a badge must not make the portal a tool against somebody's server.
final class HostLimit: Sendable {
    private static let window: TimeInterval = 60
    private static let hostLimit = 10_000

    private let count: Int
    private let calls = Mutex<[String: [Date]]>([:])

    init(perMinute count: Int) { self.count = count }

    /// Whether `host` may be asked now; if so, it counts.
    func allows(_ host: String, at date: Date) -> Bool {
        calls.withLock { calls in
            if calls.count >= Self.hostLimit { calls = calls.filter { ($0.value.last ?? date) > date - Self.window } }
            guard calls.count < Self.hostLimit || calls[host] != nil else { return false }
            let recent = (calls[host] ?? []).filter { $0 > date - Self.window }
            calls[host] = recent.count < count ? recent + [date] : recent
            return recent.count < count
        }
    }
}
