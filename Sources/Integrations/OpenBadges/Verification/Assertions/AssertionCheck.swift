import Core
import Foundation
import LinkedData

/// Open Badges 2.0 “Verification”, and 1.x before it: hosted and signed.
struct AssertionCheck {
    let fetching: Fetching
    let match: RecipientMatch
    let now: Date
    /// Is told what is known so far, after each step.
    let tell: @Sendable (Findings) async -> Void

    // MARK: Hosted

    /// - Parameter shown: trusted for the address only; what is there counts.
    func hosted(_ shown: Node, document: String) async -> Findings {
        var findings = Findings(
            badge(
                AssertionChain(version: AssertionChain.version(of: shown), assertion: shown),
                document,
                isSigned: false
            )
        )
        if AssertionChain.isSigned(shown) {
            findings.add(.unchanged, .unknown, "It says that it is signed, but the signature is not here.")
            findings.add(.key, .failed, "Nobody signed it.")
            findings.add(.issuer, .failed, "Nothing proves who issued it.")
            return findings
        }
        guard let address = Self.address(of: shown) else {
            findings.add(.issuer, .failed, "It does not say where its issuer publishes it.")
            return findings
        }
        let hosted: Node
        do throws(FetchProblem) {
            let answer = try await fetching.answer(address)
            if answer.status == 410 {
                return await revoked(shown, try? JSONReader.read(answer.body), at: address, document)
            }
            hosted = try await fetching.node(address)
        } catch {
            let sentence =
                error.leavesOpen
                ? "What is at the badge's own address could not be looked at."
                : "At the badge's own address there is no badge."
            findings.add(.issuer, error.leavesOpen ? .unknown : .failed, sentence, error.description)
            return findings
        }
        if hosted.saysRevoked { return await revoked(shown, hosted, at: address, document) }
        var chain = AssertionChain(version: AssertionChain.version(of: hosted), assertion: hosted)
        findings = Findings(badge(chain, document, isSigned: false))
        compare(shown, hosted, at: address, &findings)
        findings.add(.notRevoked, .passed, "The issuer still publishes it.", address)
        dates(&findings)
        await tell(findings)
        chain = await AssertionChain.follow(hosted, trustsEmbedded: false, fetching)
        findings.badge = badge(chain, document, isSigned: false)
        hosting(chain, address, &findings)
        await tell(findings)
        await finish(chain, &findings)
        return findings
    }

    private func compare(_ shown: Node, _ hosted: Node, at address: String, _ findings: inout Findings) {
        if Self.address(of: hosted) == address, !AssertionChain.isSigned(hosted) {
            let difference =
                AssertionChain.version(of: shown) == AssertionChain.version(of: hosted)
                ? SameAssertion.difference(shown, hosted) : SameAssertion.differenceOfVersions(shown, hosted)
            findings.add(
                .unchanged,
                difference == nil ? .passed : .failed,
                difference == nil ? "It is exactly what the issuer publishes." : "It is not what the issuer publishes.",
                [address, difference.map { "“\($0)” differs." }].compactMap(\.self).joined(separator: "\n")
            )
        } else {
            findings.add(.unchanged, .failed, "What the issuer publishes there is another badge.", address)
        }
    }

    private static func address(of assertion: Node) -> String? {
        let version = AssertionChain.version(of: assertion)
        let verification = AssertionChain.verification(of: assertion)
        let address = version == .v20 ? assertion.string("id") : verification?.string("url") ?? assertion.string("id")
        return WebAddress(address) == nil ? nil : address
    }

    /// Who hosts it speaks for the issuer.
    private func hosting(_ chain: AssertionChain, _ address: String, _ findings: inout Findings) {
        let party = findings.badge.issuer
        if let problem = chain.problem {
            let outcome: CheckResult.Outcome = problem.leavesOpen ? .unknown : .failed
            findings.add(.issuer, outcome, "The issuer's own description could not be read.", problem.description)
            findings.add(.key, .unknown, "Whether the issuer publishes badges there could not be found out.")
            return
        }
        guard let issuer = chain.issuer, let id = chain.issuerID, WebAddress(id) != nil, chain.broken.isEmpty else {
            findings.add(.issuer, .failed, "It does not lead to an issuer.", chain.broken.joined(separator: "\n"))
            return
        }
        if let objection = HostingRules.objection(to: address, issuer: issuer, id: id) {
            findings.add(
                .issuer,
                .failed,
                "It says “\(party.name)” issued it, but it does not come from there.",
                objection
            )
            findings.add(.key, .failed, "The issuer publishes no badges there.", objection)
        } else {
            findings.add(.issuer, .passed, "\(party.name) issued it, on \(party.domain ?? "").", id)
            findings.add(.key, .passed, "It comes from an address that is the issuer's.", address)
        }
    }

