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
        let given: [BadgeCheck.Given] = [
            .link(address), .file(ImportedFile(mediaType: "", bytes: Array(Sample.hosted.utf8))),
            .file(ImportedFile(mediaType: "", bytes: picture)),
        ]
        for given in given {
            let report = await sample.verify(given)
            #expect(report.verdict == .genuine)
            #expect(
                report.answers.map(\.question.rawValue).sorted() == ["current", "issuer", "notRevoked", "unchanged"]
            )
            #expect(report.contents?.name == "Cloud 🏅" && report.contents?.issuer == "Badgr שלום")
            #expect(report.recipient?.matches(EmailAddress(stored: "priya@laurel.example")) == true)
            #expect(report.recipient?.matches(EmailAddress(stored: "bob@laurel.example")) == false)
        }
    }

    @Test("believes the issuer's server, not the text that was given")
    func forged() async {
        sample.serveV2()
        let forged = Sample.hosted.replacing("2026-01-02", with: "2020-01-02").replacing("deadsea", with: "livesea")
        let report = await sample.verify(forged)
        #expect(report.contents?.issuedOn == Date(iso8601: "2026-01-02T03:04:05Z"))
        #expect(report.recipient?.matches(EmailAddress(stored: "priya@laurel.example")) == true)
        sample.servers.serve(address, Sample.assertion(id: "https://badgr.example/assertions/2"))
        guard case .altered = await sample.verify(Sample.hosted).verdict else {
            Issue.record("another badge at the address is not noticed")
            return
        }
    }

    @Test("tells how far it is: first what the badge's own address says, then who stands behind it")
    func progress() async {
        sample.serveV2()
        let told = Mutex<[VerificationReport]>([])
        let verifier = OpenBadgesVerifier(fetcher: sample.servers, now: { Sample.now })
        let given = BadgeCheck.Given.file(ImportedFile(mediaType: "", bytes: Array(Sample.hosted.utf8)))
        _ = await verifier.verify(given) { report in told.withLock { $0.append(report) } }
        let questions = told.withLock { $0.map { Set($0.answers.map(\.question)) } }
        #expect(questions == [[.unchanged, .notRevoked, .current], [.issuer, .unchanged, .notRevoked, .current]])
        #expect(told.withLock { $0.allSatisfy { $0.verdict == .open } })
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
            #expect(verdict != .genuine, "without \(name)")
        }
        sample.servers.serve(address, Sample.assertion(#","verification":{"type":"HostedBadge"},"related":[]"#))
        #expect(await sample.verify(Sample.hosted).verdict == .genuine)
        sample.servers.serve(address, Sample.assertion(#","verification":{"type":"HostedBadge"},"narrative":"More 🏅""#))
        guard case .altered = await sample.verify(Sample.hosted).verdict else {
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
        #expect(await sample.verify(Sample.hosted).verdict == .revoked(reason: "Oops 🏅"))
    }

    @Test("says when its time is over or has not begun")
    func times() async {
        sample.serveV2()
        sample.servers.serve(
            address,
            Sample.assertion(#","expires":"2026-02-01T00:00:00Z","verification":{"type":"HostedBadge"}"#)
        )
        let end = Date(iso8601: "2026-02-01T00:00:00Z") ?? .distantPast
        #expect(await sample.verify(.link(address)).verdict == .expired(end))
        let start = Date(iso8601: "2036-01-02T03:04:05Z") ?? .distantPast
        sample.servers.serve(address, Sample.hosted.replacing("2026-", with: "2036-"))
        #expect(await sample.verify(.link(address)).verdict == .notYetValid(start))
    }

    @Test("does not believe a server that is not the issuer's")
    func foreignIssuer() async {
        sample.serveV2(issuer: "https://famous.example/issuer")
        guard case .issuerUnknown = await sample.verify(.link(address)).verdict else {
            Issue.record("anybody may issue in anybody's name")
            return
        }
    }

    @Test("keeps to the issuer's own rules about where its badges are")
    func scope() async {
        sample.serveV2(profile: #","verification":{"startsWith":"https://badgr.example/other/"}"#)
        guard case .issuerUnknown = await sample.verify(.link(address)).verdict else {
            Issue.record("startsWith is ignored")
            return
        }
        sample.serveV2(profile: #","verification":{"allowedOrigins":["badgr.example","x.example"]}"#)
        #expect(await sample.verify(.link(address)).verdict == .genuine)
    }

    @Test("says that a server does not answer, and asks nobody who cannot help")
    func unreachable() async {
        sample.serveV2()
        for url in [Sample.assertion, Sample.issuer] {
            sample.serveV2()
            sample.servers.stop(url)
            #expect(
                await sample.verify(Sample.hosted).verdict.kind == "unreachable"
            )
        }
        sample.servers.serve(address, "", status: 503)
        #expect(
            await sample.verify(Sample.hosted).verdict.kind == "unreachable"
        )
    }

    @Test("finds a signed one genuine, and its changes, foreign keys and revocation")
    func signed() async throws {
        sample.serveV2()
        let token = try Sample.key.token(Sample.signed, header: #"{"alg":"RS256"}"#)
        #expect(await sample.verify(token).verdict == .genuine)
        let parts = token.split(separator: ".")
        let other = Sample.signed.replacing("2026-01", with: "2025-01")
        let changed = "\(parts[0]).\(Base64URL.text(other.utf8)).\(parts[2])"
        #expect(await sample.verify(changed).verdict.kind == "altered")
        let none = "\(Base64URL.text(#"{"alg":"none"}"#.utf8)).\(parts[1]).AA"
        #expect(await sample.verify(none).verdict.kind == "altered")
        sample.serveV2(profile: #","revocationList":"https://badgr.example/revoked""#)
        sample.servers.serve(
            "https://badgr.example/revoked",
            #"{"type":"RevocationList","revokedAssertions":[{"id":"urn:uuid:1","revocationReason":"Left"}]}"#
        )
        #expect(await sample.verify(token).verdict == .revoked(reason: "Left"))
        let foreign = Sample.signed.replacing("keys/1", with: "keys/2")
        let verdict = await sample.verify(try Sample.key.token(foreign, header: #"{"alg":"RS256"}"#)).verdict
        #expect(verdict.kind == "issuerUnknown")
    }

    @Test(
        "says what is no badge",
        arguments: [
            "", "🏅", "{", "{}", "[]", #"{"type":"Issuer"}"#, "a.b.c", "<svg/>", String(repeating: "a", count: 10_000),
        ]
    )
    func nothing(text: String) async {
        guard case .noBadge(let sentence) = await sample.verify(text).verdict else {
            Issue.record("it is taken for a badge")
            return
        }
        #expect(sentence.hasSuffix("."))
    }
}
