import Core
import Foundation
import Synchronization
import Testing

@testable import OpenBadges

@Suite("Checking an Open Badge 3.0")
struct V3VerificationTests {
    private let sample = Sample()

    private func verdict(_ payload: String, header: String = Sample.header) async throws -> BadgeReport.Verdict {
        await sample.verify(try Sample.key.token(payload, header: header)).verdict
    }

    @Test("finds a JWT genuine whose key is on the issuer's server")
    func genuine() async throws {
        sample.serveV3()
        let report = await sample.verify(try Sample.key.token(Sample.credential(), header: Sample.header))
        #expect(report.verdict == .valid && report.badge?.form == .token30)
        #expect(report.badge?.name == "Cloud 🐍" && report.badge?.issuer.name == "Elsewhere")
        #expect(report.badge?.recipient?.matches(EmailAddress(stored: "priya@laurel.example")) == true)
        let new = #"{"iss":"\#(Sample.issuer)","vc":\#(Sample.credential(claims: ""))}"#
        #expect(try await verdict(new) == .malformed)
        let old = new.replacing("/ns/credentials/v2", with: "/2018/credentials/v1")
            .replacing("validFrom", with: "issuanceDate")
        #expect(try await verdict(old) == .valid)
    }

    @Test("tells how far it is: its dates, who signed it, whether it was taken back")
    func progress() async throws {
        sample.serveV3()
        let told = Mutex<[BadgeReport]>([])
        let token = try Sample.key.token(Sample.credential(), header: Sample.header)
        let verifier = OpenBadgesVerifier(fetcher: sample.servers, now: { Sample.now })
        _ = await verifier.verify(VerificationInput(.text(token))) { report in told.withLock { $0.append(report) } }
        let questions = told.withLock { $0.map { Set($0.checks.map(\.question)) } }
        let first: Set<CheckResult.Question> = [.inTime, .form]
        let second = first.union([.issuer, .key, .unchanged])
        #expect(questions == [first, second, second.union([.notRevoked])])
    }

    @Test("finds every change, and tricks with the header")
    func altered() async throws {
        sample.serveV3()
        let token = try Sample.key.token(Sample.credential(), header: Sample.header)
        let parts = token.split(separator: ".").map(String.init)
        let better = Base64URL.text(Sample.credential().replacing("Cloud", with: "Space").utf8)
        let none = Base64URL.text(Sample.header.replacing("RS256", with: "none").utf8)
        let shared = Base64URL.text(Sample.header.replacing("RS256", with: "HS256").utf8)
        for changed in [
            "\(parts[0]).\(better).\(parts[2])", "\(none).\(parts[1]).AA", "\(shared).\(parts[1]).\(parts[2])",
        ] {
            #expect(await sample.verify(changed).verdict == .altered)
        }
        for claims in [#","iss":"https://other.example""#, #","jti":"urn:uuid:8""#, #","sub":"x""#, #","nbf":1"#] {
            let verdict = try await verdict(Sample.credential(claims: claims))
            #expect([.malformed, .issuerUnknown].contains(verdict))
        }
    }

