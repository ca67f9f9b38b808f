import Core
import Foundation

/// What has been found out so far about one badge.
struct Findings {
    var badge: CheckedBadge
    private var checks: [CheckResult.Question: CheckResult] = [:]
    /// Set once something newer has taken its place.
    var replacement: String?

    init(_ badge: CheckedBadge) { self.badge = badge }

    /// Adds an answer; of two to the same question the worse counts, and the details of both are kept.
    mutating func add(
        _ question: CheckResult.Question,
        _ outcome: CheckResult.Outcome,
        _ sentence: String,
        _ detail: String = ""
    ) {
        let new = CheckResult(question, outcome, sentence, detail: detail)
        guard let old = checks[question] else {
            checks[question] = new
            return
        }
        var worse = old.outcome.weight >= outcome.weight ? old : new
        worse.detail = [old.detail, detail].filter { !$0.isEmpty }.joined(separator: "\n")
        checks[question] = worse
    }

    func outcome(_ question: CheckResult.Question) -> CheckResult.Outcome { checks[question]?.outcome ?? .unknown }

    /// Whether the issuer really said all this.
    var isGenuine: Bool { [.issuer, .key, .unchanged].allSatisfy { outcome($0) == .passed } }

    private func verdict(at now: Date) -> BadgeReport.Verdict {
        if outcome(.unchanged) == .failed { return .altered }
        if outcome(.notRevoked) == .failed { return .revoked }
        if outcome(.issuer) == .failed || outcome(.key) == .failed { return .issuerUnknown }
        if outcome(.form) == .failed { return .malformed }
        if isGenuine, replacement != nil { return .replaced }
        if isGenuine, outcome(.inTime) == .failed {
            return badge.issuedOn.map { $0 > now } ?? false ? .notYetValid : .expired
        }
        if isGenuine, outcome(.recipient) == .failed { return .otherPerson }
        let needed: [CheckResult.Question] = [.issuer, .key, .unchanged, .notRevoked, .inTime, .form]
        return needed.allSatisfy { [.passed, .notAsked].contains(outcome($0)) } && isGenuine ? .valid : .unchecked
    }

    func report(at now: Date) -> BadgeReport {
        let verdict = verdict(at: now)
        let order = CheckResult.Question.allCases
        return BadgeReport(
            verdict: verdict,
            sentence: sentence(verdict),
            checks: order.compactMap { checks[$0] },
            badge: badge,
            checkedAt: now
        )
    }

    func verified(at now: Date) -> VerifiedBadge { VerifiedBadge(report: report(at: now)) }

    /// While the check goes on: no verdict yet.
    func reportSoFar(at now: Date) -> BadgeReport {
        var report = report(at: now)
        report.verdict = .unchecked
        report.sentence = "It is being looked at."
        return report
    }

    private func sentence(_ verdict: BadgeReport.Verdict) -> String {
        let issuer = badge.issuer.name.isEmpty ? "its issuer" : badge.issuer.name
        switch verdict {
        case .unreadable: return "There is no badge here."
        case .altered: return "Not valid: this badge was changed after it was issued"
        case .revoked:
            let day = badge.revocation?.date.map { " on \(Self.day($0))" } ?? ""
            return "Not valid: \(issuer) took this badge back\(day)"
        case .issuerUnknown: return "We cannot say who issued this"
        case .malformed: return "Not valid: this does not follow the standard for badges"
        case .replaced: return "Replaced by a newer version\(replacement.map { " on \($0)" } ?? "")"
        case .expired: return "Genuine, but it ran out\(badge.expires.map { " on \(Self.day($0))" } ?? "")"
        case .notYetValid: return "Genuine, but it counts only from \(badge.issuedOn.map(Self.day) ?? "later")"
        case .otherPerson: return "Genuine, but it was not issued to the address you gave"
        case .unchecked: return "We could not check it just now"
        case .valid: return "This badge is genuine and valid"
        }
    }

    /// `25 November 2026`, in UTC.
    static func day(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.day, .month, .year], from: date)
        let month = max(1, min(12, parts.month ?? 1))
        return "\(parts.day ?? 1) \(months[month - 1]) \(parts.year ?? 0)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
