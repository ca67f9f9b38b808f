import Core
import Foundation

/// Pathgather lists progress by the date at which it *began*, so the newest records are not the newest changes.
/// The first read is everything. Later reads ask for what changed, if the provider understands that; if not,
/// they are everything again, but not more often than every six hours.
extension PathgatherSource: ChangeFeedSource {
    /// How far a read reaches back before the end of the last one; what comes twice changes nothing.
    static let overlap: TimeInterval = 3600
    static let sweepPause: TimeInterval = 6 * 3600

    func changes(after cursor: SyncCursor?) async throws(SourceError) -> ChangePage {
        var position = FeedCursor()
        if let cursor { position = try FeedCursor(cursor) }
        if position.mode == .rest {
            guard let begun = try await begin(after: position) else {
                return ChangePage(FactBatch(), next: try position.encoded(), hasMore: false)
            }
            position = begun
        }
        let listing = try await read(&position)
        for user in listing.records.compactMap(\.user) {
            guard let email = user.email?.text, let userID = user.id?.text else { continue }
            await spellings.learn(email, of: userID)
        }
        let newest = listing.records.compactMap(\.changedAt).max()
        let next = position.following(next: listing.next, clock: listing.date, newest: newest)
        return ChangePage(batch(listing), next: try next.encoded(), hasMore: listing.next != nil)
    }

    /// The next read, or nil when it is too early for one.
    private func begin(after rest: FeedCursor) async throws(SourceError) -> FeedCursor? {
        guard let since = rest.since else { return FeedCursor() }
        if try await tellsChanges() { return FeedCursor(mode: .changes, since: since) }
        let isEarly = now().timeIntervalSince1970 < since + Self.sweepPause
        return isEarly ? nil : FeedCursor(mode: .sweep, since: since)
    }

    /// A page; a list of changes whose token is refused is read from its beginning, everything is not.
    private func read(_ position: inout FeedCursor) async throws(SourceError) -> Listing<UserPath> {
        var filter: Filter?
        if position.mode == .changes, let since = position.since {
            filter = .updated(after: Date(timeIntervalSince1970: since - Self.overlap))
        }
        if let page = try await page(filter, after: position.from) { return page }
        guard position.mode == .changes, position.from != nil else { throw .cursorExpired }
        position = FeedCursor(mode: .changes, since: position.since)
        guard let page = try await page(filter, after: nil) else { throw .cursorExpired }
        return page
    }

    private func page(_ filter: Filter?, after token: String?) async throws(SourceError) -> Listing<UserPath>? {
        try await api.page(of: "user_paths", UserPath.self, where: filter, after: token)
    }
}
