import Foundation
import Synchronization

/// Answers that HTTP allows to keep, up to a number of bytes; the oldest go first.
final class FetchMemory: Sendable {
    struct Entry: Sendable {
        var answer: PinnedExchange.Answer
        var date: Date
        var freshUntil: Date
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var order: [String] = []
        var size = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(bytes limit: Int) { self.limit = limit }

    func entry(_ key: String) -> Entry? { state.withLock { $0.entries[key] } }

    func keep(_ entry: Entry, as key: String) {
        let size = Self.size(entry)
        state.withLock { state in
            Self.remove(key, from: &state)
            guard size <= limit / 4 else { return }
            while state.size + size > limit, let oldest = state.order.first { Self.remove(oldest, from: &state) }
            state.entries[key] = entry
            state.order.append(key)
            state.size += size
        }
    }

    func forget(_ key: String) { state.withLock { Self.remove(key, from: &$0) } }

    private static func remove(_ key: String, from state: inout State) {
        guard let entry = state.entries.removeValue(forKey: key) else { return }
        state.order.removeAll { $0 == key }
        state.size -= size(entry)
    }

    /// Small answers cost their headers and the entry too.
    private static func size(_ entry: Entry) -> Int { entry.answer.body.count + 2_048 }
}
