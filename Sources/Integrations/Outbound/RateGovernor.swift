import Core

/// Spreads the calls to one provider over time, and keeps silent while the provider asks for silence.
///
/// A token bucket, kept as the time at which it would be full again (GCRA). A tenth of the calls of a minute may come
/// in a row; the rate after it is such that no minute has more calls than the provider allows.
actor RateGovernor {
    private let timing: Timing
    /// Between two calls at the steady rate; nil when there is no limit.
    private let interval: Duration?
    private let burst: Int
    private var fullAt: Duration = .zero
    private var silentUntil: Duration = .zero

    init(perMinute: Int?, timing: Timing) {
        self.timing = timing
        let limit = perMinute.map { max(1, $0) }
        burst = max(1, (limit ?? 0) / 10)
        // Rounded up, or the last call of a minute would come a moment too early.
        interval = limit.map { .seconds(60) / ($0 < 10 ? $0 : $0 - $0 / 10) + .nanoseconds(1) }
    }

    /// Returns when the next call may go out.
    ///
    /// - Throws: ``SourceError/rateLimited(retryAfter:)`` while the provider wants silence.
    func turn() async throws(SourceError) {
        let now = timing.uptime()
        guard now >= silentUntil else {
            let rest = silentUntil - now
            throw .rateLimited(retryAfter: Int(rest.components.seconds) + (rest.components.attoseconds > 0 ? 1 : 0))
        }
        guard let interval else { return }
        let earliest = max(now, fullAt - interval * (burst - 1))
        fullAt = max(fullAt, earliest) + interval
        guard earliest > now else { return }
        try await timing.pause(earliest - now)
    }

    /// Lets nobody call for `seconds`; other tasks learn it without a call.
    func keepSilent(for seconds: Int) {
        silentUntil = max(silentUntil, timing.uptime() + .seconds(seconds))
    }
}

extension Timing {
    func pause(_ duration: Duration) async throws(SourceError) {
        do {
            try await sleep(duration)
        } catch {
            throw .cancelled
        }
    }
}

extension SourceError {
    static var cancelled: Self { .unavailable("the call was cancelled.") }
}
