package import Core
import Foundation

/// The documents of Open Badges 3.0 (1EdTech, May 2024) over W3C Verifiable Credentials 2.0.
///
/// Sets are arrays even of one, and nothing is null or empty: so they are valid under both published schemas.
package struct V3: Sendable {
    static let credentialsContext = "https://www.w3.org/ns/credentials/v2"
    static let badgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    /// Defines the type of the credentialSchema, without which a Data Integrity proof would not cover it.
    static let extensionsContext = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
    static let schema =
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"

    let places: Places
    let method: StatusMethod

    package init(places: Places, method: StatusMethod = .bitstring) {
        self.places = places
        self.method = method
    }

    /// The issuer as a document of its own.
    package func issuer(_ issuer: Issuer) -> JSON {
        JSON.object(["@context": [.text(Self.credentialsContext), .text(Self.badgesContext)]])
            .adding(members: profile(issuer))
    }

    /// The issuer as a part of others; its id is a DID, whose document names the keys.
    func profile(_ issuer: Issuer) -> JSON {
        .object([
            "id": .text(places.did(of: issuer.id)), "type": ["Profile"], "name": .text(issuer.name),
            "url": .text(issuer.url?.absoluteString ?? places.base),
            "email": issuer.email.map { .text($0.description) },
        ])
    }

    package func achievement(_ edition: BadgeEdition) -> JSON {
        JSON.object(["@context": [.text(Self.credentialsContext), .text(Self.badgesContext)]])
            .adding(members: achievement(edition.slug, edition.version, edition.content, edition.issuer))
    }

    private func achievement(_ slug: Slug, _ version: Int, _ content: BadgeContent, _ issuer: Issuer) -> JSON {
        .object([
            "id": .text(places.achievement(slug, version: version)), "type": ["Achievement"],
            "achievementType": "Badge", "name": .text(content.name), "description": .text(content.statedDescription),
            "criteria": .object(["id": .text(places.badgePage(slug)), "narrative": .words(content.criteria)]),
            "image": image(places.badgeImage(slug, version: version), content),
            "creator": profile(issuer), "humanCode": .text(slug.description),
            "alignment": .list(
                content.alignments.map {
                    .object([
                        "type": ["Alignment"], "targetName": .text($0.name), "targetUrl": .text($0.url.absoluteString),
                        "targetCode": $0.code.map(JSON.text), "targetFramework": $0.framework.map(JSON.text),
                        "targetType": $0.kind.map { .text($0.rawValue) },
                    ])
                }
            ),
            "tag": .list(content.tags.map(JSON.text)), "version": .text(String(version)),
        ])
    }

    /// The credential without a proof.
    package func credential(_ held: HeldAward, _ recipient: Recipient, _ proof: AwardProof) -> JSON {
        let award = held.award
        return .object([
            "@context": [.text(Self.credentialsContext), .text(Self.badgesContext), .text(Self.extensionsContext)],
            "id": .text(places.credential(award.id)), "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": .text(held.content.name), "description": .text(held.content.statedDescription),
            "image": image(places.awardImage(award.id), held.content), "issuer": profile(held.issuer),
            "validFrom": .moment(award.issuedOn), "validUntil": award.expires.map(JSON.moment),
            "credentialSubject": subject(held, recipient),
            "evidence": .list(award.evidence.map(evidence)),
            "credentialSchema": method == .bitstringWithSuspension
                ? nil : [["id": .text(Self.schema), "type": "1EdTechJsonSchemaValidator2019"]],
            "credentialStatus": status(proof, of: held.issuer.id),
        ])
    }

    private func subject(_ held: HeldAward, _ recipient: Recipient) -> JSON {
        .object([
            "id": .text(recipient.uri), "type": ["AchievementSubject"],
            "identifier": recipient.v3.map { [$0] }, "narrative": .words(held.award.narrative),
            "achievement": achievement(held.slug, held.award.badgeVersion, held.content, held.issuer),
        ])
    }

    private func evidence(_ evidence: Evidence) -> JSON {
        .object([
            "id": evidence.url.map { .text($0.absoluteString) }, "type": ["Evidence"], "name": .words(evidence.name),
        ])
    }

    private func image(_ address: String, _ content: BadgeContent) -> JSON {
        .object(["id": .text(address), "type": "Image", "caption": .words(content.pictureDescription)])
    }
}
