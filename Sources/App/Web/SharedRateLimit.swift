import Core
import Foundation

/// A ``RateLimit`` that all processes of the portal count together.
///
/// This process counts first, in memory: what it refuses costs the database nothing.
struct SharedRateLimit: Sendable {
    private static let window: TimeInterval = 60

    /// Keys of other limits are other keys.
    let name: String
    let count: Int
    let store: any RateStore
    private let own: RateLimit

    init(_ name: String, perMinute count: Int, store: any RateStore) {
        self.name = name
        self.count = count
        self.store = store
        own = RateLimit(perMinute: count)
    }

    /// Whether another event of `key` may happen at `date`; if so, it counts.
    func allows(_ key: String, at date: Date) async throws -> Bool {
        guard own.allows(key, at: date) else { return false }
        return try await store.allows(TokenHash(of: "\(name) \(key)"), limit: count, window: Self.window, at: date)
    }
}
