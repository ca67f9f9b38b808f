import Core
import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import OpenBadges

@Suite("Documents of an award")
struct DocumentTests {
    private static let places = Places(base: "https://badges.acme.example:8443", first: "acme")
    private static let text = "🏅 שלום <b>®</b> ]]> " + String(repeating: "ß", count: 10_240)

    private static func held(full: Bool) throws -> HeldAward {
        let url = try #require(URL(string: "https://acme.example/a?b=1&c=2"))
        let now = Date(timeIntervalSince1970: 1_772_438_400.987)
        let content = BadgeContent(
            name: "Git 🐍",
            description: full ? "Can do it." : "",
            criteria: full ? text : "",
            picture: .artwork(.proposed(for: "git")),
            pictureDescription: full ? "A shield" : "",
            alignments: full
                ? [Alignment(name: "ESCO ®", url: url, code: "S5.6.2", framework: "שלום", kind: .competency)] : [],
            tags: full ? ["Swift", "שלום"] : []
        )
        let award = Award(
            id: "6f1c2f80-0000-4000-8000-000000000001",
            badge: "b",
            badgeVersion: 3,
            person: "6f1c2f80-0000-4000-8000-000000000002",
            issuedOn: now,
            expires: full ? now + 86_400 : nil,
            evidence: full ? [Evidence(name: "Talk", url: url), Evidence(name: "Words")] : [],
            narrative: full ? text : ""
        )
        return HeldAward(
            award: award,
            slug: try Slug("git"),
            content: content,
            issuer: Issuer(
                id: "acme",
                name: "Acme",
                url: full ? url : nil,
                email: full ? EmailAddress("a@acme.example") : nil
            ),
            personName: "Ada"
        )
    }

    private static func recipient(_ held: HeldAward) -> Recipient {
        Recipient(person: held.award.person, email: EmailAddress("Ada@Acme.example"), salt: "5a17")
    }

    private static func read(_ json: JSON) throws -> [String: any Sendable] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: any Sendable])
    }

    @Test("hash the address with the salt behind it")
    func hash() throws {
        let recipient = Self.recipient(try Self.held(full: true))
        let expected = SHA256.hash(data: Data("ada@acme.example5a17".utf8)).hexadecimal
        #expect(recipient.hash == "sha256$\(expected)")
        #expect(!String(decoding: recipient.v2.bytes, as: UTF8.self).contains("ada@"))
        let nobody = Recipient(person: "p", email: nil, salt: "5a17")
        #expect(nobody.v3 == nil && nobody.uri == "urn:uuid:p")
    }

    @Test("of 2.0 name the version that was earned and the key that signs")
    func second() throws {
        let held = try Self.held(full: true)
        let hosted = try Self.read(V2(places: Self.places).hosted(held, Self.recipient(held)))
        #expect(hosted["badge"] as? String == "https://badges.acme.example:8443/ob/v2/badges/git/versions/3")
        #expect(hosted["issuedOn"] as? String == "2026-03-02T08:00:00Z")
        #expect(hosted["expires"] as? String == "2026-03-03T08:00:00Z")
        #expect(hosted["narrative"] as? String == Self.text)
        let signed = try Self.read(V2(places: Self.places).signed(held, Self.recipient(held), key: "k"))
        #expect(signed["id"] as? String == "urn:uuid:\(held.award.id)")
        let verification = signed["verification"] as? [String: String]
        #expect(verification?["creator"] == "https://badges.acme.example:8443/ob/v2/keys/k")
    }

    @Test("leave out what an award does not have", arguments: [true, false])
    func bare(full: Bool) throws {
        let held = try Self.held(full: full)
        let proof = AwardProof(salt: "5a17", list: 2, place: 131_071)
        let credential = V3(places: Self.places).credential(held, Self.recipient(held), proof)
        let text = String(decoding: credential.bytes, as: UTF8.self)
        #expect(!text.contains("null") && !text.contains("[]") && !text.contains("\"\""))
        #expect(text.contains("\"statusListIndex\":\"131071\""))
        let alignment = """
            "targetCode":"S5.6.2","targetFramework":"שלום","targetType":"ceasn:Competency"
            """
        #expect(text.contains(alignment) == full)
        #expect(text.contains("validUntil") == full && text.contains("evidence") == full)
    }

    @Test("never list exactly one revoked award", arguments: [(0, 0), (1, 2), (2, 2), (3, 3)])
    func revocations(revoked: Int, listed: Int) throws {
        let awards = (0..<revoked).map { RevokedAward(award: ID("\($0)"), reason: "No.") }
        let list = try Self.read(V2(places: Self.places).revocationList(of: "acme", awards))
        #expect((list["revokedAssertions"] as? [any Sendable])?.count == listed)
    }

    @Test("name issuers by did:web, ports and departments too")
    func dids() {
        #expect(Self.places.did(of: "acme") == "did:web:badges.acme.example%3A8443")
        #expect(Self.places.did(of: "hr") == "did:web:badges.acme.example%3A8443:ob:issuers:hr")
    }

    @Test(
        "put bits where the status list counts from: the left",
        arguments: [(0, 0, 0x80), (7, 0, 1), (131_071, 16_383, 1)]
    )
    func bits(place: Int, byte: Int, value: UInt8) {
        let list = StatusList(set: [place, -1, 131_072])
        #expect(list.bits.count == 16_384)
        #expect(list.bits[byte] == value && list.bits.count { $0 != 0 } == 1)
    }
}

@Suite("Keys")
struct KeyTests {
    private static let issuer: Issuer.ID = "acme"

    @Test(
        "are sealed, open under their own name and master key only, and sign",
        arguments: SigningKey.Algorithm.allCases
    )
    func sealed(algorithm: SigningKey.Algorithm) throws {
        let master = MasterKey()
        let key = try KeyPair.make(algorithm, for: Self.issuer, under: master, at: Date())
        let message = Array("🏅".utf8)
        let signature = try KeyPair(key, under: master).signature(of: message)
        switch algorithm {
        case .rsa2048:
            let published = try _RSA.Signing.PublicKey(derRepresentation: key.publicKey)
            let seal = _RSA.Signing.RSASignature(rawRepresentation: signature)
            #expect(published.keySizeInBits == 2_048)
            #expect(published.isValidSignature(seal, for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5))
        case .ed25519:
            let published = try Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey)
            #expect(published.isValidSignature(signature, for: message))
        }
        #expect(throws: KeyError.otherMasterKey) { try KeyPair(key, under: MasterKey()) }
        let renamed = SigningKey(
            id: "other",
            issuer: key.issuer,
            algorithm: key.algorithm,
            publicKey: key.publicKey,
            sealedKey: key.sealedKey,
            createdAt: key.createdAt
        )
        #expect(throws: KeyError.otherMasterKey) { try KeyPair(renamed, under: master) }
    }

    @Test("come back from the master key's file, which only its owner reads")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let file = folder.appending(path: "data/master.key")
        let master = try MasterKey.load(file)
        let key = try KeyPair.make(.ed25519, for: Self.issuer, under: master, at: Date())
        #expect(throws: Never.self) { try KeyPair(key, under: try MasterKey.load(file)) }
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        try Data("short".utf8).write(to: file)
        let error = #expect(throws: KeyError.self) { try MasterKey.load(file) }
        #expect(error?.message.contains(file.path) == true)
    }
}
