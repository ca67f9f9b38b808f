/// Somewhere that knows what people learn: a learning system, a spreadsheet, an HR system.
///
/// A source states facts; ``Awarding`` decides which badges they earn. What a source can do beyond answering
/// ``check()`` it says by conforming to one or more of ``CatalogueSource``, ``PersonProgressSource``,
/// ``ChangeFeedSource``, ``PushSource`` and ``UploadSource``.
package protocol BadgeSource: Sendable {
    /// The `id` of its entry in plugins.json.
    var id: SourceID { get }
    /// What people call the system, for “From Pathgather, 18 minutes ago”.
    var name: String { get }
    /// Proves address, credentials and permissions by one cheap, read-only call.
    ///
    /// Never throws: what is wrong is its answer. The message is for administrators and holds no secret.
    func check() async -> SourceHealth
}

/// Can list what there is to learn.
package protocol CatalogueSource: BadgeSource {
    /// Returns a page of the whole catalogue, in any order.
    ///
    /// The portal marks what did not come back as no longer offered, but only after a run that reached the last page.
    func catalogue(after page: PageToken?) async throws(SourceError) -> CataloguePage
}

/// Can say how far one person is, cheaply: it is asked when the person opens a page.
package protocol PersonProgressSource: BadgeSource {
    /// Returns all facts about the person whom `keys` name, strongest key first.
    ///
    /// - Throws: ``SourceError/personUnknown`` when the provider knows none of the keys; the portal takes
    ///   that as an answer, not as a failure.
    func progress(of keys: [PersonKey]) async throws(SourceError) -> PersonProgress
}

/// Can list what changed.
package protocol ChangeFeedSource: BadgeSource {
    /// Returns facts that are new or changed since `cursor`, in any order, at least once each.
    ///
    /// - Parameter cursor: where the last page ended; nil reads from the beginning. The portal stores a cursor
    ///   together with the page it came with, so a page that was lost half-way is read again.
    /// - Throws: ``SourceError/cursorExpired`` when the provider no longer understands the cursor;
    ///   the portal then reads from the beginning.
    func changes(after cursor: SyncCursor?) async throws(SourceError) -> ChangePage
}

/// Sends events to `POST /hooks/{source}`.
///
/// The portal owns the address, the size limit and the answer; the source verifies and translates.
package protocol PushSource: BadgeSource {
    /// Verifies `delivery` (in constant time) before it reads it.
    ///
    /// - Throws: ``PushError``; `rejected` is answered with 401, `malformed` with 400.
    func facts(in delivery: Delivery) throws(PushError) -> FactBatch
}

/// Takes files that an administrator hands in.
package protocol UploadSource: BadgeSource {
    /// Reads a whole file; a row that cannot be understood becomes a problem and stops nothing.
    ///
    /// - Throws: ``SourceError/malformed(_:)`` when the file as a whole is not what the source reads.
    func facts(in file: [UInt8]) throws(SourceError) -> FactBatch
}

/// Marks the identifiers of pages of a catalogue.
package enum CataloguePart {}
package typealias PageToken = ID<CataloguePart>

/// Marks the positions in a change feed.
///
/// At most 4 KiB; only its source understands it.
package enum ChangeFeed {}
package typealias SyncCursor = ID<ChangeFeed>
