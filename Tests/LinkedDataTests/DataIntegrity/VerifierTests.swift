import Foundation
import LinkedData
import Testing

@Suite("The Data Integrity verifier")
struct VerifierTests {
    static let now = 1_790_000_000

    static func verifier(_ fetcher: some DocumentFetcher = NoFetcher()) throws -> DataIntegrityVerifier {
        DataIntegrityVerifier(contexts: try OriginalContexts.all.get(), fetcher: fetcher) { now }
    }

    static let signed = [
        "w3c/vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json",
        "w3c/vc-di-eddsa/eddsa-jcs-2022/signedJCS.json",
        "w3c/vc-di-eddsa/Ed25519Signature2020/signedEdSig.json",
        "w3c/vc-di-ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json",
        "w3c/vc-di-ecdsa/ecdsa-rdfc-2019-p384/signedECDSAP384.json",
    ]

    @Test(
        "accepts every proof of the suites, sets and chains included",
        arguments: signed
            + (1...2).flatMap {
                [
                    "w3c/vc-di-eddsa/proof-set-chain/signedProofSet\($0).json",
                    "w3c/vc-di-eddsa/proof-set-chain/signedProofChain\($0).json",
                ]
            }
    )
    func accepts(path: String) async throws {
        let reports = try await Self.verifier().verify(Vectors.json(path))
        #expect(!reports.isEmpty)
        for report in reports { #expect(report.signature == .valid) }
    }

    @Test("says that the key of the suites is not the issuer's")
    func binding() async throws {
        let reports = try await Self.verifier().verify(Vectors.json(Self.signed[0]))
        let did: Text = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
        #expect(reports.map(\.issuer) == [.otherController(did)])
        #expect(reports.map(\.isSignedByIssuer) == [false])
    }

    @Test("notices a changed document", arguments: signed)
    func changed(path: String) async throws {
        var document = try Vectors.json(path)
        document["description"] = "A credential for everything."
        let reports = try await Self.verifier().verify(document)
        #expect(reports.map(\.signature) == [.invalid(.signatureMismatch)])
    }

    @Test("notices a changed proof", arguments: signed)
    func changedProof(path: String) async throws {
        var document = try Vectors.json(path)
        document["proof"]?["created"] = "2023-02-24T23:36:39Z"
        let reports = try await Self.verifier().verify(document)
        #expect(reports.map(\.signature) == [.invalid(.signatureMismatch)])
    }
}
