import Core
import Synchronization

/// How far a version of the file was read: `sha256:records`.
struct FilePosition {
    let digest: String
    let offset: Int

    init(digest: String, offset: Int) {
        self.digest = digest
        self.offset = offset
    }

    /// The beginning, unless `cursor` speaks of the file that has this `digest`.
    init(_ cursor: SyncCursor?, in digest: String) {
        let parts = cursor?.rawValue.split(separator: ":") ?? []
        let offset = parts.count == 2 && parts[0] == digest ? Int(parts[1]) ?? 0 : 0
        self.init(digest: digest, offset: max(offset, 0))
    }

    var cursor: SyncCursor { SyncCursor("\(digest):\(offset)") }
}

/// Keeps one version of the file from its first page to its last, so that it is taken apart once and not page by page.
final class FileMemory: Sendable {
    private let last = Mutex<(digest: String, batch: FactBatch)?>(nil)

    func batch(_ digest: String, read: () throws(SourceError) -> FactBatch) throws(SourceError) -> FactBatch {
        if let known = last.withLock({ $0 }), known.digest == digest { return known.batch }
        let batch = try read()
        last.withLock { $0 = (digest, batch) }
        return batch
    }

    func forget() { last.withLock { $0 = nil } }
}
