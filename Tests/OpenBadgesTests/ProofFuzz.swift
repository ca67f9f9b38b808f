import Contracts
import Core
import Foundation
import LinkedData
import Testing

@testable import OpenBadges

/// Pictures with a credential that carries its proof, damaged: what still verifies says what was signed.
@Suite("Damaged pictures with proofs, for long", .fuzz)
struct ProofFuzz {
    /// Answers every address with the issuer's DID document.
    private struct OneDocument: LinkedData.DocumentFetcher {
        let bytes: [UInt8]
        func fetch(_ url: Text) async throws -> [UInt8] { bytes }
    }

    private let places = Places(base: "https://badges.acme.example", first: "acme")
    private let signed: [UInt8]
    private let verifier: DataIntegrityVerifier

    init() throws {
        let master = MasterKey()
        let date = Date(timeIntervalSince1970: 1_772_438_400)
        let key = try KeyPair.make(.ed25519, for: "acme", under: master, at: date)
        let held = try DocumentTests.held(full: false)
        let recipient = Recipient(person: held.award.person, email: EmailAddress("ada@acme.example"), salt: "5a17")
        let document = V3(places: places).credential(held, recipient, AwardProof(salt: "5a17", list: 1, place: 7))
        let method = Text(places.verificationMethod(key))
        let signer = try KeyPair(key, under: master).integritySigner(verificationMethod: method)
        signed = try signer.sign(document.linkedData, created: "2026-03-02T08:00:00Z").serialized
        let did = try V3(places: places).didDocument(of: "acme", keys: [key])
        verifier = DataIntegrityVerifier(
            contexts: KnownContexts.badges,
            fetcher: OneDocument(bytes: did.bytes)
        ) { 1_772_500_000 }
    }

    private func isValid(_ bytes: [UInt8]) async -> Bool {
        guard let document = try? JSONReader.read(bytes) else { return false }
        let reports = await verifier.verify(document)
        return reports.contains { $0.signature == .valid && $0.issuer == .bound }
    }

    @Test("never say anything that was not signed", arguments: [0, 1], Fuzz.seeds)
    func damaged(picture: Int, seed: UInt64) async throws {
        let badge = try Baking.Badge(.v3, String(decoding: signed, as: UTF8.self))
        let baked = try Baking.bake([badge], into: BakingTests.pictures[picture])
        let original = try JSONReader.read(signed)
        #expect(await isValid(Array(try Baking.unbake(baked)[0].text.utf8)))
        var random = Generator(seed: seed)
        for _ in 0..<Fuzz.rounds {
            guard let found = Self.badges(in: baked.damaged(by: &random)) else { continue }
            for badge in found where await isValid(Array(badge.text.utf8)) {
                #expect(try JSONReader.read(Array(badge.text.utf8)) == original)
            }
        }
    }

    /// The document by itself: a checksum keeps most damage away from the proof in a picture, not here.
    @Test("nor do damaged documents", arguments: Fuzz.seeds)
    func document(seed: UInt64) async throws {
        let original = try JSONReader.read(signed)
        var random = Generator(seed: seed)
        for _ in 0..<Fuzz.rounds {
            let damaged = signed.damaged(by: &random)
            guard await isValid(damaged) else { continue }
            #expect(try JSONReader.read(damaged) == original)
        }
    }

    private static func badges(in picture: [UInt8]) -> [Baking.Badge]? {
        do { return try Baking.unbake(picture) } catch { return nil }
    }
}
