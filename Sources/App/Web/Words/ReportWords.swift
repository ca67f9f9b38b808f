import Core
import Foundation

/// What a check found, as sentences and rows.
struct ReportWords {
    let report: PageReport

    private var issuer: String { report.contents?.issuerName ?? "its issuer" }

    var sentence: String {
        switch report.verdict {
        case .open: "We are looking at it"
        case .noBadge: "There is no badge in this"
        case .altered: "Not valid: this badge was changed after it was issued"
        case .revoked: "Not valid: \(issuer) took this badge back"
        case .issuerUnknown: "We cannot say who issued this"
        case .expired(let date): "Genuine, but it ran out on \(DateText(date).text)"
        case .notYetValid(let date): "Genuine, but it counts only from \(DateText(date).text)"
        case .unreachable: "We could not check it just now"
        case .genuine: "This badge is genuine and valid"
        }
    }

    /// Why, when there is a reason to tell.
    var reason: String {
        switch report.verdict {
        case .noBadge(let text), .altered(let text), .issuerUnknown(let text), .unreachable(let text): text
        case .revoked(let reason): reason.isEmpty ? "" : "Reason given: \(reason)"
        case .open, .expired, .notYetValid, .genuine: ""
        }
    }

    var kind: VerdictBand.Kind {
        switch report.verdict {
        case .open, .unreachable, .noBadge: .unknown
        case .altered, .revoked, .issuerUnknown: .bad
        case .expired, .notYetValid: .limited
        case .genuine: .good
        }
    }

    /// The four questions whose answers the badge has, and the fifth, which is the reader's.
    func rows(isDone: Bool) -> [CheckRow] {
        PageReport.Question.allCases.map { row($0, isDone: isDone) } + [person(isDone: isDone)]
    }

    private func person(isDone: Bool) -> CheckRow {
        CheckRow(
            result: .open,
            title: "That it belongs to the person you mean",
            sentence: report.recipient?.namesAddress == true
                ? "Names are not unique. Compare the email address to be sure."
                : !isDone
                    ? "We are looking at it."
                    : "The badge names nobody by an email address. Ask the person to show you more.",
            icon: .personCheck
        )
    }

    private func row(_ question: PageReport.Question, isDone: Bool) -> CheckRow {
        guard let answer = report.answers.last(where: { $0.question == question }) else {
            let sentence = isDone ? "This was not looked at: something before it failed." : "We are looking at it."
            return CheckRow(result: .open, title: Self.open(question), sentence: sentence)
        }
        let detail: HTML? = answer.detail.isEmpty ? nil : "<code dir=\"auto\">\(answer.detail)</code>"
        return CheckRow(
            result: Self.result(answer.result),
            title: title(question, answer.result),
            sentence: answer.sentence,
            detail: detail
        )
    }

    private static func result(_ result: PageReport.Answer.Result) -> CheckRow.Result {
        switch result {
        case .passed: .passed
        case .limited: .limited
        case .failed: .failed
        case .open: .open
        }
    }

    private static func open(_ question: PageReport.Question) -> String {
        switch question {
        case .issuer: "Who issued it"
        case .unchanged: "Whether somebody changed it"
        case .notRevoked: "Whether it was taken back"
        case .current: "Whether it has run out"
        }
    }

    private func title(_ question: PageReport.Question, _ result: PageReport.Answer.Result) -> String {
        switch (question, result) {
        case (_, .open): Self.open(question)
        case (.issuer, .passed), (.issuer, .limited): "\(issuer) issued it"
        case (.issuer, .failed): "Nobody vouches for the issuer"
        case (.unchanged, .passed), (.unchanged, .limited): "Nobody changed it"
        case (.unchanged, .failed): "It was changed"
        case (.notRevoked, .passed), (.notRevoked, .limited): "It has not been taken back"
        case (.notRevoked, .failed): "It was taken back"
        case (.current, .passed): "It has not run out"
        case (.current, .limited), (.current, .failed):
            if case .notYetValid = report.verdict { "It is not valid yet" } else { "It has run out" }
        }
    }
}
