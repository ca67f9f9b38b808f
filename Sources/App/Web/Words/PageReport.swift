import Core
import Foundation

/// A report as pages show it to everybody: four questions, and a verdict with its reason.
struct PageReport {
    /// As the badge's document names it: `2.0`, `3.0`.
    var version = ""
    var contents: CheckedBadge?
    var recipient: BadgeRecipient? { contents?.recipient }
    /// A question that is missing waits for its answer.
    var answers: [Answer] = []
    var verdict = Verdict.open
    var checkedAt: Date

    enum Question: CaseIterable {
        case issuer
        case unchanged
        case notRevoked
        case current

        /// Of a report, those that one row stands for.
        fileprivate var checks: [CheckResult.Question] {
            switch self {
            case .issuer: [.key, .issuer]
            case .unchanged: [.unchanged]
            case .notRevoked: [.notRevoked]
            case .current: [.inTime]
            }
        }
    }

    struct Answer {
        enum Result {
            case passed
            case limited
            case failed
            /// Nobody could say.
            case open
        }

        var question: Question
        var result: Result
        var sentence: String
        var detail: String
    }

    enum Verdict: Equatable {
        /// Still being looked at.
        case open
        /// What was given holds no badge; why, and what to do.
        case noBadge(String)
        case altered(String)
        case revoked(reason: String)
        case issuerUnknown(String)
        case expired(Date)
        case notYetValid(Date)
        /// Somebody did not answer; it may be tried later.
        case unreachable(String)
        case genuine
    }

    init(_ report: BadgeReport, isDone: Bool = true) {
        version = report.badge.map { $0.form.version } ?? ""
        contents = report.badge
        answers = Question.allCases.compactMap { Self.answer($0, report) }
        checkedAt = report.checkedAt
        verdict = isDone ? Self.verdict(report) : .open
    }

    private static func answer(_ question: Question, _ report: BadgeReport) -> Answer? {
        let checks = question.checks.compactMap { report[$0] }
        guard let heaviest = checks.max(by: { $0.outcome.weight <= $1.outcome.weight }) else { return nil }
        let result: Answer.Result =
            switch heaviest.outcome {
            case .passed, .notAsked: .passed
            case .failed: question == .current ? .limited : .failed
            case .unknown: .open
            }
        let detail = checks.map(\.detail).filter { !$0.isEmpty }.joined(separator: "\n")
        return Answer(question: question, result: result, sentence: heaviest.sentence, detail: detail)
    }

    private static func verdict(_ report: BadgeReport) -> Verdict {
        let badge = report.badge
        func sentence(_ question: CheckResult.Question) -> String { report[question]?.sentence ?? report.sentence }
        return switch report.verdict {
        case .unreadable: .noBadge(report.sentence)
        case .altered: .altered(sentence(.unchanged))
        case .revoked: .revoked(reason: badge?.revocation?.reason ?? "")
        case .issuerUnknown: .issuerUnknown(sentence(.issuer))
        case .malformed: .noBadge([sentence(.form), report[.form]?.detail ?? ""].joined(separator: " "))
        case .replaced: .revoked(reason: report.sentence)
        case .expired: .expired(badge?.expires ?? report.checkedAt)
        case .notYetValid: .notYetValid(badge?.issuedOn ?? report.checkedAt)
        case .unchecked: .unreachable(report.checks.first { $0.outcome == .unknown }?.sentence ?? report.sentence)
        case .valid, .otherPerson: .genuine
        }
    }
}

extension CheckedBadge {
    /// The name of its issuer, or whatever else it says about who that is.
    var issuerName: String { issuer.name.isEmpty ? issuer.domain ?? issuer.id : issuer.name }

    /// The issuer's home page, or its own id when that is an address.
    var issuerURL: String? {
        issuer.url ?? (issuer.id.hasPrefix("https://") || issuer.id.hasPrefix("http://") ? issuer.id : nil)
    }
}
