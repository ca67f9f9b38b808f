import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import OpenBadges
import Testing

@testable import App

/// The way out of another Laurel, which reaches only the portal of the test, over its real routes.
private struct PortalFetcher: Core.DocumentFetcher {
    let portal: BadgePortal

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchedDocument {
        guard request.url.hasPrefix(BadgePortal.base) else { throw .unreachable(host: request.url) }
        let path = String(request.url.dropFirst(BadgePortal.base.count))
        do {
            let answer = try await portal.get(path, accept: request.types.joined(separator: ", "))
            let type = (answer.headers[.contentType] ?? "").prefix { $0 != ";" }
            return FetchedDocument(
                status: answer.status.code,
                mediaType: String(type),
                body: answer.bytes,
                url: request.url,
                date: BadgePortal.now
            )
        } catch {
            throw .unreachable(host: BadgePortal.base)
        }
    }
}

/// What one Laurel gives out, another checks.
@Suite("Badges of this portal, checked elsewhere")
struct OwnBadgesVerifiedTests {
    private static let address = "\(BadgePortal.base)/ob/v2/assertions/\(BadgePortal.award)"
    private static let forms = [
        "/ob/v2/assertions/\(BadgePortal.award)", "/ob/v2/assertions/\(BadgePortal.award).jws",
        "/ob/v3/credentials/\(BadgePortal.award).jwt", "/awards/\(BadgePortal.award)/image.png",
        "/awards/\(BadgePortal.award)/image.svg",
    ]

    private func examine(
        _ source: VerificationInput.Source,
        _ portal: BadgePortal,
        recipients: [String] = []
    ) async -> BadgeReport {
        let now = BadgePortal.now + 60
        return await OpenBadgesVerifier(fetcher: PortalFetcher(portal: portal), now: { now }, patience: .seconds(600))
            .examine(VerificationInput(source, recipients: recipients))
    }

    @Test("are valid in every form, and belong to the address they were given to", arguments: forms)
    func valid(path: String) async throws {
        let portal = try await BadgePortal()
        let file = try await portal.get(path, accept: "application/json, image/png, image/svg+xml, text/plain")
        let report = await examine(.file(file.bytes), portal, recipients: ["Ada@acme.example"])
        #expect(report.verdict == .valid, "\(report)")
        #expect(report[.recipient]?.outcome == .passed)
        #expect(report.badge?.issuer.domain == "badges.acme.example")
        #expect(await examine(.file(file.bytes), portal, recipients: ["eve@acme.example"]).verdict == .otherPerson)
    }

    @Test("are valid by their links", arguments: [address, "\(BadgePortal.base)/awards/\(BadgePortal.award)"])
    func link(address: String) async throws {
        let report = await examine(.link(address), try await BadgePortal())
        #expect(report.verdict == .valid, "\(report)")
    }

    @Test("are not valid in any form once they are taken back", arguments: forms)
    func revoked(path: String) async throws {
        let portal = try await BadgePortal()
        let file = try await portal.get(path, accept: "application/json, image/png, image/svg+xml, text/plain")
        try await portal.revoke()
        let report = await examine(.file(file.bytes), portal)
        #expect(report.verdict == .revoked, "\(report)")
        #expect(report.sentence.contains("took this badge back"))
    }

    @Test("are not valid once any leaf of them is changed")
    func leaves() async throws {
        let portal = try await BadgePortal()
        let hosted = try await portal.get(Self.forms[0], accept: "application/json").bytes
        for changed in try Leaves.changed(hosted) {
            let text = String(decoding: changed, as: UTF8.self)
            #expect(await examine(.file(changed), portal).verdict != .valid, "\(text)")
        }
        for path in Self.forms[1...2] {
            let parts = try await portal.get(path, accept: "text/plain").text.split(separator: ".").map(String.init)
            for changed in try Leaves.changed(try #require(Leaves.decoded(parts[1]))) {
                let token = "\(parts[0]).\(Leaves.encoded(changed)).\(parts[2])"
                #expect(await examine(.text(token), portal).verdict != .valid)
            }
        }
    }
}

/// Every way to change one value of a document.
private enum Leaves {
    static func changed(_ bytes: [UInt8]) throws -> [[UInt8]] {
        let document = try JSONSerialization.jsonObject(with: Data(bytes))
        return try variants(document).map { [UInt8](try JSONSerialization.data(withJSONObject: $0)) }
    }

    private static func variants(_ value: Any) -> [Any] {
        switch value {
        case let members as [String: Any]:
            members.flatMap { name, member -> [Any] in
                variants(member).map { changed -> Any in members.merging([name: changed]) { $1 } }
            }
        case let items as [Any]:
            items.indices.flatMap { index -> [Any] in
                variants(items[index]).map { changed -> Any in
                    var copy = items
                    copy[index] = changed
                    return copy
                }
            }
        case let text as String: [text + "x"]
        case let number as NSNumber: [number.intValue + 1]
        default: []
        }
    }

    static func decoded(_ part: String) -> [UInt8]? {
        var text = part.replacing("-", with: "+").replacing("_", with: "/")
        while text.utf8.count % 4 != 0 { text += "=" }
        return Data(base64Encoded: text).map { [UInt8]($0) }
    }

    static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
