import Core

/// Work against the clock.
struct Race: Sendable {
    /// - Throws: `CancellationError`.
    let sleep: @Sendable (Duration) async throws -> Void

    /// What `work` gives, or `error` when it takes longer than `limit`; it is cancelled then.
    func run<Value: Sendable>(
        limit: Duration,
        otherwise error: FetchError,
        _ work: @escaping @Sendable () async throws(FetchError) -> Value
    ) async throws(FetchError) -> Value {
        let result = await withTaskGroup(of: Result<Value, FetchError>.self) { group in
            group.addTask {
                do throws(FetchError) {
                    return .success(try await work())
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                do {
                    try await sleep(limit)
                } catch {
                    return .failure(error as? FetchError ?? .refused("was not asked: the portal stops"))
                }
                return .failure(error)
            }
            let first = await group.next() ?? .failure(error)
            group.cancelAll()
            return first
        }
        return try result.get()
    }
}
