import Crypto
import Foundation
@testable import LinkedData
import Testing

/// A badge that the test signs itself: what may be in it, who signed it, and what must not go unnoticed.
@Suite("A signed badge")
struct SignedBadgeTests {
    static let now = 1_790_000_000
    private let key = Curve25519.Signing.PrivateKey()
    private var multikey: Text { PublicKey.ed25519(Array(key.publicKey.rawRepresentation)).multikey }
    private var did: Text { "did:key:" + multikey }

    private func badge(issuer: Text) -> JSON {
        [
            "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": "https://example.org/credentials/1",
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": ["id": .string(issuer), "type": ["Profile"], "name": "Example"],
            "validFrom": "2025-01-01T00:00:00Z",
            "credentialSubject": [
                "id": "urn:uuid:0d9d2b0e-6b1e-4f5c-9a9e-0d9a5f0b6a11",
                "type": ["AchievementSubject"],
                "achievement": [
                    "id": "https://example.org/achievements/1",
                    "type": ["Achievement"],
                    "name": "Teamwork",
                    "description": "Works with others.",
                    "criteria": ["narrative": "Work with others."],
                ],
            ],
        ]
    }

    private func signer(_ method: Text) -> DataIntegritySigner {
        DataIntegritySigner(contexts: KnownContexts.badges, key: key, verificationMethod: method)
    }

    private func signed(_ badge: JSON) throws -> JSON {
        try signer("\(did)#\(multikey)").sign(badge, created: "2025-01-01T00:00:00Z")
    }

    private func verify(_ document: JSON, _ documents: [Text: JSON] = [:]) async -> [ProofReport] {
        let fetcher = FakeFetcher(documents: documents)
        let verifier = DataIntegrityVerifier(contexts: KnownContexts.badges, fetcher: fetcher) { Self.now }
        return await verifier.verify(document)
    }

    @Test("is valid, and its issuer's")
    func valid() async throws {
        let reports = await verify(try signed(badge(issuer: did)))
        #expect(reports.map(\.signature) == [.valid])
        #expect(reports.map(\.issuer) == [.bound])
    }

