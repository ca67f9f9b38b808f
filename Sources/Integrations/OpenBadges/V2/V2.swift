package import Core
import Foundation

/// The documents of Open Badges 2.0 (1EdTech, April 2018).
package struct V2: Sendable {
    package static let context = "https://w3id.org/openbadges/v2"

    let places: Places

    package init(places: Places) { self.places = places }

    /// - Parameter keys: the issuer's RSA keys, old ones too.
    package func profile(_ issuer: Issuer, keys: [SigningKey]) -> JSON {
        .object([
            "@context": .text(Self.context), "type": "Issuer", "id": .text(places.v2Issuer(issuer.id)),
            "name": .text(issuer.name), "url": .text(issuer.url?.absoluteString ?? places.base),
            "email": .text(issuer.email?.description ?? places.postmaster),
            "publicKey": .list(keys.map { .text(places.v2Key($0.id)) }),
            "revocationList": .text(places.v2Revocations(issuer.id)),
        ])
    }

    package func badgeClass(_ edition: BadgeEdition) -> JSON {
        let content = edition.content
        let image = places.badgeImage(edition.slug, version: edition.version)
        return .object([
            "@context": .text(Self.context), "type": "BadgeClass",
            "id": .text(places.v2Badge(edition.slug, version: edition.version)),
            "name": .text(content.name), "description": .text(content.statedDescription),
            "image": content.pictureDescription.isEmpty
                ? .text(image) : .object(["id": .text(image), "caption": .text(content.pictureDescription)]),
            "criteria": .object([
                "id": .text(places.badgePage(edition.slug)), "narrative": .words(content.criteria),
            ]),
            "issuer": .text(places.v2Issuer(edition.issuer.id)),
            "alignment": .list(
                content.alignments.map {
                    .object([
                        "targetName": .text($0.name), "targetUrl": .text($0.url.absoluteString),
                        "targetCode": $0.code.map(JSON.text), "targetFramework": $0.framework.map(JSON.text),
                    ])
                }
            ),
            "tags": .list(content.tags.map(JSON.text)), "version": .text(String(edition.version)),
        ])
    }

    /// What is hosted at the assertion's address.
    package func hosted(_ held: HeldAward, _ recipient: Recipient) -> JSON {
        assertion(held, recipient, id: places.v2Assertion(held.award.id), ["type": "HostedBadge"])
    }

    /// What a signature covers; it is looked up nowhere, so it names the key.
    package func signed(_ held: HeldAward, _ recipient: Recipient, key: SigningKey.ID) -> JSON {
        assertion(
            held,
            recipient,
            id: Self.signedID(held.award.id),
            ["type": "SignedBadge", "creator": .text(places.v2Key(key))]
        )
    }

    private func assertion(_ held: HeldAward, _ recipient: Recipient, id: String, _ verification: JSON) -> JSON {
        let award = held.award
        return .object([
            "@context": .text(Self.context), "type": "Assertion", "id": .text(id), "recipient": recipient.v2,
            "badge": .text(places.v2Badge(held.slug, version: award.badgeVersion)), "verification": verification,
            "issuedOn": .moment(award.issuedOn), "expires": award.expires.map(JSON.moment),
            "image": .text(places.awardImage(award.id)), "narrative": .words(award.narrative),
            "evidence": .list(
                award.evidence.map { evidence in
                    .object(["id": evidence.url.map { .text($0.absoluteString) }, "name": .words(evidence.name)])
                }
            ),
        ])
    }

    /// What stays at the address of an award that was taken back; answered with status 410.
    package func revoked(_ award: Award.ID, reason: String) -> JSON {
        .object([
            "@context": .text(Self.context), "type": "Assertion", "id": .text(places.v2Assertion(award)),
            "revoked": .truth(true), "revocationReason": .words(reason),
        ])
    }

    /// The signed awards that were taken back or are suspended; 2.0 knows one kind of list.
    ///
    /// A list of one would be read as none by widespread verifiers, which compact it to a single value: it is filled
    /// up with a UUID that no award has. (The nil UUID would do, but those verifiers take it for none.)
    package func revocationList(of issuer: Issuer.ID, _ revoked: [RevokedAward]) -> JSON {
        var entries: [JSON] = revoked.map {
            .object(["id": .text(Self.signedID($0.award)), "revocationReason": .words($0.statement)])
        }
        if entries.count == 1 { entries.append(.object(["id": .text(Self.signedID(Self.nobodysAward))])) }
        return .object([
            "@context": .text(Self.context), "type": "RevocationList", "id": .text(places.v2Revocations(issuer)),
            "issuer": .text(places.v2Issuer(issuer)), "revokedAssertions": .array(entries),
        ])
    }

    private static let nobodysAward: Award.ID = "00000000-0000-4000-8000-000000000000"
    private static func signedID(_ award: Award.ID) -> String { "urn:uuid:\(award)" }
}

extension JSON: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(members.map { Member(name: $0, value: $1) })
    }
}

extension BadgeContent {
    /// Never empty: both versions of Open Badges ask for one.
    var statedDescription: String { description.isEmpty ? name : description }
}
