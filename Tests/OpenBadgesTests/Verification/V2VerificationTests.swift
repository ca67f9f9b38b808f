import Core
import Foundation
import Synchronization
import Testing

@testable import OpenBadges

@Suite("Checking an Open Badge 2.0")
struct V2VerificationTests {
    private let sample = Sample()
    private var address: String { Sample.assertion }

    @Test("finds a hosted one genuine, by its link, its text and its picture")
    func genuine() async throws {
        sample.serveV2()
        let badge = try Baking.Badge(.v2, Sample.hosted)
        let picture = try Baking.bake([badge], into: SamplePicture.png)
        let given: [VerificationInput.Source] = [
            .link(address), .file(Array(Sample.hosted.utf8)), .text(Sample.hosted), .file(picture),
        ]
        for given in given {
            let report = await sample.verify(given)
            #expect(report.verdict == .valid)
            #expect(report.checks.allSatisfy { [.passed, .notAsked].contains($0.outcome) } && report.checks.count == 7)
            #expect(report.badge?.name == "Cloud 🏅" && report.badge?.issuer.name == "Badgr שלום")
            #expect(report.badge?.recipient?.matches(EmailAddress(stored: "priya@laurel.example")) == true)
            #expect(report.badge?.recipient?.matches(EmailAddress(stored: "bob@laurel.example")) == false)
        }
    }

    @Test("believes the issuer's server, not the text that was given")
    func forged() async {
        sample.serveV2()
        let forged = Sample.hosted.replacing("2026-01-02", with: "2020-01-02").replacing("deadsea", with: "livesea")
        let report = await sample.verify(forged)
        #expect(report.badge?.issuedOn == Date(iso8601: "2026-01-02T03:04:05Z"))
        #expect(report.badge?.recipient?.matches(EmailAddress(stored: "priya@laurel.example")) == true)
        sample.servers.serve(address, Sample.assertion(id: "https://badgr.example/assertions/2"))
        guard await sample.verify(Sample.hosted).verdict == .altered else {
            Issue.record("another badge at the address is not noticed")
            return
        }
    }

    @Test("tells how far it is: first what the badge's own address says, then who stands behind it")
    func progress() async {
        sample.serveV2()
        let told = Mutex<[BadgeReport]>([])
        let verifier = OpenBadgesVerifier(fetcher: sample.servers, now: { Sample.now })
        _ = await verifier.verify(VerificationInput(.text(Sample.hosted))) { report in
            told.withLock { $0.append(report) }
        }
        let questions = told.withLock { $0.map { Set($0.checks.map(\.question)) } }
        #expect(questions == [[.unchanged, .notRevoked, .inTime], [.issuer, .key, .unchanged, .notRevoked, .inTime]])
        #expect(told.withLock { $0.allSatisfy { $0.verdict == .unchecked } })
    }

