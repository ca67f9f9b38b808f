import Core
import Foundation

/// A ``RateLimit`` that all processes of the portal count together.
///
/// This process counts first, in memory: what it refuses costs the database nothing.
struct SharedRateLimit: Sendable {
    /// Keys of other limits are other keys.
    let name: String
    let count: Int
    let window: TimeInterval
    let store: any RateStore
    private let own: RateLimit

    init(_ name: String, _ count: Int, within window: TimeInterval = 60, store: any RateStore) {
        self.name = name
        self.count = count
        self.window = window
        self.store = store
        own = RateLimit(count, within: window)
    }

    /// Whether another event of `key` may happen at `date`; if so, it counts.
    func allows(_ key: String, at date: Date) async throws -> Bool {
        guard own.allows(key, at: date) else { return false }
        return try await store.allows(TokenHash(of: "\(name) \(key)"), limit: count, window: window, at: date)
    }
}
