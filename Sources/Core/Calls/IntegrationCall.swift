package import Foundation

/// One call to somebody else's server, or one run of a synchronisation, as administrators see it.
///
/// Neither keys nor queries, bodies or addresses of people: what of them is in an address is left out.
package struct IntegrationCall: Sendable, Equatable {
    /// The `id` in plugins.json.
    package var integration: String
    package var at: Date
    /// What was asked: `GET /v1/users`, or one of ``run``, ``letter`` and ``test``.
    package var what: String
    /// The status, or why there was none, in English.
    package var result: String
    package var isFailure: Bool
    package var milliseconds: Int

    /// A whole synchronisation.
    package static let run = "sync"
    /// A mail that was handed over.
    package static let letter = "mail"
    /// Whether a mail server is there.
    package static let test = "test"
    /// Longer ones count as slow.
    package static let patience = 5_000

    package var isSlow: Bool { milliseconds > Self.patience && what != Self.run }

    package init(
        integration: String,
        at: Date,
        what: String,
        result: String,
        isFailure: Bool,
        milliseconds: Int
    ) {
        self.integration = integration
        self.at = at
        self.what = what
        self.result = result
        self.isFailure = isFailure
        self.milliseconds = milliseconds
    }
}

/// The calls of one integration in one hour.
package struct IntegrationHour: Sendable, Equatable {
    package var integration: String
    /// Its first moment.
    package var start: Date
    package var calls: Int
    package var failures: Int
    package var slow: Int

    package static let length: TimeInterval = 3_600

    /// The first moment of the hour that `date` is in.
    package static func start(of date: Date) -> Date {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 / length).rounded(.down) * length)
    }

    package init(integration: String, start: Date, calls: Int = 0, failures: Int = 0, slow: Int = 0) {
        self.integration = integration
        self.start = start
        self.calls = calls
        self.failures = failures
        self.slow = slow
    }
}
