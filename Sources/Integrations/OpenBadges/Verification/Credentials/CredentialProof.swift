import Core
import Foundation
import LinkedData

/// Checks the proof of a credential, and whether it is its issuer's: two answers.
struct CredentialProof {
    let fetching: Fetching
    let now: Date

    struct Answer: Equatable {
        var unchanged: CheckResult
        var key: CheckResult

        var holds: Bool { unchanged.outcome == .passed && key.outcome == .passed }

        init(
            _ unchanged: (CheckResult.Outcome, String),
            _ key: (CheckResult.Outcome, String),
            detail: String = "",
            keyDetail: String = ""
        ) {
            self.unchanged = CheckResult(.unchanged, unchanged.0, unchanged.1, detail: detail)
            self.key = CheckResult(.key, key.0, key.1, detail: keyDetail)
        }
    }

    static let same = (CheckResult.Outcome.passed, "It is exactly what was signed.")
    static let changed = (CheckResult.Outcome.failed, "It is not what was signed.")
    static let uncheckable = (CheckResult.Outcome.unknown, "The signature could not be checked.")
    static let own = (CheckResult.Outcome.passed, "The key that signed it is the issuer's.")
    static let foreign = (CheckResult.Outcome.failed, "The key that signed it is not the issuer's.")
    static let unknownKey = (CheckResult.Outcome.unknown, "We could not find out whose key signed it.")

    func check(_ credential: Credential) async -> Answer {
        if let jws = credential.jws { return await check(jws, issuer: credential.issuer ?? "") }
        guard credential.node["proof"] != nil else {
            return Answer(Self.uncheckable, (.failed, "Nobody signed it."), detail: "There is no proof.")
        }
        return await integrity(of: credential.node)
    }

    // MARK: Tokens

    private func check(_ jws: JWS, issuer: String) async -> Answer {
        guard VerifyingKey.knownAlgorithms.contains(jws.algorithm) else {
            let proves = VerifyingKey.mayProveSomething(jws.algorithm)
            return Answer(
                proves ? Self.uncheckable : Self.changed,
                proves ? Self.unknownKey : Self.foreign,
                detail: VerifyingKey.objection(to: jws.algorithm)
            )
        }
        guard jws.header["crit"] == nil, jws.header["b64"] == nil else {
            return Answer(
                Self.uncheckable,
                Self.unknownKey,
                detail: JWS.unknownExtensions
            )
        }
        do throws(TokenKeys.Problem) {
            let found = try await TokenKeys(fetching: fetching, now: now).find(jws, issuer: issuer)
            guard found.keys.contains(where: { $0.isValid(jws) }) else {
                return Answer(
                    Self.changed,
                    Self.answer(found.binding),
                    detail: "\(jws.algorithm): the signature does not fit.",
                    keyDetail: found.detail
                )
            }
            return Answer(
                Self.same,
                Self.answer(found.binding),
                detail: "\(jws.algorithm): the signature fits.",
                keyDetail: "\(found.detail)\(Self.reason(found.binding))"
            )
        } catch {
            switch error {
            case .missing(let reason): return Answer(Self.uncheckable, Self.foreign, keyDetail: reason)
            case .unreachable(let problem):
                return Answer(Self.uncheckable, Self.unknownKey, keyDetail: problem.description)
            }
        }
    }

    private static func answer(_ binding: TokenKeys.Binding) -> (CheckResult.Outcome, String) {
        switch binding {
        case .bound: own
        case .foreign: foreign
        case .unknown: unknownKey
        }
    }

    private static func reason(_ binding: TokenKeys.Binding) -> String {
        switch binding {
        case .bound: ""
        case .foreign(let reason), .unknown(let reason): "\n\(reason)"
        }
    }

    // MARK: Data Integrity

    /// Any one proof that holds and is the issuer's is enough (Open Badges 3.0 §8.3).
    private func integrity(of node: Node) async -> Answer {
        let seconds = Int(now.timeIntervalSince1970)
        let verifier = DataIntegrityVerifier(
            contexts: KnownContexts.badges,
            fetcher: KeyDocuments(fetching: fetching),
            now: { seconds }
        )
        var answers: [Answer] = []
        for report in await verifier.verify(node) {
            answers.append(await answer(report, issuer: node["issuer"]?.reference ?? ""))
        }
        let best = answers.first(where: \.holds) ?? answers.first { $0.unchanged.outcome == .passed } ?? answers.first
        return best ?? Answer(Self.uncheckable, (.failed, "Nobody signed it."), detail: "There is no proof.")
    }

    private func answer(_ report: ProofReport, issuer: String) async -> Answer {
        let detail = [report.suite?.rawValue, report.verificationMethod?.string].compactMap(\.self).joined(
            separator: ", "
        )
        let key = await keyAnswer(report, issuer: issuer)
        switch report.signature {
        case .valid: return Answer(Self.same, key, detail: detail, keyDetail: detail)
        case .invalid(.key(let problem)):
            let mayHelp = await isUnreachable(problem)
            return Answer(
                Self.uncheckable,
                mayHelp ? Self.unknownKey : Self.foreign,
                detail: detail,
                keyDetail: problem.description
            )
        case .invalid(let problem):
            let outcome = Self.isUnknown(problem) ? Self.uncheckable : Self.changed
            return Answer(outcome, key, detail: problem.description, keyDetail: detail)
        }
    }

    private func keyAnswer(_ report: ProofReport, issuer: String) async -> (CheckResult.Outcome, String) {
        switch report.issuer {
        case .bound: return Self.own
        case .noIssuer: return Self.foreign
        case .otherController:
            // An issuer that is an address may list keys that another name of its own holds.
            let own = await IssuerKeys.of(issuer, fetching, at: now)
            let method = report.verificationMethod?.string ?? ""
            return own.methods.contains { $0.id == method } ? Self.own : Self.foreign
        case .unconfirmed(let problem): return await isUnreachable(problem) ? Self.unknownKey : Self.foreign
        case .unknown: return Self.unknownKey
        }
    }

    /// The key's document did not come; anything else is an answer.
    private func isUnreachable(_ problem: KeyProblem) async -> Bool {
        switch problem {
        case .notFetched(let address, _):
            return await fetching.mayAnswerLater(address.string)
        case .unsupportedMethod, .unsupportedKey: return true
        default: return false
        }
    }

    private static func isUnknown(_ problem: ProofProblem) -> Bool {
        switch problem {
        case .unsupportedSuite, .unknownContext, .canonicalization: true
        default: false
        }
    }
}
