import Core
import Foundation
import Logging

/// The way out to one provider: ``Core/SourceHTTP`` as its comment promises.
struct ProviderHTTP: SourceHTTP {
    /// The longest pauses before the further tries; each is shortened by chance (full jitter).
    static let pauses: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]
    static let redirectLimit = 3

    let options: SourceHTTPOptions
    let exchange: Exchange
    let key: ProviderKey?
    let governor: RateGovernor
    let timing: Timing
    let logger: Logger

    func send(_ request: SourceRequest) async throws(SourceError) -> SourceResponse {
        let address = try ProviderAddress(options.baseURL)
        var call = Exchange.Call(method: request.method, url: try address.url(of: request), json: request.json)
        call.key = try await key?.current()
        var (tries, redirects, isRenewed) = (0, 0, false)
        while true {
            switch try await attempt(call, host: address.host) {
            case .accept(let response): return response
            case .give(let error): throw error
            case .retry(let error, let seconds):
                guard call.isIdempotent, tries < Self.pauses.count else { throw error }
                try await timing.pause(max(Self.pauses[tries] * timing.chance(), .seconds(seconds)))
                tries += 1
            case .follow(let location):
                redirects += 1
                guard call.isIdempotent, redirects <= Self.redirectLimit else {
                    throw .unavailable("\(address.host) redirects us round and round.")
                }
                call.url = try address.redirect(from: call.url, to: location)
            case .refused(let status):
                let renewed = isRenewed ? nil : try await renewedKey(after: call.key)
                guard let renewed else { throw .unauthorized(refusal(by: address.host, status)) }
                call.key = renewed
                isRenewed = true
            case .slowDown(let seconds):
                if let seconds { await governor.keepSilent(for: seconds) }
                throw .rateLimited(retryAfter: seconds)
            }
        }
    }

    private func attempt(_ call: Exchange.Call, host: String) async throws(SourceError) -> Verdict {
        try await governor.turn()
        let start = timing.uptime()
        let outcome: Result<SourceResponse, Exchange.Failure>
        do throws(Exchange.Failure) {
            outcome = .success(try await exchange.perform(call))
        } catch {
            outcome = .failure(error)
        }
        log(call, host, outcome, took: timing.uptime() - start)
        return Verdict(outcome, host: host, timeout: options.timeout, at: timing.now())
    }

    private func renewedKey(after refused: String?) async throws(SourceError) -> String? {
        guard let key, let refused else { return nil }
        return try await key.renewed(after: refused)
    }

    private func refusal(by host: String, _ status: Int) -> String {
        guard let key else { return "\(host) answers with status \(status) and we have no key for it." }
        return "\(host) answers with status \(status) to the key in \(key.place)."
    }

    /// Names no query, no header and no body; a part of the path that may be a mail address is left out.
    private func log(
        _ call: Exchange.Call,
        _ host: String,
        _ outcome: Result<SourceResponse, Exchange.Failure>,
        took duration: Duration
    ) {
        let path = call.url.path().split(separator: "/").map { $0.contains("@") || $0.contains("%40") ? "…" : $0 }
        let status =
            switch outcome {
            case .success(let response): "\(response.status)"
            case .failure: "none"
            }
        logger.debug(
            "called a provider",
            metadata: [
                "host": "\(host)", "path": "/\(path.joined(separator: "/"))", "status": "\(status)",
                "duration": "\(duration)",
            ]
        )
    }
}
