import Core
import Foundation
import LinkedData

/// Open Badges 3.0 §9 (verification), and the badges of VC 1.1 before it.
struct CredentialCheck {
    let fetching: Fetching
    let match: RecipientMatch
    let now: Date
    /// Is told what is known so far, after each step.
    let tell: @Sendable (Findings) async -> Void

    private var proof: CredentialProof { CredentialProof(fetching: fetching, now: now) }
    private var status: StatusCheck { StatusCheck(fetching: fetching, proof: proof, now: now) }

    func check(_ credential: Credential, document: String) async -> Findings {
        var findings = Findings(badge(credential, document))
        let achievement = credential.subject?["achievement"]
        findings.badge.criteria = achievement?["criteria"]?.string("narrative") ?? ""
        findings.badge.tags = achievement?.all("tag").compactMap { $0.text?.string } ?? []
        findings.badge.issuer.url = credential.node["issuer"]?.string("url")
        form(credential, &findings)
        dates(credential, &findings)
        await tell(findings)
        let answer = await proof.check(credential)
        findings.add(.unchanged, answer.unchanged.outcome, answer.unchanged.sentence, answer.unchanged.detail)
        findings.add(.key, answer.key.outcome, answer.key.sentence, answer.key.detail)
        issuer(credential, answer, &findings)
        await tell(findings)
        await SchemaCheck(fetching: fetching).check(credential, &findings)
        await revocation(credential, answer, &findings)
        await tell(findings)
        match.add(findings.badge.recipient, to: &findings)
        await endorsements(credential, &findings)
        return findings
    }

    private func form(_ credential: Credential, _ findings: inout Findings) {
        let problems = CredentialShape(credential).problems
        guard problems.isEmpty else {
            findings.add(
                .form,
                .failed,
                "It does not follow the standard.",
                problems.prefix(12).joined(separator: "\n")
            )
            return
        }
        findings.add(.form, .passed, "It follows the standard.", findings.badge.form.rawValue)
    }

    private func issuer(_ credential: Credential, _ answer: CredentialProof.Answer, _ findings: inout Findings) {
        let party = findings.badge.issuer
        guard !party.id.isEmpty else {
            findings.add(.issuer, .failed, "The badge names no issuer.")
            return
        }
        if credential.contradictions.contains(where: { $0.contains("“iss”") }) {
            findings.add(
                .issuer,
                .failed,
                "The badge names two different issuers.",
                credential.contradictions.joined(separator: "\n")
            )
            return
        }
        let name = party.name.isEmpty ? party.id : party.name
        switch answer.key.outcome {
        case .passed:
            let place =
                party.domain.map { "\(name) issued it, on \($0)." }
                ?? "The holder of a key issued it, who goes by the name “\(name)”; no domain stands behind it."
            findings.add(.issuer, .passed, place, party.id)
        case .failed: findings.add(.issuer, .failed, "It says “\(name)” issued it, but nothing proves that.", party.id)
        default: findings.add(.issuer, .unknown, "It says “\(name)” issued it; that could not be checked.", party.id)
        }
    }

    private func revocation(_ credential: Credential, _ answer: CredentialProof.Answer, _ findings: inout Findings)
        async
    {
        guard answer.holds else {
            findings.add(.notRevoked, .unknown, "Whom to ask about it is not certain.")
            return
        }
        switch await status.check(credential) {
        case nil:
            findings.add(
                .notRevoked,
                .notAsked,
                "The issuer gave it for good: nothing says where it could be taken back."
            )
        case .good(let detail)?: findings.add(.notRevoked, .passed, "The issuer has not taken it back.", detail)
        case .unknown(let detail)?:
            findings.add(.notRevoked, .unknown, "We could not find out whether the issuer took it back.", detail)
        case .revoked(let revocation, let detail)?:
            findings.badge.revocation = revocation
            let reason = revocation.reason.map { ": \($0)" } ?? "."
            findings.add(.notRevoked, .failed, "The issuer took it back\(reason)", detail)
        }
    }

    private func dates(_ credential: Credential, _ findings: inout Findings) {
        findings.addDates(from: credential.from, until: credential.until, at: now)
    }

    private func badge(_ credential: Credential, _ document: String) -> CheckedBadge {
        let node = credential.node
        let achievement = credential.subject?["achievement"]
        let issuer = credential.issuer ?? ""
        let image = achievement?["image"]?.reference ?? node["image"]?.reference
        return CheckedBadge(
            form: form(of: credential),
            id: credential.id,
            name: achievement?.string("name") ?? node.string("name") ?? "",
            description: achievement?.string("description") ?? node.string("description") ?? "",
            issuer: .init(
                id: issuer,
                name: node["issuer"]?.string("name") ?? "",
                domain: WebAddress.domain(of: issuer)
            ),
            recipient: BadgeRecipient(subject: credential.subject),
            image: image,
            issuedOn: credential.from,
            expires: credential.until,
            document: document
        )
    }

    private func form(of credential: Credential) -> BadgeForm {
        switch (credential.version, credential.jws, credential.node["proof"]) {
        case (.v1, .some, _): .token11
        case (.v2, .some, _): .token30
        case (_, nil, nil): .unsigned30
        case (.v1, nil, _): .dataIntegrity11
        case (.v2, nil, _): .dataIntegrity30
        }
    }

    // MARK: What others say

    private static let endorsementLimit = 8

    private func endorsements(_ credential: Credential, _ findings: inout Findings) async {
        let places = [credential.node, credential.node["issuer"], credential.subject?["achievement"]].compactMap(\.self)
        var given: [Credential] = []
        for place in places {
            given += place.all("endorsement").filter { $0.object != nil }.map { Credential($0) }
            given += place.all("endorsementJwt").compactMap { $0.text.flatMap { try? JWS($0.string) } }.map {
                Credential($0)
            }
        }
        guard !given.isEmpty else { return }
        var holding: [String] = []
        for endorsement in given.prefix(Self.endorsementLimit) where await holds(endorsement) {
            holding.append(endorsement.node["issuer"]?.string("name") ?? endorsement.issuer ?? "")
        }
        findings.addEndorsements(holding, of: given.count)
    }

    private func holds(_ endorsement: Credential) async -> Bool {
        guard endorsement.node.isA("EndorsementCredential"), endorsement.contradictions.isEmpty,
            endorsement.from.map({ $0.hasBegun(at: now) }) ?? false, endorsement.until.map({ $0 > now }) ?? true,
            await proof.check(endorsement).holds
        else { return false }
        switch await status.check(endorsement) {
        case nil, .good?: return true
        case .revoked?, .unknown?: return false
        }
    }
}

extension Findings {
    mutating func addDates(from: Date?, until: Date?, at now: Date) {
        let detail = [from.map { "from \($0.formatted(.iso8601))" }, until.map { "until \($0.formatted(.iso8601))" }]
            .compactMap(\.self).joined(separator: "\n")
        guard let from else {
            add(.inTime, .unknown, "It does not say since when it counts.", detail)
            return
        }
        if !from.hasBegun(at: now) {
            add(.inTime, .failed, "It counts only from \(Self.day(from)).", detail)
        } else if let until, until <= now {
            add(.inTime, .failed, "It ran out on \(Self.day(until)).", detail)
        } else if let until {
            add(.inTime, .passed, "It counts until \(Self.day(until)).", detail)
        } else {
            add(.inTime, .passed, "It counts without end.", detail)
        }
    }
}
