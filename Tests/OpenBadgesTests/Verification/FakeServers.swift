import Core
import Crypto
import CryptoExtras
import Foundation
import Synchronization

@testable import OpenBadges

/// Documents of other people's servers, by address.
final class FakeServers: Core.DocumentFetcher {
    private let answers = Mutex<[String: (status: Int, body: String)]>([:])

    func serve(_ url: String, _ body: String, status: Int = 200) { answers.withLock { $0[url] = (status, body) } }
    func body(_ url: String) -> String? { answers.withLock { $0[url]?.body } }
    /// Nobody asks there: the address is one that may not be asked.
    func refuse(_ url: String) { serve(url, "", status: Self.refused) }
    private static let refused = -1
    func stop(_ url: String) { answers.withLock { $0[url] = nil } }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchedDocument {
        let host = URL(string: request.url)?.host() ?? ""
        guard let answer = answers.withLock({ $0[request.url] }) else { throw .unreachable(host: host) }
        guard answer.status != Self.refused else { throw .refused("may not be asked") }
        return FetchedDocument(
            status: answer.status,
            mediaType: "application/json",
            body: Array(answer.body.utf8),
            url: request.url,
            date: Sample.now
        )
    }
}

/// Badges of an issuer elsewhere, complete and good until a test changes them.
struct Sample {
    static let now = Date(timeIntervalSince1970: 1_795_435_200)
    static let issuer = "https://badgr.example/issuers/1"
    static let assertion = "https://badgr.example/assertions/1"
    static let key = SampleKey()

    let servers = FakeServers()

    func verify(_ source: VerificationInput.Source) async -> BadgeReport {
        await OpenBadgesVerifier(fetcher: servers, now: { Self.now }).examine(VerificationInput(source))
    }

    func verify(_ text: String) async -> BadgeReport { await verify(.file(Array(text.utf8))) }

    // MARK: Open Badges 2.0

    static func assertion(_ more: String = "", id: String = Sample.assertion) -> String {
        """
        {"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"\(id)",\
        "recipient":{"type":"email","hashed":true,"salt":"deadsea",\
        "identity":"sha256$\(SHA256.hash(data: Data("priya@laurel.exampledeadsea".utf8)).hexadecimal)"},\
        "badge":"https://badgr.example/badges/1","issuedOn":"2026-01-02T03:04:05Z"\(more)}
        """
    }

    static let hosted = assertion(#","verification":{"type":"HostedBadge"}"#)
    static let signed = assertion(
        #","verification":{"type":"SignedBadge","creator":"https://badgr.example/keys/1"}"#,
        id: "urn:uuid:1"
    )

    func serveV2(issuer: String = Sample.issuer, profile more: String = "") {
        servers.serve(Self.assertion, Self.hosted)
        servers.serve(
            "https://badgr.example/badges/1",
            """
            {"type":"BadgeClass","id":"https://badgr.example/badges/1","name":"Cloud 🏅","description":"Flies.",\
            "image":"https://badgr.example/badges/1/image","criteria":{"narrative":"Fly."},"issuer":"\(issuer)"}
            """
        )
        servers.serve(
            issuer,
            """
            {"type":"Issuer","id":"\(issuer)","name":"Badgr שלום","url":"https://badgr.example","email":"a@b.example",\
            "publicKey":"https://badgr.example/keys/1"\(more)}
            """
        )
        servers.serve(
            "https://badgr.example/keys/1",
            """
            {"type":"CryptographicKey","id":"https://badgr.example/keys/1","owner":"\(issuer)",\
            "publicKeyPem":"\(Self.key.pem)"}
            """
        )
    }

    // MARK: Open Badges 3.0

    static func credential(_ more: String = "", issuer: String = Sample.issuer, claims: String? = nil) -> String {
        let claims =
            claims ?? #","iss":"\#(issuer)","jti":"urn:uuid:9","sub":"mailto:priya@laurel.example","nbf":1767323045"#
        return """
            {"@context":["https://www.w3.org/ns/credentials/v2",\
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"urn:uuid:9",\
            "type":["VerifiableCredential","OpenBadgeCredential"],"issuer":{"id":"\(issuer)","type":["Profile"],\
            "name":"Elsewhere"},"validFrom":"2026-01-02T03:04:05Z","credentialSubject":{\
            "id":"mailto:priya@laurel.example","type":["AchievementSubject"],"achievement":{\
            "id":"https://badgr.example/a","type":["Achievement"],"name":"Cloud 🐍","description":"Flies.",\
            "criteria":{"narrative":"Fly."}}}\(more)\(claims)}
            """
    }

    static let header = #"{"alg":"RS256","typ":"JWT","kid":"https://badgr.example/keys/9"}"#

    func serveV3() { servers.serve("https://badgr.example/keys/9", Self.key.jwk) }
}

/// A key made once, because making one takes long.
struct SampleKey: Sendable {
    private let key: _RSA.Signing.PrivateKey?

    init() {
        do {
            key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        } catch {
            key = nil
        }
    }

    var pem: String { (key?.publicKey.pemRepresentation ?? "").replacing("\n", with: "\\n") }

    var jwk: String {
        do {
            guard let numbers = try key?.publicKey.getKeyPrimitives() else { return "" }
            return """
                {"kty":"RSA","alg":"RS256","n":"\(Base64URL.text(numbers.modulus))",\
                "e":"\(Base64URL.text(numbers.publicExponent))"}
                """
        } catch {
            return ""
        }
    }

    func token(_ payload: String, header: String) throws -> String {
        let input = "\(Base64URL.text(header.utf8)).\(Base64URL.text(payload.utf8))"
        let signature = try key?.signature(for: SHA256.hash(data: Data(input.utf8)), padding: .insecurePKCS1v1_5)
        return "\(input).\(Base64URL.text(signature?.rawRepresentation ?? Data()))"
    }
}
