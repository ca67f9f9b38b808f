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
            title: Words.say(.issuedIt, ["issuer": .text(held.issuer.name)]),
            sentence: Words[.issuedItText],
            detail: Words.html(
                .awardAt,
                [
                    "award": "<code>\(held.award.id.rawValue)</code>",
                    "address": "<code dir=\"ltr\">\(site.baseURL)</code>",
                ]
            )
        )
    }

    private func unchanged(_ held: HeldAward) -> CheckRow {
        CheckRow(
            result: .passed,
            title: Words[.unchanged],
            sentence: Words[.unchangedText],
            detail: Words.html(
                .badgeVersion,
                ["badge": "<code>\(held.slug.description)</code>", "version": "\(held.award.badgeVersion)"]
            )
        )
    }

    private func notRevoked(_ held: HeldAward, _ verdict: Verdict) -> CheckRow {
        if case .revoked(let revocation) = verdict {
            return CheckRow(
                result: .failed,
                title: Words[.wasTakenBack],
                sentence: Words.say(
                    .wasTakenBackText,
                    ["issuer": .text(held.issuer.name), "date": .date(revocation.at)]
                ),
                detail: "\(Words[.reasonWord]) <span dir=\"auto\">\(revocation.reason)</span>"
            )
        }
        if case .suspended(let suspension) = verdict {
            return CheckRow(
                result: .limited,
                title: Words[.isOnHold],
                sentence: Words.say(
                    .onHoldSince,
                    ["issuer": .text(held.issuer.name), "date": .date(suspension.at)]
                ),
                detail: "\(Words[.reasonWord]) <span dir=\"auto\">\(suspension.reason)</span>"
            )
        }
        return CheckRow(
            result: .passed,
            title: Words[.notTakenBack],
            sentence: Words.say(.standsByIt, ["issuer": .text(held.issuer.name)])
        )
    }

    private func current(_ held: HeldAward, _ verdict: Verdict) -> CheckRow {
        switch verdict {
        case .superseded:
            CheckRow(result: .limited, title: Words[.newerOne], sentence: Words[.newerOneText])
        case .notYetValid(let date):
            CheckRow(
                result: .limited,
                title: Words[.notValidYet],
                sentence: Words.say(.countsFromText, ["date": .date(date)])
            )
        case .expired(let date):
            CheckRow(
                result: .limited,
                title: Words[.hasRunOut],
                sentence: Words.say(.wasGoodUntil, ["date": .date(date)])
            )
        case .revoked, .suspended, .valid:
            CheckRow(
                result: .passed,
                title: Words[.hasNotRunOut],
                sentence: held.award.expires.map { Words.say(.goodUntil, ["date": .date($0)]) }
                    ?? Words[.doesNotRunOut]
            )
        }
    }

    private var person: CheckRow {
        CheckRow(
            result: .open,
            title: Words[.belongsToPerson],
            sentence: Words[.belongsText],
            icon: .personCheck
        )
    }
}
