import Foundation
@testable import LinkedData
import Testing

/// Answers from a table instead of the network.
struct FakeFetcher: DocumentFetcher {
    struct NotFound: Error, CustomStringConvertible {
        let description = "404"
    }

    var documents: [Text: JSON] = [:]

    func fetch(_ url: Text) async throws -> [UInt8] {
        guard let document = documents[url] else { throw NotFound() }
        return document.serialized
    }
}

@Suite("The key of a proof")
struct KeyResolutionTests {
    static let multikey: Text = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    static let otherMultikey: Text = "z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7"
    static let now = 1_790_000_000

    private func resolve(_ id: Text, _ documents: [Text: JSON] = [:]) async throws(KeyProblem) -> VerificationMethod {
        let resolver = VerificationMethodResolver(fetcher: FakeFetcher(documents: documents))
        return try await resolver.resolve(id, for: "assertionMethod", now: Self.now)
    }

    /// A controller document with one Multikey.
    private func document(_ subject: Text, _ changes: (inout JSON) -> Void = { _ in }) -> JSON {
        let id = Text("\(subject)#key-1")
        var document: JSON = [
            "id": .string(subject),
            "verificationMethod": [
                [
                    "id": .string(id),
                    "type": "Multikey",
                    "controller": .string(subject),
                    "publicKeyMultibase": .string(Self.multikey),
                ]
            ],
            "assertionMethod": [.string(id)],
        ]
        changes(&document)
        return document
    }

    @Test("is the identifier itself for did:key")
    func didKey() async throws {
        let did = Text("did:key:\(Self.multikey)")
        let method = try await resolve(Text("\(did)#\(Self.multikey)"))
        #expect(method.key == PublicKey(multikey: Self.multikey))
        #expect(method.controller == .success(did))
    }

    @Test("is the identifier itself for did:jwk")
    func didJWK() async throws {
        // The Ed25519 key of RFC 8037, appendix A.
        let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        let encoded = Data(jwk.utf8).base64EncodedString().replacing("=", with: "").replacing("+", with: "-")
        let did = Text("did:jwk:" + encoded.replacing("/", with: "_"))
        let method = try await resolve(Text("\(did)#0"))
        #expect(method.key == (try PublicKey(jwk: JSONReader.read(Array(jwk.utf8)))))
        #expect(method.controller == .success(did))
        await #expect(throws: KeyProblem.malformedIdentifier(Text("\(did)#1"))) { try await resolve(Text("\(did)#1")) }
    }

    @Test(
        "comes from the document that a did:web names",
        arguments: [
            ("did:web:example.org", "https://example.org/.well-known/did.json"),
            ("did:web:example.org:issuers:1", "https://example.org/issuers/1/did.json"),
            ("did:web:localhost%3A8443", "https://localhost:8443/.well-known/did.json"),
            ("did:web:example.org%3a8443:a", "https://example.org:8443/a/did.json"),
        ]
    )
    func didWeb(did: String, address: String) async throws {
        let did = Text(did)
        let method = try await resolve(Text("\(did)#key-1"), [Text(address): document(did)])
        #expect(method.key == PublicKey(multikey: Self.multikey))
        #expect(method.controller == .success(did))
    }

    @Test(
        "is refused where an identifier leads astray",
        arguments: [
            "did:web:#k", "did:web:example.org:..:x#k", "did:web:user%40example.org#k", "did:web:example.org/path#k",
            "did:web:example.org%2Fpath#k", "did:web:example.org::#k", "did:web:[::1]#k", "did:web:example.org%3A#k",
            "did:web:example.org:a%2Fb#k", "did:web:exämple.org#k", "did:key:z6Mk", "did:key:zabc#zdef",
            "did:web:example.org%3A80%3A80#k",
        ]
    )
    func malformed(id: String) async {
        await #expect(throws: KeyProblem.malformedIdentifier(Text(id))) { try await resolve(Text(id)) }
    }

    @Test("is refused for other methods", arguments: ["http://example.org/#k", "did:example:1#k", "urn:x#k"])
    func unsupported(id: String) async {
        await #expect(throws: KeyProblem.unsupportedMethod(Text(id))) { try await resolve(Text(id)) }
    }

    static let subject: Text = "https://example.org/issuer"
    static let id: Text = "https://example.org/issuer#key-1"

    @Test("is refused if the document is about somebody else")
    func otherSubject() async {
        let documents = [Self.subject: document(Self.subject) { $0["id"] = "https://example.com/" }]
        await #expect(throws: KeyProblem.malformedDocument(Self.subject)) { try await resolve(Self.id, documents) }
    }

    @Test("is refused if the document does not allow it for assertions")
    func otherPurpose() async {
        let documents = [
            Self.subject: document(Self.subject) {
                $0["authentication"] = $0["assertionMethod"]
                $0["assertionMethod"] = nil
            }
        ]
        await #expect(throws: KeyProblem.notAllowed(Self.id, purpose: "assertionMethod")) {
            try await resolve(Self.id, documents)
        }
    }

    @Test("is refused after it expired or was revoked", arguments: ["expires", "revoked"])
    func expired(member: String) async {
        let documents = [
            Self.subject: document(Self.subject) { document in
                guard var method = document["verificationMethod"]?.array?.first else { return }
                method[Text(member)] = "2020-01-01T00:00:00Z"
                document["verificationMethod"] = [method]
            }
        ]
        await #expect(throws: KeyProblem.expired(Self.id)) { try await resolve(Self.id, documents) }
    }

    @Test("may stand in an address, and belongs to nobody until the address confirms it")
    func inline() async throws {
        let id = Text("\(Self.subject)#\(Self.multikey)")
        let method = try await resolve(id)
        #expect(method.key == PublicKey(multikey: Self.multikey))
        #expect(method.controller == .failure(.notFetched(Self.subject, reason: "404")))
    }

    @Test("must be the one in the address if both name one")
    func inlineDiffers() async throws {
        let id = Text("\(Self.subject)#\(Self.otherMultikey)")
        let documents = [
            Self.subject: document(Self.subject) { document in
                guard var method = document["verificationMethod"]?.array?.first else { return }
                method["id"] = .string(id)
                document["assertionMethod"] = [method]
            }
        ]
        let method = try await resolve(id, documents)
        #expect(method.key == PublicKey(multikey: Self.otherMultikey))
        #expect(method.controller == .failure(.malformedDocument(Self.subject)))
    }

    @Test("of a JSON Web Key never contains the private part")
    func privateJWK() throws {
        let jwk: JSON = ["kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "d": "AA"]
        #expect(PublicKey(jwk: jwk) == nil)
    }
}
