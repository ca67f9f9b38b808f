import Core
import Foundation
import Testing

@testable import OpenBadges

/// What people who want to cheat, or to do damage, hand in.
@Suite("Hostile badges")
struct HostileBadgeTests {
    private let sample = Sample()

    private func examine(_ text: String) async -> BadgeReport { await examine(Array(text.utf8)) }

    private func examine(_ bytes: [UInt8]) async -> BadgeReport {
        await OpenBadgesVerifier(fetcher: sample.servers, now: { Sample.now }).examine(VerificationInput(.file(bytes)))
    }

    @Test(
        "say what they are in a sentence",
        arguments: [
            "", "🏅", "{", "[]", "{}", #"{"a":1,"a":2}"#, "a.b.c", "https://a b", "<svg><script>alert(1)</script></svg>",
            #"<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>"#,
            #"<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>"#,
            String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 100_000),
            String(repeating: "שלום", count: 2_500), "{\"@context\":[],\"type\":\"VerifiablePresentation\"}",
        ]
    )
    func sentences(text: String) async {
        let report = await examine(text)
        #expect(report.verdict == .unreadable)
        #expect(report.sentence.count > 20 && report.sentence.hasSuffix("."))
    }

    @Test("with 100,000 parts or a part that unpacks without end are refused")
    func bombs() async throws {
        let picture = try #require(BakingTests.pictures.first)
        let chunk: [UInt8] = [0, 0, 0, 0, 0x74, 0x45, 0x58, 0x74, 0x23, 0x1B, 0xBB, 0x82]
        let many = Array(picture[..<33]) + Array(repeating: chunk, count: 100_000).joined() + Array(picture[33...])
        #expect(await examine(many).verdict == .unreadable)
        let packed = try GzipPacker.pack([UInt8](repeating: 0, count: 32 << 20))
        #expect(GzipReader.unpacked(packed, limit: 8 << 20) == nil)
    }

    @Test(
        "with a header that asks to believe it are not believed",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None","kid":"https://badgr.example/keys/9"}"#,
            #"{"alg":"HS256","kid":"https://badgr.example/keys/9"}"#,
            #"{"alg":"ES256","kid":"https://badgr.example/keys/9"}"#,
            #"{"alg":"RS256","kid":"https://badgr.example/keys/9","crit":["b64"],"b64":false}"#,
        ]
    )
    func headers(header: String) async throws {
        sample.serveV3()
        let report = await examine(try Sample.key.token(Sample.credential(), header: header))
        #expect(![.valid, .expired, .notYetValid].contains(report.verdict), "\(report)")
    }

    @Test("cannot make it look as if somebody else took a badge back")
    func foreignRevocation() async throws {
        sample.serveV2()
        let own = "https://evil.example/a.json"
        let text = Sample.hosted.replacing("https://badgr.example/assertions/1", with: own)
        sample.servers.serve(own, #"{"revoked":true,"revocationReason":"Fraud"}"#, status: 410)
        let report = await examine(text)
        #expect(report.verdict == .issuerUnknown && report.badge?.revocation == nil, "\(report)")
    }

    @Test("are valid only with a key that is the issuer's")
    func keys() async throws {
        sample.serveV3()
        #expect(await examine(try Sample.key.token(Sample.credential(), header: Sample.header)).verdict == .valid)
        let own = #"{"alg":"RS256","jwk":\#(Sample.key.jwk)}"#
        #expect(await examine(try Sample.key.token(Sample.credential(), header: own)).verdict != .valid)
        let famous = Sample.credential(issuer: "https://famous.example/issuer")
        #expect(await examine(try Sample.key.token(famous, header: Sample.header)).verdict != .valid)
        let look = Sample.credential(issuer: "https://badgr.example.evil.example/issuer")
        #expect(await examine(try Sample.key.token(look, header: Sample.header)).verdict != .valid)
        let user = Sample.credential(issuer: "https://famous.example@badgr.example/issuer")
        #expect(await examine(try Sample.key.token(user, header: Sample.header)).verdict != .valid)
    }

    @Test(
        "whose claims contradict what they say are not valid",
        arguments: [
            ("iss", "https://other.example"), ("jti", "urn:uuid:8"), ("sub", "mailto:eve@laurel.example"), ("nbf", "1"),
        ]
    )
    func claims(claim: String, value: String) async throws {
        sample.serveV3()
        let claims = [
            "iss": Sample.issuer, "jti": "urn:uuid:9", "sub": "mailto:priya@laurel.example", "nbf": "1767323045",
        ].merging([claim: value]) { $1 }
        let text = claims.map { $0.key == "nbf" ? ",\"nbf\":\($0.value)" : ",\"\($0.key)\":\"\($0.value)\"" }.joined()
        let report = await examine(try Sample.key.token(Sample.credential(claims: text), header: Sample.header))
        #expect([.issuerUnknown, .malformed].contains(report.verdict), "\(report)")
    }

    @Test("named by a status list of another issuer, or one that cannot be had, are not called valid")
    func lists() async throws {
        sample.serveV3()
        let status = """
            ,"credentialStatus":{"type":"BitstringStatusListEntry","statusPurpose":"revocation",\
            "statusListIndex":"7","statusListCredential":"https://badgr.example/list"}
            """
        let token = try Sample.key.token(Sample.credential(status), header: Sample.header)
        #expect(await examine(token).verdict == .unchecked)
        let list = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],"id":"https://badgr.example/list",\
            "type":["VerifiableCredential","BitstringStatusListCredential"],"issuer":"https://other.example/issuer",\
            "validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"type":"BitstringStatusList",\
            "statusPurpose":"revocation","encodedList":"\(try StatusList(set: []).encoded())"}}
            """
        sample.servers.serve("https://badgr.example/list", try Sample.key.token(list, header: Sample.header))
        #expect(await examine(token).verdict == .unchecked)
        let own = list.replacing("https://other.example/issuer", with: Sample.issuer)
        sample.servers.serve("https://badgr.example/list", try Sample.key.token(own, header: Sample.header))
        #expect(await examine(token).verdict == .valid)
    }
}
