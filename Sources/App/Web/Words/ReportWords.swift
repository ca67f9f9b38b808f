import Core
import Foundation

/// What a check found, as sentences and rows.
struct ReportWords {
    let report: PageReport

    private var issuer: String { report.contents?.issuerName ?? Words[.reportItsIssuer] }

    var sentence: String {
        switch report.verdict {
        case .open: Words[.reportLooking]
        case .noBadge: Words[.reportNoBadge]
        case .altered: Words[.reportAltered]
        case .revoked: Words.say(.reportRevoked, ["issuer": .text(issuer)])
        case .issuerUnknown: Words[.reportIssuerUnknown]
        case .expired(let date): Words.say(.ranOutOn, ["date": .date(date)])
        case .notYetValid(let date): Words.say(.countsFrom, ["date": .date(date)])
        case .unreachable: Words[.reportUnreachable]
        case .genuine: Words[.genuine]
        }
    }

    /// Why, when there is a reason to tell.
    var reason: String {
        switch report.verdict {
        case .noBadge(let text), .altered(let text), .issuerUnknown(let text), .unreachable(let text):
            FoundSentence(text).text
        case .revoked(let reason): reason.isEmpty ? "" : "\(Words[.reasonGiven]) \(FoundSentence(reason).text)"
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
            title: Words[.belongsToPerson],
            sentence: report.recipient?.namesAddress == true
                ? Words[.belongsText]
                : Words[isDone ? .namesNobody : .lookingAtIt],
            icon: .personCheck
        )
    }

    private func row(_ question: PageReport.Question, isDone: Bool) -> CheckRow {
        guard let answer = report.answers.last(where: { $0.question == question }) else {
            let sentence = Words[isDone ? .notLookedAt : .lookingAtIt]
            return CheckRow(result: .open, title: Self.open(question), sentence: sentence)
        }
        let detail: HTML? = answer.detail.isEmpty ? nil : "<code lang=\"en\" dir=\"auto\">\(answer.detail)</code>"
        let sentence = FoundSentence(answer.sentence)
        return CheckRow(
            result: Self.result(answer.result),
            title: title(question, answer.result),
            sentence: sentence.text,
            language: sentence.language,
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
        case .issuer: Words[.askIssuer]
        case .unchanged: Words[.askUnchanged]
        case .notRevoked: Words[.askNotRevoked]
        case .current: Words[.askCurrent]
        }
    }

    private func title(_ question: PageReport.Question, _ result: PageReport.Answer.Result) -> String {
        switch (question, result) {
        case (_, .open): Self.open(question)
        case (.issuer, .passed), (.issuer, .limited): Words.say(.issuedIt, ["issuer": .text(issuer)])
        case (.issuer, .failed): Words[.nobodyVouches]
        case (.unchanged, .passed), (.unchanged, .limited): Words[.unchanged]
        case (.unchanged, .failed): Words[.wasChanged]
        case (.notRevoked, .passed), (.notRevoked, .limited): Words[.notTakenBack]
        case (.notRevoked, .failed): Words[.wasTakenBack]
        case (.current, .passed): Words[.hasNotRunOut]
        case (.current, .limited), (.current, .failed):
            if case .notYetValid = report.verdict { Words[.notValidYet] } else { Words[.hasRunOut] }
        }
    }
}
