import Core
import Foundation

extension OpenBadgesVerifier {
    /// A hosted badge: what was given is trusted for its address only.
    func hostedAssertion(
        _ given: Document,
        _ findings: inout Findings,
        _ progress: @Sendable (VerificationReport) async -> Void
    ) async throws(Stop) {
        guard let id = given.text("id") ?? given.object("verify")?.text("url"), id.hasPrefix("http") else {
            throw Stop(.noBadge("This badge says nowhere where its issuer keeps it, and no signature protects it."))
        }
        await describe(given, id, &findings)
        await progress(findings.report)
        let answer = try await answer(id)
        let hosted = Document(answer.body)
        if answer.status == 410 || answer.status == 200 && hosted?.isTrue("revoked") == true {
            findings.failed(
                .notRevoked,
                .revoked(reason: hosted?.text("revocationReason") ?? ""),
                "Its issuer took it back.",
                detail: id
            )
            return
        }
        guard answer.status == 200, let hosted else { throw Stop.noAnswer(id, answer.status) }
        guard hosted.text("id") == id || hosted.text("id") == answer.url else {
            findings.failed(.unchanged, .altered("Its issuer keeps another badge at this address."), id)
            return
        }
        findings.passed(.unchanged, "This is what its issuer's own server says at this moment.", detail: id)
        findings.passed(.notRevoked, "Its issuer keeps it.", detail: id)
        findings.judge(from: hosted.date("issuedOn"), until: hosted.date("expires"), at: now())
        await progress(findings.report)
        let (badge, profile) = try await classAndProfile(hosted, isEmbeddedTrusted: false)
        await describe(hosted, id, badge, profile, &findings)
        let issuer = profile.text("id") ?? ""
        guard Self.isScope(of: profile, issuer, id) else {
            findings.failed(
                .issuer,
                .issuerUnknown("\(Self.host(id)) says it, but the badge names \(Self.host(issuer)) as its issuer."),
                "The server that keeps the badge is not the issuer's.",
                detail: issuer
            )
            return
        }
        findings.passed(.issuer, "It comes from the issuer's own server, \(Self.host(id)).", detail: issuer)
    }

    /// A signed badge: its key must be one that the issuer publishes.
    func signedAssertion(
        _ token: Token,
        _ findings: inout Findings,
        _ progress: @Sendable (VerificationReport) async -> Void
    ) async throws(Stop) {
        let assertion = token.payload
        let id = assertion.text("id") ?? ""
        await describe(assertion, id, &findings)
        await progress(findings.report)
        let (badge, profile) = try await classAndProfile(assertion, isEmbeddedTrusted: true)
        await describe(assertion, id, badge, profile, &findings)
        let issuer = profile.text("id") ?? ""
        let named = assertion.object("verification") ?? assertion.object("verify")
        let published = profile.ids("publicKey")
        guard let creator = named?.text("creator") ?? named?.text("url") ?? published.first, published.contains(creator)
        else { throw Stop(.issuerUnknown("The issuer does not publish the key that signed it.")) }
        let keyDocument = try await document(creator)
        guard keyDocument.text("owner") == issuer,
            let key = keyDocument.text("publicKeyPem").flatMap(TokenKey.init(pem:))
        else { throw Stop(.issuerUnknown("The key that signed it is not the issuer's.")) }
        findings.passed(.issuer, "Its key is published by the issuer, at \(Self.host(issuer)).", detail: creator)
        guard token.isSigned(by: key) else {
            findings.failed(.unchanged, .altered("Its signature does not fit what it says."), "The signature is wrong.")
            return
        }
        findings.passed(.unchanged, "The issuer's signature fits every word of it.", detail: token.algorithm)
        findings.judge(from: assertion.date("issuedOn"), until: assertion.date("expires"), at: now())
        await progress(findings.report)
        try await checkRevocationList(of: profile, for: [id, assertion.text("uid")].compactMap(\.self), &findings)
    }

