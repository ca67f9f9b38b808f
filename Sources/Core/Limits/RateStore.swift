package import Foundation

/// Counts what may happen only so often, for all processes of a portal together.
package protocol RateStore: Sendable {
    /// Counts an event of `key`, unless `limit` of them were counted in the window of time before `date`.
    ///
    /// - Parameter key: a hash, because keys hold addresses of clients; it is forgotten soon after the window.
    /// - Parameter window: in seconds.
    /// - Returns: whether the event may happen; if not, it does not count.
    func allows(_ key: TokenHash, limit: Int, window: TimeInterval, at date: Date) async throws -> Bool
}
