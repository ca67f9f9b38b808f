import Core
import Foundation
import Testing

@testable import OpenBadges

@Suite("What others say about an Open Badge 2.0")
struct EndorsementTests {
    private let sample = Sample()
    private static let address = "https://other.example/endorsements/1"

    /// A badge whose assertion has an endorsement, which its server publishes with these changes.
    private func check(_ old: String = "", _ new: String = "") async -> BadgeReport {
        sample.serveV2()
        let hosted = Sample.assertion(
            #","verification":{"type":"HostedBadge"},"endorsement":["\#(Self.address)"]"#
        )
        sample.servers.serve(Sample.assertion, hosted)
        let endorsement = """
            {"@context":"https://w3id.org/openbadges/v2","type":"Endorsement","id":"\(Self.address)",\
            "claim":{"id":"\(Sample.assertion)","endorsementComment":"True 🏅"},"issuer":"https://other.example/issuer",\
            "issuedOn":"2026-02-02T03:04:05Z","verification":{"type":"HostedBadge"}}
            """
        sample.servers.serve(Self.address, old.isEmpty ? endorsement : endorsement.replacing(old, with: new))
        sample.servers.serve(
            "https://other.example/issuer",
            #"{"type":"Issuer","id":"https://other.example/issuer","name":"Other שלום","url":"https://other.example"}"#
        )
        return await sample.verify(hosted)
    }

    @Test("is named with who says it")
    func good() async {
        let report = await check()
        #expect(report.verdict == .valid && report[.endorsements]?.outcome == .passed)
        #expect(report[.endorsements]?.detail == "Other שלום")
    }

    @Test(
        "cannot be relied on when its own issuer does not stand by it, and never changes the verdict",
        arguments: [
            (Sample.assertion, "https://badgr.example/assertions/2"),
            (#""type":"Endorsement""#, #""type":"Assertion""#),
            ("2026-02-02", "2036-02-02"), (#""verification""#, #""revoked":true,"verification""#),
            ("https://other.example/issuer", Sample.issuer), (address, "https://other.example/endorsements/2"),
        ]
    )
    func bad(old: String, new: String) async {
        let report = await check(old, new)
        #expect(report.verdict == .valid && report[.endorsements]?.outcome == .failed)
        #expect(report[.endorsements]?.sentence == "0 of 1 statements of others can be relied on.")
    }
}