    private func checkRevocationList(of profile: Document, for ids: [String], _ findings: inout Findings)
        async throws(Stop)
    {
        guard let address = profile.id("revocationList") else {
            findings.passed(.notRevoked, "The issuer keeps no list of badges that it took back.")
            return
        }
        let list = try await document(address)
        let entry = list.objects("revokedAssertions").first { entry in
            [entry.text("id"), entry.text("uid")].contains { $0.map(ids.contains) ?? false }
        }
        if entry != nil || list.texts("revokedAssertions").contains(where: ids.contains) {
            let reason = entry?.text("revocationReason") ?? ""
            findings.failed(.notRevoked, .revoked(reason: reason), "It is on the issuer's list.", detail: address)
        } else {
            findings.passed(.notRevoked, "It is not on the issuer's list of badges taken back.", detail: address)
        }
    }

    /// Linked objects come from their own addresses; only a signature makes embedded copies good enough.
    private func classAndProfile(
        _ assertion: Document,
        isEmbeddedTrusted: Bool
    ) async throws(Stop) -> (badge: Document, profile: Document) {
        let badge = try await linked("badge", of: assertion, isEmbeddedTrusted)
        // The keys of a signed badge must stand in the profile that the issuer hosts.
        let profile = try await linked("issuer", of: badge, false)
        if let id = badge.text("id"), let issuer = profile.text("id"), id.hasPrefix("http"),
            !Self.isScope(of: profile, issuer, id)
        {
            throw Stop(.issuerUnknown("\(Self.host(id)) describes the badge, but is not its issuer's server."))
        }
        return (badge, profile)
    }

    private func linked(_ name: String, of owner: Document, _ isEmbeddedTrusted: Bool) async throws(Stop) -> Document {
        if isEmbeddedTrusted, let object = owner.object(name) { return object }
        if let id = owner.id(name), id.hasPrefix("http") {
            let found = try await document(id)
            guard found.text("id") == id || found.text("id") == nil else {
                throw Stop(.issuerUnknown("\(Self.host(id)) keeps something else where the badge's \(name) should be."))
            }
            return found
        }
        guard let object = owner.object(name) else {
            throw Stop(.issuerUnknown("The badge does not say what its \(name) is."))
        }
        return object
    }

    /// The rules of a profile about where its badges are; without rules: on its own server.
    private static func isScope(of profile: Document, _ issuer: String, _ id: String) -> Bool {
        let rules = profile.object("verification")
        let starts = rules?.texts("startsWith") ?? []
        let origins = rules?.texts("allowedOrigins") ?? []
        if !starts.isEmpty { return starts.contains { id.hasPrefix($0) && Authority.isSame(id, $0) } }
        if !origins.isEmpty { return origins.contains { $0.lowercased() == Authority.of(id) } }
        return Authority.isSame(id, issuer)
    }

    private func describe(_ assertion: Document, _ id: String, _ findings: inout Findings) async {
        let badge = assertion.object("badge")
        await describe(assertion, id, badge, badge?.object("issuer"), &findings)
    }

    private func describe(
        _ assertion: Document,
        _ id: String,
        _ badge: Document?,
        _ profile: Document?,
        _ findings: inout Findings
    ) async {
        let criteria = badge?.object("criteria")
        let facts = BadgeFacts(
            id: id,
            name: badge?.text("name") ?? "A badge",
            description: badge?.text("description") ?? "",
            criteria: criteria?.text("narrative") ?? "",
            issuer: profile?.text("name") ?? Self.host(id),
            issuerURL: profile?.text("url") ?? profile?.text("id"),
            issuedOn: assertion.date("issuedOn"),
            expires: assertion.date("expires"),
            picture: badge?.id("image"),
            tags: badge?.texts("tags") ?? []
        )
        findings.describe("2.0", facts, assertion.object("recipient").map(BadgeRecipient.init(v2:)))
    }
}

extension BadgeRecipient {
    init(v2 recipient: Document) {
        let kind: Name.Kind = recipient.text("type")?.hasSuffix("email") == true ? .email : .other
        let identity = recipient.text("identity") ?? ""
        self.init([
            Name(kind, identity, isHashed: recipient.isTrue("hashed"), salt: recipient.text("salt") ?? "")
        ])
    }
}