    @Test("notices a member that was left out or changed, but not one that an issuer adds later")
    func leftOut() async throws {
        sample.serveV2()
        let whole = try #require(
            try JSONSerialization.jsonObject(with: Data(Sample.hosted.utf8)) as? [String: any Sendable]
        )
        for name in whole.keys where name != "id" {
            let less = try JSONSerialization.data(withJSONObject: whole.filter { $0.key != name })
            let verdict = await sample.verify(String(decoding: less, as: UTF8.self)).verdict
            #expect(verdict != .valid, "without \(name)")
        }
        sample.servers.serve(address, Sample.assertion(#","verification":{"type":"HostedBadge"},"related":[]"#))
        #expect(await sample.verify(Sample.hosted).verdict == .valid)
        sample.servers.serve(address, Sample.assertion(#","verification":{"type":"HostedBadge"},"narrative":"More 🏅""#))
        guard await sample.verify(Sample.hosted).verdict == .altered else {
            Issue.record("what the issuer publishes and the text leaves out is not noticed")
            return
        }
    }

    @Test(
        "knows both ways to take one back",
        arguments: [(410, #"{"revoked":true,"revocationReason":"Oops 🏅"}"#), (200, "")]
    )
    func revoked(status: Int, body: String) async {
        sample.serveV2()
        let whole = Sample.assertion(#","revoked":true,"revocationReason":"Oops 🏅""#)
        sample.servers.serve(address, body.isEmpty ? whole : body, status: status)
        let report = await sample.verify(Sample.hosted)
        #expect(report.verdict == .revoked && report.badge?.revocation?.reason == "Oops 🏅")
    }

    @Test("says when its time is over or has not begun")
    func times() async {
        sample.serveV2()
        sample.servers.serve(
            address,
            Sample.assertion(#","expires":"2026-02-01T00:00:00Z","verification":{"type":"HostedBadge"}"#)
        )
        let end = Date(iso8601: "2026-02-01T00:00:00Z") ?? .distantPast
        let ended = await sample.verify(.link(address))
        #expect(ended.verdict == .expired && ended.badge?.expires == end)
        let start = Date(iso8601: "2036-01-02T03:04:05Z") ?? .distantPast
        sample.servers.serve(address, Sample.hosted.replacing("2026-", with: "2036-"))
        let early = await sample.verify(.link(address))
        #expect(early.verdict == .notYetValid && early.badge?.issuedOn == start)
    }

    @Test("does not believe a server that is not the issuer's")
    func foreignIssuer() async {
        sample.serveV2(issuer: "https://famous.example/issuer")
        guard await sample.verify(.link(address)).verdict == .issuerUnknown else {
            Issue.record("anybody may issue in anybody's name")
            return
        }
    }

    @Test("keeps to the issuer's own rules about where its badges are")
    func scope() async {
        sample.serveV2(profile: #","verification":{"startsWith":"https://badgr.example/other/"}"#)
        guard await sample.verify(.link(address)).verdict == .issuerUnknown else {
            Issue.record("startsWith is ignored")
            return
        }
        sample.serveV2(profile: #","verification":{"allowedOrigins":["badgr.example","x.example"]}"#)
        #expect(await sample.verify(.link(address)).verdict == .valid)
    }

    @Test("says that a server does not answer, and asks nobody who cannot help")
    func unreachable() async {
        sample.serveV2()
        for url in [Sample.assertion, Sample.issuer] {
            sample.serveV2()
            sample.servers.stop(url)
            #expect(
                await sample.verify(Sample.hosted).verdict == .unchecked
            )
        }
        sample.servers.serve(address, "", status: 503)
        #expect(
            await sample.verify(Sample.hosted).verdict == .unchecked
        )
    }

    @Test("finds a signed one genuine, and its changes, foreign keys and revocation")
    func signed() async throws {
        sample.serveV2()
        let token = try Sample.key.token(Sample.signed, header: #"{"alg":"RS256"}"#)
        #expect(await sample.verify(token).verdict == .valid)
        let parts = token.split(separator: ".")
        let other = Sample.signed.replacing("2026-01", with: "2025-01")
        let changed = "\(parts[0]).\(Base64URL.text(other.utf8)).\(parts[2])"
        #expect(await sample.verify(changed).verdict == .altered)
        let none = "\(Base64URL.text(#"{"alg":"none"}"#.utf8)).\(parts[1]).AA"
        #expect(await sample.verify(none).verdict == .altered)
        sample.serveV2(profile: #","revocationList":"https://badgr.example/revoked""#)
        sample.servers.serve(
            "https://badgr.example/revoked",
            #"{"type":"RevocationList","revokedAssertions":[{"id":"urn:uuid:1","revocationReason":"Left"}]}"#
        )
        let report = await sample.verify(token)
        #expect(report.verdict == .revoked && report.badge?.revocation?.reason == "Left")
        let foreign = Sample.signed.replacing("keys/1", with: "keys/2")
        let verdict = await sample.verify(try Sample.key.token(foreign, header: #"{"alg":"RS256"}"#)).verdict
        #expect(verdict == .issuerUnknown)
    }

    @Test(
        "says what is no badge",
        arguments: [
            "", "🏅", "{", "{}", "[]", #"{"type":"Issuer"}"#, "a.b.c", "<svg/>", String(repeating: "a", count: 10_000),
        ]
    )
    func nothing(text: String) async {
        let report = await sample.verify(text)
        #expect(report.verdict == .unreadable && report.badge == nil && report.sentence.hasSuffix("."))
    }
}
