import Core
import Foundation

/// A report while it grows; the verdict is the worst that was found, in the order that ``VerificationReport/Verdict`` has.
struct Findings {
    private(set) var report: VerificationReport
    private var verdicts: [VerificationReport.Verdict] = []

    init(_ report: VerificationReport) { self.report = report }

    mutating func describe(_ version: String, _ facts: BadgeFacts, _ recipient: BadgeRecipient?) {
        report.version = version
        report.contents = facts
        report.recipient = recipient
    }

    mutating func passed(_ question: VerificationReport.Question, _ sentence: String, detail: String = "") {
        report.answers.append(.init(question, .passed, sentence, detail: detail))
    }

    mutating func failed(
        _ question: VerificationReport.Question,
        _ verdict: VerificationReport.Verdict,
        _ sentence: String,
        detail: String = ""
    ) {
        report.answers.append(.init(question, Self.result(verdict), sentence, detail: detail))
        verdicts.append(verdict)
    }

    mutating func stop(_ stop: Stop) { verdicts.append(stop.verdict) }

    /// Whether it counts at this moment.
    mutating func judge(from start: Date?, until end: Date?, at now: Date) {
        if let start, start > now {
            failed(.current, .notYetValid(start), "It counts only from a day to come.")
        } else if let end, end <= now {
            failed(.current, .expired(end), "Its time is over.")
        } else {
            passed(.current, end == nil ? "It does not run out." : "Its time is not over.")
        }
    }

    func closed(at date: Date) -> VerificationReport {
        var report = report
        report.checkedAt = date
        report.verdict = verdicts.min { Self.rank($0) < Self.rank($1) } ?? .genuine
        return report
    }

    private static func result(_ verdict: VerificationReport.Verdict) -> VerificationReport.Answer.Result {
        switch verdict {
        case .altered, .revoked, .issuerUnknown: .failed
        case .expired, .notYetValid: .limited
        case .unreachable, .open, .noBadge, .genuine: .open
        }
    }

    private static func rank(_ verdict: VerificationReport.Verdict) -> Int {
        switch verdict {
        case .noBadge: 0
        case .altered: 1
        case .revoked: 2
        case .issuerUnknown: 3
        case .expired: 4
        case .notYetValid: 5
        case .unreachable: 6
        case .open: 7
        case .genuine: 8
        }
    }
}

/// Whether two addresses belong to the same server: host and port (RFC 3986 §3.2).
enum Authority {
    static func of(_ address: String) -> String? {
        if address.hasPrefix("did:web:") {
            let host = address.dropFirst("did:web:".count).prefix { $0 != ":" && $0 != "#" && $0 != "?" }
            return host.lowercased().replacing("%3a", with: ":")
        }
        guard let url = URL(string: address), let host = url.host(), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme)
        else { return nil }
        let port = url.port.flatMap { $0 == (scheme == "https" ? 443 : 80) ? nil : ":\($0)" } ?? ""
        return host.lowercased() + port
    }

    static func isSame(_ left: String, _ right: String) -> Bool {
        guard let left = of(left), let right = of(right) else { return false }
        return left == right
    }
}
