import Core
import Foundation
import LinkedData

extension OpenBadgesVerifier {
    /// A credential as a VC-JWT (Open Badges 3.0 §8.2; with the claim `vc` in the form of VC 1.1).
    func credential(
        _ token: Token,
        _ findings: inout Findings,
        _ progress: @Sendable (VerificationReport) async -> Void
    ) async throws(Stop) {
        let credential = token.payload.object("vc") ?? token.payload
        guard credential.types.contains("VerifiableCredential") else {
            throw Stop(.noBadge("This token is signed, but it is no badge."))
        }
        describe(credential, &findings)
        await progress(findings.report)
        let issuer = credential.id("issuer") ?? ""
        guard Self.isConsistent(token, credential) else {
            findings.failed(
                .unchanged,
                .altered("It says one thing to people and another to programs."),
                "Its claims and its content differ."
            )
            return
        }
        let (key, isBound) = try await key(of: token, issuer)
        guard token.isSigned(by: key) else {
            findings.failed(.unchanged, .altered("Its signature does not fit what it says."), "The signature is wrong.")
            return
        }
        findings.passed(.unchanged, "The signature fits every word of it.", detail: token.algorithm)
        settle(isBound: isBound, issuer, detail: token.header.text("kid") ?? "jwk", &findings)
        try await checkRest(credential, issuer, &findings, progress)
    }

    /// A credential with Data Integrity proofs; one that holds is enough.
    func credential(
        _ credential: Document,
        _ findings: inout Findings,
        _ progress: @Sendable (VerificationReport) async -> Void
    ) async throws(Stop) {
        describe(credential, &findings)
        await progress(findings.report)
        let issuer = credential.id("issuer") ?? ""
        let reports = await proofs.verify(credential.json)
        guard let best = reports.first(where: \.isSignedByIssuer) ?? reports.first(where: { $0.signature == .valid })
        else {
            try Self.explain(reports)
            return
        }
        let method = best.verificationMethod?.string ?? ""
        findings.passed(.unchanged, "The signature fits every word of it.", detail: method)
        settle(isBound: best.isSignedByIssuer, issuer, detail: method, &findings)
        try await checkRest(credential, issuer, &findings, progress)
    }

    /// Why none of the proofs holds.
    private static func explain(_ reports: [ProofReport]) throws(Stop) {
        guard let first = reports.first else {
            throw Stop(.issuerUnknown("It carries no signature, so anybody could have written it."))
        }
        guard case .invalid(let problem) = first.signature else { return }
        switch problem {
        case .signatureMismatch: throw Stop(.altered("Its signature does not fit what it says."))
        case .key(.notFetched(let address, _)):
            throw Stop(.unreachable("\(host(address.string)), which has its key, does not answer."))
        default: throw Stop(.issuerUnknown("Its signature cannot be checked: \(problem)"))
        }
    }

    private func settle(isBound: Bool, _ issuer: String, detail: String, _ findings: inout Findings) {
        if isBound {
            findings.passed(.issuer, "The key that signed it belongs to the issuer.", detail: "\(issuer) \(detail)")
        } else {
            findings.failed(
                .issuer,
                .issuerUnknown("Nobody confirms that the key that signed it belongs to the issuer it names."),
                "The key could be anybody's.",
                detail: "\(issuer) \(detail)"
            )
        }
    }

    private func checkRest(
        _ credential: Document,
        _ issuer: String,
        _ findings: inout Findings,
        _ progress: @Sendable (VerificationReport) async -> Void
    ) async throws(Stop) {
        let start = credential.date("validFrom") ?? credential.date("issuanceDate")
        findings.judge(
            from: start,
            until: credential.date("validUntil") ?? credential.date("expirationDate"),
            at: now()
        )
        await progress(findings.report)
        try await checkStatus(credential, issuer, &findings)
    }

    /// The registered claims must repeat what the credential says, where they are there.
    private static func isConsistent(_ token: Token, _ credential: Document) -> Bool {
        let claims = token.payload
        let subject = credential.object("credentialSubject")?.text("id")
        let pairs = [
            (claims.text("iss"), credential.id("issuer")), (claims.text("jti"), credential.text("id")),
            (claims.text("sub"), subject),
        ]
        guard pairs.allSatisfy({ $0 == nil || $1 == nil || $0 == $1 }) else { return false }
        let start = credential.date("validFrom") ?? credential.date("issuanceDate")
        let end = credential.date("validUntil") ?? credential.date("expirationDate")
        return isSame(claims.number("nbf"), start) && isSame(claims.number("exp"), end)
    }

    /// Numeric dates have no parts of a second.
    private static func isSame(_ claim: Int?, _ date: Date?) -> Bool {
        guard let claim, let date else { return true }
        return abs(Double(claim) - date.timeIntervalSince1970) < 1
    }

    private func describe(_ credential: Document, _ findings: inout Findings) {
        let subject = credential.object("credentialSubject")
        let achievement = subject?.object("achievement")
        let issuer = credential.object("issuer")
        let issuerID = credential.id("issuer") ?? ""
        let facts = BadgeFacts(
            id: credential.text("id") ?? "",
            name: achievement?.text("name") ?? credential.text("name") ?? "A badge",
            description: achievement?.text("description") ?? credential.text("description") ?? "",
            criteria: achievement?.object("criteria")?.text("narrative") ?? "",
            issuer: issuer?.text("name") ?? Authority.of(issuerID) ?? issuerID,
            issuerURL: issuer?.text("url") ?? (issuerID.hasPrefix("http") ? issuerID : nil),
            issuedOn: credential.date("awardedDate") ?? credential.date("validFrom")
                ?? credential.date("issuanceDate"),
            expires: credential.date("validUntil") ?? credential.date("expirationDate"),
            picture: achievement?.id("image") ?? credential.id("image"),
            tags: achievement?.texts("tag") ?? []
        )
        findings.describe("3.0", facts, subject.flatMap(BadgeRecipient.init(v3:)))
    }
}

extension BadgeRecipient {
    /// - Returns: nil for a subject without any name.
    init?(v3 subject: Document) {
        var names = subject.objects("identifier").map { identifier in
            let type = identifier.text("identityType") ?? ""
            return Name(
                ["emailAddress", "email"].contains(type) ? .email : .other,
                identifier.text("identityHash") ?? "",
                isHashed: identifier.isTrue("hashed"),
                salt: identifier.text("salt") ?? ""
            )
        }
        if let id = subject.text("id") { names.append(Name(id.hasPrefix("mailto:") ? .email : .other, id)) }
        guard !names.isEmpty else { return nil }
        self.init(names)
    }
}
