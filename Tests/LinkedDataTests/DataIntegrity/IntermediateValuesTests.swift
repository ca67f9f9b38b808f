import Crypto
import Foundation
@testable import LinkedData
import Testing

/// The test vectors of vc-di-eddsa and vc-di-ecdsa, value by value.
@Suite("The intermediate values of the Data Integrity suites")
struct IntermediateValuesTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let folder: String
        let suffix: String
        let suite: Cryptosuite
        var hash = HashAlgorithm.sha256
        var testDescription: String { folder }

        func text(_ name: String, _ ending: String = "txt") throws -> String {
            try Vectors.text("w3c/\(folder)/\(name)\(suffix).\(ending)")
        }
    }

    static let vectors = [
        Vector(folder: "vc-di-eddsa/eddsa-rdfc-2022", suffix: "DataInt", suite: .eddsaRDFC2022),
        Vector(folder: "vc-di-eddsa/eddsa-rdfc-2022/employ", suffix: "DataInt", suite: .eddsaRDFC2022),
        Vector(folder: "vc-di-eddsa/eddsa-jcs-2022", suffix: "JCS", suite: .eddsaJCS2022),
        Vector(folder: "vc-di-eddsa/Ed25519Signature2020", suffix: "EdSig", suite: .ed25519Signature2020),
        Vector(folder: "vc-di-ecdsa/ecdsa-rdfc-2019-p256", suffix: "ECDSAP256", suite: .ecdsaRDFC2019),
        Vector(folder: "vc-di-ecdsa/ecdsa-rdfc-2019-p256/employ", suffix: "ECDSAP256", suite: .ecdsaRDFC2019),
        Vector(folder: "vc-di-ecdsa/ecdsa-rdfc-2019-p384", suffix: "ECDSAP384", suite: .ecdsaRDFC2019, hash: .sha384),
        Vector(
            folder: "vc-di-ecdsa/ecdsa-rdfc-2019-p384/employ",
            suffix: "ECDSAP384",
            suite: .ecdsaRDFC2019,
            hash: .sha384
        ),
    ]

    @Test("are ours", arguments: vectors)
    func values(vector: Vector) async throws {
        let signed = try JSONReader.read(Array(vector.text("signed", "json").utf8))
        var document = signed
        document["proof"] = nil
        let transformation = Transformation(processor: JSONLDProcessor(loader: try OriginalContexts.all.get()))
        let data = try transformation.hashData(of: document, #require(signed["proof"]), vector.suite, vector.hash)
        #expect(String(decoding: data.canonicalDocument, as: UTF8.self) == (try vector.text("canonDoc")))
        #expect(String(decoding: data.canonicalProof, as: UTF8.self) == (try vector.text("proofCanon")))
        #expect(hex(data.documentHash) == (try vector.text("docHash")))
        #expect(hex(data.proofHash) == (try vector.text("proofHash")))
        #expect(hex(data.bytes) == (try vector.text("combinedHash")))
        let signature = try #require(signed["proof"]?["proofValue"]?.text.flatMap(Multibase.decode))
        #expect(hex(signature) == (try vector.text("sigHex")))
        let id = try #require(signed["proof"]?["verificationMethod"]?.text)
        let key = try #require(id.string.split(separator: "#").last.flatMap { PublicKey(multikey: Text(String($0))) })
        #expect(key.isValid(signature: signature, for: data.bytes))
    }

    @Test("lead to the same Ed25519 signature when we sign")
    func signs() throws {
        let pair = try Vectors.json("w3c/vc-di-eddsa/keyPair.json")
        let secret = try #require(pair["privateKeyMultibase"]?.text.flatMap(Multibase.decode))
        let expected = try Vectors.json("w3c/vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json")
        let signer = DataIntegritySigner(
            contexts: try OriginalContexts.all.get(),
            key: try Curve25519.Signing.PrivateKey(rawRepresentation: secret.dropFirst(2)),
            verificationMethod: try #require(expected["proof"]?["verificationMethod"]?.text)
        )
        var document = expected
        document["proof"] = nil
        let signed = try signer.sign(document, created: "2023-02-24T23:36:38Z")
        #expect(signed["proof"] == .array([try #require(expected["proof"])]))
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String(format: "%02x", $0) }.joined()
    }
}
