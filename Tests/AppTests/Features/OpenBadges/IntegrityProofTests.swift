import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import LinkedData
import OpenBadges
import Storage
import Testing

@testable import App

/// The form of a credential with a Data Integrity proof, judged by the verifier of the LinkedData module, which finds
/// the key where a stranger finds it: in the portal's DID document.
@Suite("Credentials with a proof inside")
struct IntegrityProofTests {
    private static let address = "/ob/v3/credentials/\(BadgePortal.award)"

    /// Answers what the portal answers at its own address.
    private struct PortalFetcher: LinkedData.DocumentFetcher {
        let portal: BadgePortal

        func fetch(_ url: Text) async throws -> [UInt8] {
            let address = url.string.replacing(BadgePortal.base, with: "")
            return try await portal.get(address, accept: "application/did+json, application/json").bytes
        }
    }

    private static func reports(_ bytes: [UInt8], _ portal: BadgePortal) async throws -> [ProofReport] {
        let now = Int(BadgePortal.now.timeIntervalSince1970) + 60
        let verifier = DataIntegrityVerifier(contexts: KnownContexts.badges, fetcher: PortalFetcher(portal: portal)) {
            now
        }
        return await verifier.verify(try JSONReader.read(bytes))
    }

    private static func isValid(_ bytes: [UInt8], _ portal: BadgePortal) async throws -> Bool {
        let reports = try await reports(bytes, portal)
        return reports.count == 1 && reports[0].signature == .valid && reports[0].issuer == .bound
    }

    @Test("are valid, and name a key of their issuer")
    func valid() async throws {
        let portal = try await BadgePortal()
        let answer = try await portal.get(Self.address)
        #expect(try await Self.isValid(answer.bytes, portal))
        let proof = try #require((answer.json["proof"] as? [[String: String]])?.first)
        #expect(proof["cryptosuite"] == "eddsa-rdfc-2022" && proof["created"] == "2026-03-02T08:00:00Z")
        #expect(proof["verificationMethod"]?.hasPrefix("did:web:badges.acme.example#") == true)
    }

    @Test("are the same in every process of a portal: the proof says when the award was issued, not when it was made")
    func repeatable() async throws {
        let portal = try await BadgePortal()
        let again = BadgeDocuments(
            base: BadgePortal.base,
            proofs: portal.database.proofs,
            awards: portal.database.awards,
            keyring: portal.keyring
        )
        let email = EmailAddress("ada@acme.example")
        let made = try await again.document(.credential, of: BadgePortal.award, email: email)
        #expect(try await portal.get(Self.address).bytes == made)
    }

    @Test("stay valid after a rotation; new ones are signed with the new key")
    func rotation() async throws {
        let portal = try await BadgePortal()
        let old = try await portal.get(Self.address).bytes
        try await portal.keyring.rotate("acme", by: .commandLine, at: BadgePortal.now + 1)
        let new = try await portal.get(Self.address).bytes
        #expect(old != new)
        #expect(try await Self.isValid(old, portal))
        #expect(try await Self.isValid(new, portal))
    }

    @Test(
        "answer in the form that is wanted",
        arguments: [
            (nil, "application/vc+ld+json"), ("application/json", "application/json"),
            ("application/vc", "application/vc"), ("application/ld+json", "application/ld+json"),
            ("application/vc+jwt", "application/vc+jwt"), ("text/plain", "text/plain; charset=utf-8"),
        ] as [(String?, String)]
    )
    func negotiation(accept: String?, type: String) async throws {
        let portal = try await BadgePortal()
        let answer = try await portal.get(Self.address, accept: accept)
        #expect(answer.headers[.contentType] == type && answer.headers[.vary]?.contains("Accept") == true)
        let token = try await portal.get("\(Self.address).jwt").text
        #expect((answer.text == token) == (type.contains("jwt") || type.hasPrefix("text/plain")))
    }

    @Test("can be downloaded by people, whose browsers ask for pages", arguments: ["", ".jwt"])
    func download(ending: String) async throws {
        let portal = try await BadgePortal()
        let browser = "text/html,application/xhtml+xml,*/*;q=0.8"
        let answer = try await portal.get("\(Self.address)\(ending)?download", accept: browser)
        #expect(answer.status == .ok)
        let name = "badge-6f1c2f80.3.0.\(ending.isEmpty ? "json" : "jwt")"
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
        let page = try await portal.get("/awards/\(BadgePortal.award)", accept: browser).text
        #expect(page.contains("href=\"\(Self.address)\(ending)?download\""))
    }

    @Test("go into pictures", arguments: ["png", "svg"])
    func baked(kind: String) async throws {
        let portal = try await BadgePortal()
        let picture = try await portal.get("/awards/\(BadgePortal.award)/image.\(kind)?version=3-integrity")
        let found = try Baking.unbake(picture.bytes)
        #expect(found.count == 1 && found.first?.version == .v3)
        #expect(try await Self.isValid(Array((found.first?.text ?? "").utf8), portal))
    }

    @Test("have status lists that are signed in the same way", arguments: ["application/json", "application/vc"])
    func lists(accept: String) async throws {
        let portal = try await BadgePortal()
        let before = try await portal.get("/ob/v3/status/1", accept: accept)
        #expect(before.headers[.contentType] == accept)
        #expect(try await Self.isValid(before.bytes, portal))
        try await portal.revoke()
        let after = try await portal.get("/ob/v3/status/1", accept: accept)
        #expect(before.bytes != after.bytes)
        #expect(try await Self.isValid(after.bytes, portal))
        #expect(try await portal.get("/ob/v3/status/1").headers[.contentType] == "application/vc+jwt")
    }
}
