import NIOCore
import Synchronization

/// What ``DocumentCache`` keeps.
protocol KeptDocument: Sendable {
    var body: ByteBuffer { get }
}

/// Documents that were made, kept as long as what they are about did not change.
final class DocumentCache<
    Name: Hashable & Sendable,
    Stamp: Equatable & Sendable,
    Document: KeptDocument
>: Sendable {
    private struct Entry {
        let stamp: Stamp
        let document: Document
    }

    private struct State {
        var entries: [Name: Entry] = [:]
        var size = 0
    }

    /// In bytes; above it everything is forgotten at once and made again when it is asked for.
    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// The document that was made for this stamp, or what `make` makes now.
    func document(
        _ name: Name,
        _ stamp: Stamp,
        _ make: () async throws -> Document
    ) async throws -> Document {
        if let known = state.withLock({ $0.entries[name] }), known.stamp == stamp { return known.document }
        let document = try await make()
        state.withLock { state in
            let size = document.body.readableBytes
            if state.size + size > limit { state = State() }
            state.size += size - (state.entries[name]?.document.body.readableBytes ?? 0)
            state.entries[name] = Entry(stamp: stamp, document: document)
        }
        return document
    }
}
