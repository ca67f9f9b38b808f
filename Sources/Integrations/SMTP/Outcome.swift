import CCurl
import Core

/// What libcurl says about a transfer.
struct Outcome: Sendable, Equatable {
    /// Milliseconds from the beginning; 0 for what was not reached.
    struct Times: Sendable, Equatable {
        var named = 0
        var connected = 0
        var admitted = 0
        var answered = 0
    }

    /// A `CURLcode`.
    var code: Int
    /// The last reply of the server (RFC 5321 §4.2), or 0.
    var response: Int
    var reason: String
    var times = Times()

    private var isWell: Bool { code == Int(CURLE_OK.rawValue) }
    /// A refusal of the account is for an administrator to mend.
    private var isAccount: Bool {
        code == Int(CURLE_LOGIN_DENIED.rawValue) || [530, 534, 535, 538].contains(response)
    }
    private var cause: String { reason.isEmpty ? "error \(code)" : reason }

    /// While the account is refused the letter waits; other replies that begin with 5 are final.
    func check() throws(DeliveryError) {
        guard !isWell else { return }
        let text = "The mail server did not take it: \(cause)."
        throw (500...599).contains(response) && !isAccount ? .never(text) : .later(text)
    }

    /// - Parameter hasAccount: whether the server was shown one.
    func steps(hasAccount: Bool) -> [ConnectionStep] {
        let ends: [(kind: ConnectionStep.Kind, time: Int)] = [
            (.address, times.named), (.connection, times.connected), (.key, times.admitted), (.call, times.answered),
        ]
        let failure = failure(hasAccount: hasAccount)
        var start = 0
        var isTried = true
        return ends.filter { $0.kind != .key || hasAccount }.map { kind, end in
            guard isTried else { return ConnectionStep(kind, milliseconds: nil) }
            isTried = kind != failure
            defer { start = end }
            return isTried
                ? ConnectionStep(kind, milliseconds: end - start)
                : ConnectionStep(kind, milliseconds: times.answered - start, problem: cause)
        }
    }

    private func failure(hasAccount: Bool) -> ConnectionStep.Kind? {
        guard !isWell else { return nil }
        if isAccount, hasAccount { return .key }
        if code == Int(CURLE_COULDNT_RESOLVE_HOST.rawValue) { return .address }
        return times.admitted == 0 ? .connection : .call
    }
}

extension Outcome.Times {
    init(_ times: laurel_smtp_times) {
        named = Int(times.named / 1_000)
        connected = Int(times.connected / 1_000)
        admitted = Int(times.admitted / 1_000)
        answered = Int(times.answered / 1_000)
    }
}
