import Core
import Foundation
import LinkedData
import OpenBadges

/// An ordinary award of an issuer with both kinds of keys.
struct Sample {
    let held: HeldAward
    let rsa: KeyPair
    let ed25519: KeyPair
    private let keys: [SigningKey]
    private let places: Places
    private let recipient: Recipient
    private let signer: DataIntegritySigner

    init() throws {
        let date = Date(timeIntervalSince1970: 1_772_438_400)
        let issuer = Issuer(id: "acme", name: "Acme 🏔️", email: EmailAddress("badges@acme.example"))
        let master = MasterKey()
        keys = try SigningKey.Algorithm.allCases.map { try KeyPair.make($0, for: issuer.id, under: master, at: date) }
        rsa = try KeyPair(keys[0], under: master)
        ed25519 = try KeyPair(keys[1], under: master)
        places = Places(base: "https://badges.acme.example", first: issuer.id)
        let award = Award(
            id: "6f1c2f80-0000-4000-8000-000000000001",
            badge: "git",
            badgeVersion: 1,
            person: "6f1c2f80-0000-4000-8000-000000000002",
            issuedOn: date,
            expires: date + 365 * 86_400
        )
        held = HeldAward(
            award: award,
            slug: try Slug("git"),
            content: BadgeContent(
                name: "Git 🐍",
                description: "Can keep the history of a program.",
                criteria: "Rebase a branch, and explain what happened.",
                picture: .artwork(.proposed(for: "git")),
                pictureDescription: "A shield",
                tags: ["Git", "history"]
            ),
            issuer: issuer,
            personName: "Ada"
        )
        recipient = Recipient(
            person: award.person,
            email: EmailAddress("ada@acme.example"),
            salt: "5a17c0de5a17c0de5a17c0de5a17c0de"
        )
        signer = try ed25519.integritySigner(verificationMethod: Text(places.verificationMethod(keys[1])))
    }

    /// Made anew every time, as for every award.
    var credential: OpenBadges.JSON {
        V3(places: places).credential(held, recipient, AwardProof(salt: "5a17", list: 1, place: 70_001))
    }

    func token() throws -> String {
        let claims = CompactJWS.Claims(
            issuer: places.did(of: held.issuer.id),
            id: places.credential(held.award.id),
            subject: "urn:uuid:\(held.award.person)",
            notBefore: 1_772_438_400,
            expires: 1_803_974_400
        )
        return try CompactJWS.credential(credential, claims: claims, key: places.key(keys[0].id), with: rsa)
    }

    func proven() throws -> [UInt8] {
        try signer.sign(credential.linkedData, created: "2026-03-02T08:00:00Z").serialized
    }

    func didDocument() throws -> [UInt8] {
        try V3(places: places).didDocument(of: held.issuer.id, keys: keys).bytes
    }

    func write(to folder: URL) throws {
        let files = try [
            "unsigned.json": credential.bytes, "signed.json": proven(), "did.json": didDocument(),
            "credential.jwt": Array(token().utf8),
        ]
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    }
}