    @Test("may have a set of proofs, each with its own answer")
    func proofSet() async throws {
        let once = try signed(badge(issuer: did))
        var twice = try signed(once)
        guard var proofs = twice["proof"]?.array else { return #expect(Bool(false)) }
        proofs[1]["created"] = "2025-01-02T00:00:00Z"
        twice["proof"] = .array(proofs)
        let reports = await verify(twice)
        #expect(reports.map(\.signature) == [.valid, .invalid(.signatureMismatch)])
    }

    @Test("is valid for everybody who asks at the same time")
    func concurrent() async throws {
        let document = try signed(badge(issuer: did))
        let verifier = DataIntegrityVerifier(contexts: KnownContexts.badges, fetcher: NoFetcher()) { Self.now }
        let answers = await withTaskGroup(of: [ProofReport].self) { group in
            for _ in 0..<50 { group.addTask { await verifier.verify(document) } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(answers.count { $0.isSignedByIssuer } == 50)
    }

    @Test("is not the issuer's if the issuer only says so")
    func stolenName() async throws {
        let reports = await verify(try signed(badge(issuer: "https://example.org/issuer")))
        #expect(reports.map(\.signature) == [.valid])
        #expect(reports.map(\.issuer) == [.otherController(did)])
    }

    @Test("is the issuer's if the issuer's address lists the key")
    func listedKey() async throws {
        let issuer: Text = "https://example.org/issuer"
        let method = Text("\(issuer)#key-1")
        let document = try signer(method).sign(badge(issuer: issuer), created: "2025-01-01T00:00:00Z")
        let profile: JSON = [
            "id": .string(issuer),
            "assertionMethod": [
                [
                    "id": .string(method), "type": "Multikey", "controller": .string(issuer),
                    "publicKeyMultibase": .string(multikey),
                ]
            ],
        ]
        let reports = await verify(document, [issuer: profile])
        #expect(reports.map(\.isSignedByIssuer) == [true])
        let offline = await verify(document)
        #expect(offline.map(\.signature) == [.invalid(.key(.notFetched(issuer, reason: "404")))])
    }

    @Test("cannot be signed, nor verified, with a member that no context defines")
    func undefinedMember() async throws {
        let problem = ProofProblem.unsigned(Dropped(reason: .undefinedMember, subject: "salary"))
        var unsigned = badge(issuer: did)
        unsigned["salary"] = "1000000"
        #expect(throws: problem) { try signed(unsigned) }
        var changed = try signed(badge(issuer: did))
        changed["salary"] = "1000000"
        #expect(await verify(changed).map(\.signature) == [.invalid(problem)])
    }

    @Test(
        "must not bring definitions along, nor name unknown contexts",
        arguments: ["top", "subtree", "unknown", "none"]
    )
    func contexts(place: String) async throws {
        var document = try signed(badge(issuer: did))
        switch place {
        case "top": document["@context"] = .array((document["@context"]?.asArray ?? []) + [["salary": "urn:salary"]])
        case "subtree": document["credentialSubject"]?["@context"] = ["achievement": "urn:other"]
        case "unknown": document["issuer"]?["@context"] = "https://example.org/context.json"
        default: document["@context"] = nil
        }
        let reports = await verify(document)
        guard case .invalid(.unknownContext) = reports.first?.signature else { return #expect(reports == []) }
    }

    @Test("may name a known context in the middle")
    func knownSubtree() async throws {
        var document = badge(issuer: did)
        document["credentialSubject"]?["@context"] = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        #expect(await verify(try signed(document)).map(\.signature) == [.valid])
    }

    @Test("must not refer to anything by a relative address")
    func relativeReference() throws {
        var document = badge(issuer: did)
        document["id"] = "credentials/1"
        let problem = ProofProblem.unsigned(Dropped(reason: .relativeReference, subject: "credentials/1"))
        #expect(throws: problem) { try signed(document) }
    }

    @Test(
        "has a proof that says what it must say",
        arguments: [
            ("cryptosuite", "ecdsa-sd-2023", ProofProblem.unsupportedSuite("ecdsa-sd-2023")),
            ("cryptosuite", "Ed25519Signature2020", .unsupportedSuite("Ed25519Signature2020")),
            ("cryptosuite", "ecdsa-rdfc-2019", .keyDoesNotFit), ("type", "Proof", .unsupportedSuite("eddsa-rdfc-2022")),
            ("proofPurpose", "authentication", .wrongPurpose("authentication")),
            ("created", "yesterday", .malformed("created")),
            ("created", "2100-01-01T00:00:00Z", .createdInFuture("2100-01-01T00:00:00Z")),
            ("expires", "2025-06-01T00:00:00Z", .expired("2025-06-01T00:00:00Z")),
            ("proofValue", "u1234", .malformed("proofValue")), ("proofValue", "z0OIl", .malformed("proofValue")),
            ("proofValue", "z2222", .signatureMismatch), ("previousProof", "urn:x", .missingPreviousProof("urn:x")),
            ("verificationMethod", "did:key:z6Mk", .key(.malformedIdentifier("did:key:z6Mk"))),
        ]
    )
    func proofMembers(member: String, value: String, problem: ProofProblem) async throws {
        var document = try signed(badge(issuer: did))
        guard var proof = document["proof"]?.array?.first else { return #expect(Bool(false)) }
        proof[Text(member)] = .string(Text(value))
        document["proof"] = proof
        #expect(await verify(document).map(\.signature) == [.invalid(problem)])
    }

    @Test("may have eight proofs, not more")
    func manyProofs() async throws {
        var document = try signed(badge(issuer: did))
        document["proof"] = .array(Array(repeating: document["proof"]?.array?.first ?? .null, count: 8))
        #expect(await verify(document).count == 8)
        document["proof"] = .array(Array(repeating: .null, count: 9))
        #expect(await verify(document).map(\.signature) == [.invalid(.malformed("proof"))])
        document["proof"] = nil
        #expect(await verify(document).isEmpty)
    }

    @Test("of 1EdTech's specification is valid; whose it is, only its issuer could say")
    func specificationExample() async throws {
        let reports = await verify(try Vectors.json("ob3/spec-examples/24-signed-credential.json"))
        #expect(reports.map(\.signature) == [.valid])
        let issuer: Text = "https://example.edu/issuers/565049"
        #expect(reports.map(\.issuer) == [.unconfirmed(.notFetched(issuer, reason: "404"))])
    }
}
