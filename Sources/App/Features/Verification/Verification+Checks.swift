import Core
import Foundation

extension Verification {
    /// The five questions that a stranger has, each with its answer.
    func checks(_ held: HeldAward, _ verdict: Verdict) -> [CheckRow] {
        [issued(held), unchanged(held), notRevoked(held, verdict), current(held, verdict), person]
    }

    private func issued(_ held: HeldAward) -> CheckRow {
        CheckRow(
            result: .passed,
            title: "\(held.issuer.name) issued it",
            sentence: "This page is served by the issuer's own portal, which keeps the record of the award.",
            detail: "Award <code>\(held.award.id.rawValue)</code> at <code dir=\"ltr\">\(site.baseURL)</code>"
        )
    }

    private func unchanged(_ held: HeldAward) -> CheckRow {
        CheckRow(
            result: .passed,
            title: "Nobody changed it",
            sentence: "What you see is the issuer's own record, and what the badge meant on the day of the award.",
            detail: "Badge <code>\(held.slug.description)</code>, version \(held.award.badgeVersion)"
        )
    }

    private func notRevoked(_ held: HeldAward, _ verdict: Verdict) -> CheckRow {
        if case .revoked(let revocation) = verdict {
            return CheckRow(
                result: .failed,
                title: "It was taken back",
                sentence: "\(held.issuer.name) took it back on \(DateText(revocation.at).text).",
                detail: "Reason: <span dir=\"auto\">\(revocation.reason)</span>"
            )
        }
        if case .suspended(let suspension) = verdict {
            return CheckRow(
                result: .limited,
                title: "It is on hold",
                sentence: "\(held.issuer.name) put it on hold on \(DateText(suspension.at).text). It may count again.",
                detail: "Reason: <span dir=\"auto\">\(suspension.reason)</span>"
            )
        }
        return CheckRow(
            result: .passed,
            title: "It has not been taken back",
            sentence: "\(held.issuer.name) stands by it."
        )
    }

    private func current(_ held: HeldAward, _ verdict: Verdict) -> CheckRow {
        switch verdict {
        case .superseded:
            CheckRow(result: .limited, title: "There is a newer one", sentence: "A newer award took its place.")
        case .notYetValid(let date):
            CheckRow(result: .limited, title: "It is not valid yet", sentence: "It counts from \(DateText(date).text).")
        case .expired(let date):
            CheckRow(result: .limited, title: "It has run out", sentence: "It was good until \(DateText(date).text).")
        case .revoked, .suspended, .valid:
            CheckRow(
                result: .passed,
                title: "It has not run out",
                sentence: held.award.expires.map { "Good until \(DateText($0).text)." } ?? "It does not run out."
            )
        }
    }

    private var person: CheckRow {
        CheckRow(
            result: .open,
            title: "That it belongs to the person you mean",
            sentence: "Names are not unique. Compare the email address to be sure.",
            icon: .personCheck
        )
    }
}