    @Test("does not take a key for the issuer's that nobody ties to it")
    func unbound() async throws {
        sample.serveV3()
        for issuer in [Sample.issuer, "https://famous.example/issuer"] {
            sample.servers.serve(issuer, #"{"id":"\#(issuer)","type":["Profile"],"name":"Famous"}"#)
        }
        let other = try await verdict(Sample.credential(issuer: "https://famous.example/issuer"))
        let own = try await verdict(Sample.credential(), header: #"{"alg":"RS256","jwk":\#(Sample.key.jwk)}"#)
        for verdict in [other, own] {
            #expect(verdict == .issuerUnknown)
        }
        #expect(
            try await verdict(Sample.credential(), header: #"{"alg":"RS256"}"#) == .issuerUnknown
        )
    }

    @Test("believes a did:web whose document has the key")
    func didWeb() async throws {
        sample.servers.serve(
            "https://badgr.example/.well-known/did.json",
            """
            {"id":"did:web:badgr.example","verificationMethod":[{"id":"did:web:badgr.example#k",\
            "type":"JsonWebKey","controller":"did:web:badgr.example","publicKeyJwk":\(Sample.key.jwk)}],\
            "assertionMethod":["did:web:badgr.example#k"]}
            """
        )
        let header = #"{"alg":"RS256","kid":"did:web:badgr.example#k"}"#
        #expect(try await verdict(Sample.credential(issuer: "did:web:badgr.example"), header: header) == .valid)
    }

    @Test("looks at its time")
    func times() async throws {
        sample.serveV3()
        #expect(try await verdict(Sample.credential(#","validUntil":"2026-02-01T00:00:00Z""#)) == .expired)
    }

    @Test("looks at 1EdTech's list of badges taken back")
    func revocationList() async throws {
        sample.serveV3()
        let payload = Sample.credential(
            #","credentialStatus":{"id":"https://badgr.example/revoked","type":"1EdTechRevocationList"}"#
        )
        #expect(try await verdict(payload) == .unchecked)
        sample.servers.serve(
            "https://badgr.example/revoked",
            #"{"revokedCredential":[{"id":"urn:uuid:9","revoked":false}]}"#
        )
        #expect(try await verdict(payload) == .valid)
        sample.servers.serve("https://badgr.example/revoked", #"{"revokedCredential":{"id":"urn:uuid:9"}}"#)
        #expect(try await verdict(payload) == .revoked)
    }

    @Test("looks at a bitstring list, which must be the issuer's own")
    func statusList() async throws {
        sample.serveV3()
        func serve(_ list: StatusList, issuer: String = Sample.issuer, after delay: TimeInterval = 0) throws {
            let from = (Sample.now + delay).formatted(.iso8601)
            let payload = """
                {"type":["VerifiableCredential","BitstringStatusListCredential"],"issuer":"\(issuer)",\
                "validFrom":"\(from)",\
                "credentialSubject":{"type":"BitstringStatusList","statusPurpose":"revocation",\
                "encodedList":"\(try list.encoded())"}}
                """
            sample.servers.serve("https://badgr.example/list", try Sample.key.token(payload, header: Sample.header))
        }
        func payload(_ index: String) -> String {
            Sample.credential(
                """
                ,"credentialStatus":{"type":"BitstringStatusListEntry","statusPurpose":"revocation",\
                "statusListIndex":\(index),"statusListCredential":"https://badgr.example/list"}
                """
            )
        }
        try serve(StatusList(set: [70_001]))
        #expect(try await verdict(payload(#""70001""#)) == .revoked)
        #expect(try await verdict(payload("70001")) == .revoked)
        #expect(try await verdict(payload(#""70000""#)) == .valid)
        guard try await verdict(payload(#""99999999""#)) == .unchecked else {
            Issue.record("a place outside the list is good")
            return
        }
        try serve(StatusList(set: [70_001]), after: 299)
        #expect(try await verdict(payload("70001")) == .revoked)
        try serve(StatusList(set: [70_001]), after: 301)
        #expect(try await verdict(payload("70001")) == .unchecked)
        try serve(StatusList(set: []), issuer: "https://famous.example/issuer")
        #expect(
            try await verdict(payload(#""70001""#)) == .unchecked
        )
    }

    @Test("says so when nothing signed it")
    func unsigned() async {
        #expect(
            await sample.verify(Sample.credential(claims: "")).verdict == .issuerUnknown
        )
    }

    @Test("unpacks lists up to a limit")
    func bomb() throws {
        let packed = try GzipPacker.pack([UInt8](repeating: 0, count: 1 << 20))
        #expect(GzipReader.unpacked(packed, limit: 1 << 20)?.count == 1 << 20)
        #expect(GzipReader.unpacked(packed, limit: (1 << 20) - 1) == nil)
        #expect(GzipReader.unpacked(Array(packed.dropLast(9)), limit: 1 << 20) == nil)
        #expect(GzipReader.unpacked([], limit: 9) == nil)
    }
}