    /// What the issuer no longer stands by: `410 Gone`, or a body that says so.
    private func revoked(_ shown: Node, _ body: Node?, at address: String, _ document: String) async -> Findings {
        let chain = await AssertionChain.follow(shown, trustsEmbedded: false, fetching)
        var findings = Findings(badge(chain, document, isSigned: false))
        dates(&findings)
        hosting(chain, address, &findings)
        // Only an issuer takes a badge back: somebody else's server must not say so in its name.
        if findings.outcome(.issuer) != .failed {
            let reason = body?.string("revocationReason")
            findings.badge.revocation = .init(date: body?.date("revokedOn"), reason: reason)
            findings.add(.notRevoked, .failed, "The issuer took it back\(reason.map { ": \($0)" } ?? ".")", address)
        }
        await finish(chain, &findings)
        return findings
    }

    // MARK: Signed

    func signed(_ jws: JWS) async -> Findings {
        let chain = await AssertionChain.follow(jws.payload, trustsEmbedded: true, fetching)
        var findings = Findings(badge(chain, jws.text, isSigned: true))
        dates(&findings)
        await tell(findings)
        if !AssertionChain.isSigned(jws.payload) {
            findings.add(.form, .failed, "It is signed, but says that it is not.")
        }
        if let problem = chain.problem {
            findings.add(
                .issuer,
                problem.leavesOpen ? .unknown : .failed,
                "The issuer's own description could not be read.",
                problem.description
            )
            findings.add(.unchanged, .unknown, "The signature could not be checked.")
        } else if let issuer = chain.issuer, let id = chain.issuerID, WebAddress(id) != nil, chain.broken.isEmpty {
            await SignedAssertionKeys(fetching: fetching).check(jws, chain, issuer: issuer, id: id, &findings)
        } else {
            findings.add(.issuer, .failed, "It does not lead to an issuer.", chain.broken.joined(separator: "\n"))
        }
        await tell(findings)
        if let issuer = chain.issuer, findings.isGenuine {
            await RevokedAssertions(fetching: fetching).check(
                jws.payload,
                issuer: issuer,
                id: chain.issuerID,
                &findings
            )
        } else {
            findings.add(.notRevoked, .unknown, "Whom to ask about it is not certain.")
        }
        await finish(chain, &findings)
        return findings
    }

    // MARK: Both

    private func dates(_ findings: inout Findings) {
        findings.addDates(from: findings.badge.issuedOn, until: findings.badge.expires, at: now)
    }

    private func finish(_ chain: AssertionChain, _ findings: inout Findings) async {
        let problems = AssertionShape(chain).problems
        if problems.isEmpty {
            findings.add(.form, .passed, "It follows the standard.", findings.badge.form.rawValue)
        } else {
            findings.add(
                .form,
                .failed,
                "It does not follow the standard.",
                problems.prefix(12).joined(separator: "\n")
            )
        }
        match.add(findings.badge.recipient, to: &findings)
        let criteria = chain.badgeClass?.one("criteria")
        findings.badge.criteria = criteria?.string("narrative") ?? criteria?.reference ?? ""
        findings.badge.tags = chain.badgeClass?.all("tags").compactMap { $0.text?.string } ?? []
        findings.badge.issuer.url = chain.issuer?.string("url")
        await AssertionEndorsements(fetching: fetching, now: now).check(chain, &findings)
    }

    private func badge(_ chain: AssertionChain, _ document: String, isSigned: Bool) -> CheckedBadge {
        let form: BadgeForm =
            switch (chain.version, isSigned) {
            case (.v10, false): .hosted10
            case (.v10, true): .signed10
            case (.v11, false): .hosted11
            case (.v11, true): .signed11
            case (.v20, false): .hosted20
            case (.v20, true): .signed20
            }
        let read = chain.version == .v20 ? Node.date : Node.oldDate
        let image = chain.assertion.one("image")?.reference ?? chain.badgeClass?.one("image")?.reference
        let issuer = chain.issuerID ?? ""
        return CheckedBadge(
            form: form,
            id: chain.assertion.string("id") ?? AssertionChain.verification(of: chain.assertion)?.string("url"),
            name: chain.badgeClass?.string("name") ?? "",
            description: chain.badgeClass?.string("description") ?? "",
            issuer: .init(id: issuer, name: chain.issuer?.string("name") ?? "", domain: WebAddress.domain(of: issuer)),
            recipient: BadgeRecipient(recipient: chain.assertion.one("recipient")),
            image: image,
            issuedOn: chain.assertion.one("issuedOn").flatMap(read),
            expires: chain.assertion.one("expires").flatMap(read),
            document: document
        )
    }
}
