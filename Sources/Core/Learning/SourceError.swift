/// Why a source could not answer; each case has one consequence.
package enum SourceError: Error, Equatable, Sendable {
    /// Wrong key or missing permission. The portal stops asking until an administrator acts; no retry.
    case unauthorized(String)
    /// Asked too often. The portal waits as long as the provider says (seconds), or a minute; not a failure.
    case rateLimited(retryAfter: Int?)
    /// Time-outs, resets, 5xx. The portal tries again later and shows what it knows.
    case unavailable(String)
    /// HTML where JSON was due, a truncated body: treated like `unavailable`, but said to the administrator.
    case malformed(String)
    /// The change feed must be read from the beginning.
    case cursorExpired
    /// An answer: the provider does not know this person.
    case personUnknown
}

extension SourceError: CustomStringConvertible {
    /// A sentence for administrators.
    package var description: String {
        switch self {
        case .unauthorized(let reason): "It refuses our key: \(reason)"
        case .rateLimited(let seconds?): "It asks us to wait \(seconds) seconds."
        case .rateLimited(nil): "It asks us to wait."
        case .unavailable(let reason): "It does not answer: \(reason)"
        case .malformed(let reason): "Its answer makes no sense: \(reason)"
        case .cursorExpired: "It no longer knows where we stopped reading; we start again."
        case .personUnknown: "It does not know this person."
        }
    }
}

/// Why a delivery was not taken.
package enum PushError: Error, Equatable, Sendable {
    case rejected(String)
    case malformed(String)
}

/// How a source is doing.
package struct SourceHealth: Sendable, Equatable {
    package enum Status: String, Sendable {
        case healthy
        /// Answers, but not well.
        case degraded
        case down
        /// Only an administrator can help.
        case misconfigured

        /// Whether nothing new comes from it.
        package var isFailing: Bool { self == .down || self == .misconfigured }
    }

    package var status: Status
    package var message: String

    package init(_ status: Status, _ message: String) {
        self.status = status
        self.message = message
    }

    /// Healthy with the sentence that `proof` comes to, or what its error shows.
    ///
    /// Only the text of a ``SourceError`` is shown; any other could hold a secret.
    package init(_ proof: () async throws -> String) async {
        do {
            self.init(.healthy, try await proof())
        } catch {
            self.init(error as? SourceError ?? .unavailable("it fails in a way that nobody expected."))
        }
    }

    /// The health that `error` shows.
    package init(_ error: SourceError) {
        let status: Status =
            switch error {
            case .unauthorized: .misconfigured
            case .rateLimited, .cursorExpired, .personUnknown: .degraded
            case .unavailable, .malformed: .down
            }
        self.init(status, "\(error)")
    }
}
