import Core

/// What was found, and what carried it.
struct Examined {
    var report: BadgeReport
    var facts: BadgeFacts?
    var recipient: BadgeRecipient?
    var file: ImportedFile?
}

extension Examined {
    /// The same as pages show it: four questions, and a verdict with its reason.
    var page: VerificationReport {
        VerificationReport(
            version: report.badge.map { $0.form.version } ?? "",
            contents: facts,
            recipient: recipient,
            answers: answers,
            verdict: verdict,
            checkedAt: report.checkedAt
        )
    }

    /// What pages show while the check goes on: no verdict yet.
    var soFar: VerificationReport {
        var report = page
        report.verdict = .open
        return report
    }

    private var answers: [VerificationReport.Answer] {
        var answers: [VerificationReport.Answer] = []
        for (question, of): (VerificationReport.Question, [CheckResult.Question]) in [
            (.issuer, [.key, .issuer]), (.unchanged, [.unchanged]), (.notRevoked, [.notRevoked]), (.current, [.inTime]),
        ] {
            let checks = of.compactMap { report[$0] }
            guard let check = checks.max(by: { $0.outcome.weight <= $1.outcome.weight }) else { continue }
            let detail = checks.map(\.detail).filter { !$0.isEmpty }.joined(separator: "\n")
            answers.append(.init(question, result(check), check.sentence, detail: detail))
        }
        return answers
    }

    private func result(_ check: CheckResult) -> VerificationReport.Answer.Result {
        switch check.outcome {
        case .passed, .notAsked: .passed
        case .failed: check.question == .inTime ? .limited : .failed
        case .unknown: .open
        }
    }

    private var verdict: VerificationReport.Verdict {
        let badge = report.badge
        return switch report.verdict {
        case .unreadable: .noBadge(report.sentence)
        case .altered: .altered(sentence(.unchanged))
        case .revoked: .revoked(reason: badge?.revocation?.reason ?? "")
        case .issuerUnknown: .issuerUnknown(sentence(.issuer))
        case .malformed: .noBadge("It does not follow the standard. \(report[.form]?.detail ?? "")")
        case .replaced: .revoked(reason: report.sentence)
        case .expired: .expired(badge?.expires ?? report.checkedAt)
        case .notYetValid: .notYetValid(badge?.issuedOn ?? report.checkedAt)
        case .unchecked: .unreachable(unknown)
        case .valid, .otherPerson: .genuine
        }
    }

    private func sentence(_ question: CheckResult.Question) -> String { report[question]?.sentence ?? report.sentence }

    private var unknown: String { report.checks.first { $0.outcome == .unknown }?.sentence ?? report.sentence }
}

extension CheckResult.Outcome {
    /// Of two answers to the same question the heavier one counts.
    var weight: Int {
        switch self {
        case .notAsked: 0
        case .passed: 1
        case .unknown: 2
        case .failed: 3
        }
    }
}

extension BadgeForm {
    /// As its document names it.
    var version: String {
        switch self {
        case .hosted10, .signed10: "1.0"
        case .hosted11, .signed11: "1.1"
        case .hosted20, .signed20: "2.0"
        case .token30, .dataIntegrity30, .unsigned30: "3.0"
        case .token11, .dataIntegrity11: "VC 1.1"
        }
    }
}
