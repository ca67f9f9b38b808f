import Core
import Foundation

/// How far the changes were read; the text of a ``Core/SyncCursor``.
struct FeedCursor: Codable, Equatable {
    enum Mode: String, Codable {
        /// Reading everything.
        case sweep
        /// Reading what changed after ``FeedCursor/since``.
        case changes
        /// All is read; the next read begins.
        case rest
    }

    private static let version = 1

    private var v = version
    var mode = Mode.sweep
    /// The provider's token of the page to read next; nil for the first.
    var from: String?
    /// Changes up to this moment of the provider's clock are known, seconds since 1970.
    var since: Double?
    /// The provider's clock when this read began.
    var clock: Double?
    /// The newest change that this read saw: stands in for a clock that the provider does not tell.
    var newest: Double?

    init(mode: Mode = .sweep, since: Double? = nil) {
        self.mode = mode
        self.since = since
    }

    /// - Throws: ``SourceError/cursorExpired`` for a cursor of another version of the portal.
    init(_ cursor: SyncCursor) throws(SourceError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(cursor.rawValue.utf8))
        } catch {
            throw .cursorExpired
        }
        guard v == Self.version else { throw .cursorExpired }
    }

    /// - Throws: ``SourceError/malformed(_:)`` when the provider's token is longer than a cursor may be.
    func encoded() throws(SourceError) -> SyncCursor {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let text = (try? encoder.encode(self)).map({ String(decoding: $0, as: UTF8.self) }),
            text.utf8.count <= 4096
        else { throw .malformed("the token of its next page is too long.") }
        return SyncCursor(text)
    }

    /// The cursor after a page of this read.
    func following(next: String?, clock: Date?, newest: Date?) -> Self {
        var cursor = self
        cursor.from = next
        if from == nil { cursor.clock = clock?.timeIntervalSince1970 }
        cursor.newest = [self.newest, newest?.timeIntervalSince1970].compactMap(\.self).max()
        guard next == nil else { return cursor }
        let mark = [cursor.clock ?? cursor.newest, since].compactMap(\.self).max()
        return FeedCursor(mode: .rest, since: mark)
    }
}
