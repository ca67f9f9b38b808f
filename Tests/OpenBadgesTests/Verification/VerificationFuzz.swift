import Contracts
import Core
import Foundation
import Testing

@testable import OpenBadges

/// Badges of every form, damaged: checking them never crashes, and what is called valid says what its issuer said.
@Suite("Damaged badges, for long", .fuzz)
struct VerificationFuzz {
    private let sample = Sample()

    init() {
        sample.serveV2()
        sample.serveV3()
    }

    enum Form: CaseIterable {
        case hosted, signed, token, hostedPNG, tokenPNG, hostedSVG, tokenSVG
    }

    private func badge(_ form: Form) throws -> [UInt8] {
        let token = try Sample.key.token(Sample.credential(), header: Sample.header)
        func baked(_ version: Baking.Version, _ text: String, into picture: [UInt8]) throws -> [UInt8] {
            try Baking.bake([try Baking.Badge(version, text)], into: picture)
        }
        return switch form {
        case .hosted: Array(Sample.hosted.utf8)
        case .signed: Array(try Sample.key.token(Sample.signed, header: #"{"alg":"RS256"}"#).utf8)
        case .token: Array(token.utf8)
        case .hostedPNG: try baked(.v2, Sample.hosted, into: SamplePicture.png)
        case .tokenPNG: try baked(.v3, token, into: SamplePicture.png)
        case .hostedSVG: try baked(.v2, Sample.hosted, into: Array(SamplePicture.svg.utf8))
        case .tokenSVG: try baked(.v3, token, into: Array(SamplePicture.svg.utf8))
        }
    }

    private func examine(_ bytes: [UInt8]) async -> BadgeReport {
        await OpenBadgesVerifier(fetcher: sample.servers, now: { Sample.now })
            .examine(VerificationInput(.file(bytes), recipients: ["priya@laurel.example"]))
    }

    @Test("never crash and never become another badge", arguments: Form.allCases, Fuzz.seeds)
    func damaged(form: Form, seed: UInt64) async throws {
        let whole = try badge(form)
        let truth = await examine(whole)
        #expect(truth.verdict == .valid)
        var random = Generator(seed: seed)
        for _ in 0..<Fuzz.rounds {
            let report = await examine(whole.damaged(by: &random))
            #expect(!report.sentence.isEmpty)
            guard report.verdict == .valid else { continue }
            let (found, real) = (report.badge, truth.badge)
            #expect((found?.name, found?.id, found?.issuedOn) == (real?.name, real?.id, real?.issuedOn))
            #expect(found?.issuer == real?.issuer && found?.expires == nil)
        }
    }

    @Test("nor do the answers of servers, damaged", arguments: Fuzz.seeds)
    func answers(seed: UInt64) async throws {
        var random = Generator(seed: seed)
        let (hosted, token) = (try badge(.hosted), try badge(.token))
        for _ in 0..<Fuzz.rounds {
            let url = ["https://badgr.example/badges/1", Sample.issuer, "https://badgr.example/keys/9"].randomElement(
                using: &random
            )
            guard let url, let answer = sample.servers.body(url) else { continue }
            sample.servers.serve(url, String(decoding: Array(answer.utf8).damaged(by: &random), as: UTF8.self))
            for report in [await examine(hosted), await examine(token)] { #expect(!report.sentence.isEmpty) }
            sample.servers.serve(url, answer)
        }
    }
}
