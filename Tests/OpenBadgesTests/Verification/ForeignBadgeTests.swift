import Core
import Foundation
import Testing

@testable import OpenBadges

/// What honest people's servers and programs do differently from ours.
@Suite("Badges as others write them")
struct ForeignBadgeTests {
    private let sample = Sample()

    private func examine(_ text: String) async -> BadgeReport {
        await OpenBadgesVerifier(fetcher: sample.servers, now: { Sample.now })
            .examine(VerificationInput(.file(Array(text.utf8))))
    }

    /// Serves a hosted assertion with these changes, and gives it.
    private func hosted(_ changes: (String, String)...) async -> BadgeReport {
        let text = changes.reduce(Sample.hosted) { $0.replacing($1.0, with: $1.1) }
        sample.servers.serve(Sample.assertion, text)
        return await examine(text)
    }

    @Test(
        "count with one value or a list of it, and with all the spellings that 2.0 allows",
        arguments: [
            (#""type":"Assertion""#, #""type":["Assertion","Extra"]"#),
            (#""badge":"https://badgr.example/badges/1""#, #""badge":["https://badgr.example/badges/1"]"#),
            (#""issuedOn":"2026-01-02T03:04:05Z""#, #""issuedOn":["2026-01-02T03:04:05+05:30"]"#),
            (#""verification":{"type":"HostedBadge"}"#, #""verify":[{"type":"hosted"}]"#),
            (#","verification""#, #","evidence":[{"narrative":"🐍"}],"expires":null,"verification""#),
        ]
    )
    func spellings(old: String, new: String) async {
        sample.serveV2()
        #expect(await hosted((old, new)).verdict == .valid)
    }

    @Test(
        "are malformed when something that 2.0 demands is missing or of another kind",
        arguments: [
            (#""hashed":true"#, #""hashed":"true""#), ("sha256$", "sha1$"),
            (#""recipient":{"type":"email","#, #""recipient":{"#),
            (#"{"type":"HostedBadge"}"#, #"{"type":"Trust"}"#),
            (#""issuedOn":"2026-01-02T03:04:05Z""#, #""issuedOn":1767323045"#),
        ]
    )
    func malformed(old: String, new: String) async {
        sample.serveV2()
        #expect(await hosted((old, new)).verdict == .malformed)
    }

    @Test("need an issuer with an e-mail address, as 2.0 says")
    func email() async {
        sample.serveV2()
        let profile = #"{"type":"Issuer","id":"\#(Sample.issuer)","name":"Badgr","url":"https://badgr.example"}"#
        sample.servers.serve(Sample.issuer, profile)
        #expect(await examine(Sample.hosted).verdict == .malformed)
    }

    @Test("are taken back by a truth, and by the text that linked data reads as one", arguments: ["true", #""true""#])
    func revoked(value: String) async {
        sample.serveV2()
        sample.servers.serve(Sample.assertion, Sample.assertion(#","revoked":\#(value)"#))
        #expect(await examine(Sample.hosted).verdict == .revoked)
    }

    @Test("of 1.1 count when their server has learned 2.0 since, as long as it says the same")
    func renewed() async {
        sample.serveV2()
        let old = Sample.assertion(#","uid":"1","verify":{"type":"hosted","url":"\#(Sample.assertion)"}"#)
            .replacing("/openbadges/v2", with: "/openbadges/v1")
        #expect(await examine(old).verdict == .valid)
        #expect(await examine(old.replacing("2026-01-02", with: "2025-01-02")).verdict == .altered)
    }

    @Test("whose address we do not ask are unchecked, not blamed on the issuer")
    func refused() async {
        sample.servers.refuse("http://badgr.example/assertions/1")
        let plain = Sample.hosted.replacing("https://badgr.example/assertions", with: "http://badgr.example/assertions")
        #expect(await examine(plain).verdict == .unchecked)
    }

    @Test("signed by an algorithm that we do not know are unchecked; by none or a shared secret they are altered")
    func algorithms() async throws {
        sample.serveV2()
        sample.serveV3()
        for (algorithm, verdict) in [
            ("ES256K", BadgeReport.Verdict.unchecked), ("HS256", .altered), ("none", .altered),
        ] {
            let token = try Sample.key.token(
                Sample.credential(),
                header: Sample.header.replacing("RS256", with: algorithm)
            )
            #expect(await examine(token).verdict == verdict)
            let old = try Sample.key.token(Sample.signed, header: #"{"alg":"\#(algorithm)"}"#)
            #expect(await examine(old).verdict == verdict)
        }
    }

    @Test("may run out by their token alone, and need its claims")
    func claims() async throws {
        sample.serveV3()
        let claims = #","iss":"\#(Sample.issuer)","jti":"urn:uuid:9","nbf":1767323045"#
        func verdict(_ claims: String) async throws -> BadgeReport.Verdict {
            await examine(try Sample.key.token(Sample.credential(claims: claims), header: Sample.header)).verdict
        }
        #expect(try await verdict(claims) == .valid)
        #expect(try await verdict(claims + #","exp":1767323099"#) == .expired)
        #expect(try await verdict(claims + #","exp":"soon""#) == .malformed)
        #expect(try await verdict(claims.replacing("jti", with: "jtj")) == .malformed)
    }

    @Test("in the clothes of JSON are the token inside")
    func enveloped() async throws {
        sample.serveV3()
        let token = try Sample.key.token(Sample.credential(), header: Sample.header)
        let dressed = #"{"type":"EnvelopedVerifiableCredential","id":"data:application/vc+jwt,\#(token)"}"#
        #expect(await examine(dressed).verdict == .valid)
    }

    @Test(
        "of a class that others publish are a kind of badge, an issuer, what others say, and so on: nobody was given them"
    )
    func otherThings() async {
        for type in [
            "Endorsement", "EndorsementCredential", "ClrCredential", "BitstringStatusListCredential", "Profile",
        ] {
            let text =
                #"{"type":["VerifiableCredential","\#(type)"],"credentialSubject":{},"id":"urn:x","revoked":true}"#
            #expect(await examine(text).verdict == .unreadable)
        }
    }

    @Test("of 3.0 have the members and words that its classes demand")
    func members() async throws {
        sample.serveV3()
        for (old, new) in [
            (#""description":"Flies.""#, #""achievementType":"Trophy","description":"Flies.""#),
            (#""description":"Flies.""#, #""alignment":[{"type":["Alignment"]}],"description":"Flies.""#),
            (#""type":["Profile"],"#, ""), (#""validFrom""#, #""evidence":[{"id":"https://x.example"}],"validFrom""#),
            (#""validFrom""#, #""evidence":[],"validFrom""#),
        ] {
            let token = try Sample.key.token(Sample.credential().replacing(old, with: new), header: Sample.header)
            #expect(await examine(token).verdict == .malformed, "\(new)")
        }
    }
}
