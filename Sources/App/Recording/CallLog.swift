import Core
import Foundation
import Synchronization

/// The calls to other servers that are not written down yet.
///
/// Whoever calls never waits for the database: ``Recording`` writes once a minute, and so do the pages that show calls.
final class CallLog: Sendable {
    /// Of more calls than these within a minute, the oldest are forgotten.
    private static let limit = 10_000
    private static let resultLimit = 200

    private let now: @Sendable () -> Date
    private let calls = Mutex<[IntegrationCall]>([])

    init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    /// - Parameter duration: how long it took.
    func add(_ integration: String, _ what: String, _ result: String, isFailure: Bool, _ duration: Duration) {
        let call = IntegrationCall(
            integration: integration,
            at: now(),
            what: what,
            result: String(result.prefix(Self.resultLimit)),
            isFailure: isFailure,
            milliseconds: Int(duration / .milliseconds(1))
        )
        calls.withLock { calls in
            calls.append(call)
            if calls.count > Self.limit { calls.removeFirst(calls.count - Self.limit) }
        }
    }

    /// Writes down what is not written yet; what cannot be written now is kept for the next time.
    func write(to store: any CallStore) async throws {
        let waiting = calls.withLock { calls in
            defer { calls = [] }
            return calls
        }
        do {
            try await store.add(waiting, at: now())
        } catch {
            calls.withLock { $0.insert(contentsOf: waiting, at: 0) }
            throw error
        }
    }
}

/// What of an address may be written down: no query, and no part that may name a person or be a token.
enum CallName {
    private static let longest = 40

    static func path(_ path: String) -> String {
        let parts = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map { part in
            part.contains("@") || part.contains("%40") || part.utf8.count > longest ? "…" : String(part)
        }
        return "/" + parts.joined(separator: "/")
    }
}
