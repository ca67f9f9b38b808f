import Core
import Foundation

/// What an answer, or none, means for the call.
enum Verdict {
    case accept(SourceResponse)
    case give(SourceError)
    /// Worth another try, at the earliest after so many seconds.
    case retry(SourceError, after: Int)
    case follow(String)
    case refused(status: Int)
    case slowDown(seconds: Int?)

    init(_ outcome: Result<SourceResponse, Exchange.Failure>, host: String, timeout: Duration, at now: Date) {
        switch outcome {
        case .success(let response): self.init(response, host, now)
        case .failure(.cancelled): self = .give(.cancelled)
        case .failure(.timedOut): self = .retry(.unavailable("no answer from \(host) within \(timeout)."), after: 0)
        case .failure(.tooLarge): self = .give(.malformed("\(host) sends more than a source may read."))
        case .failure(.cut): self = .retry(.malformed("\(host) ended the answer before its end."), after: 0)
        case .failure(.network(let reason)):
            self = .retry(.unavailable("no connection to \(host) (\(reason))."), after: 0)
        }
    }

    private init(_ response: SourceResponse, _ host: String, _ now: Date) {
        let seconds = RetryAfter.seconds(in: response.headers, at: now)
        let error = SourceError.unavailable("\(host) answers with status \(response.status).")
        switch response.status {
        case 200...299, 400, 404, 410, 422: self = .accept(response)
        case 301, 302, 303, 307, 308:
            if let location = response.headers["location"] { self = .follow(location) } else { self = .give(error) }
        case 403 where seconds != nil: self = .slowDown(seconds: seconds)
        case 401, 403: self = .refused(status: response.status)
        case 429: self = .slowDown(seconds: seconds)
        case 500...599: self = (seconds ?? 0) > RetryAfter.patience ? .give(error) : .retry(error, after: seconds ?? 0)
        default: self = .give(error)
        }
    }
}

/// The header `Retry-After` (RFC 9110 §10.2.3).
enum RetryAfter {
    /// A call waits so many seconds itself; longer waits are the portal's.
    static let patience = 5

    /// Seconds from 0 to a day; a date counts from the server's own.
    static func seconds(in headers: [String: String], at now: Date) -> Int? {
        guard let text = headers["retry-after"]?.trimmed else { return nil }
        if let seconds = Double(text), seconds.isFinite { return Int(min(max(seconds, 0), 86_400).rounded(.up)) }
        guard let date = Date(httpDate: text) else { return nil }
        let start = headers["date"].flatMap { Date(httpDate: $0) } ?? now
        return Int(min(max(date.timeIntervalSince(start), 0), 86_400).rounded(.up))
    }
}
