import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("The status of a credential")
struct StatusTests {
    private static let credential = "/ob/v3/credentials/\(BadgePortal.award)"

    /// Addresses of lists, by what they are about.
    private static func status(_ method: StatusMethod) async throws -> (BadgePortal, [[String: String]]) {
        let portal = try await BadgePortal(status: method)
        let status = try await portal.get(credential).json["credentialStatus"]
        let one = (status as? [String: String]).map { [$0] }
        return (portal, one ?? status as? [[String: String]] ?? [])
    }

    @Test("is one bit unless more is configured, as the schema of Open Badges 3.0 wants it")
    func standard() async throws {
        let (portal, status) = try await Self.status(.bitstring)
        #expect(status.count == 1 && status[0]["statusPurpose"] == "revocation")
        #expect(try await portal.get(Self.credential).json["credentialSchema"] != nil)
    }

    @Test("can be two bits, at the same place of two lists, which change apart")
    func suspension() async throws {
        let (portal, status) = try await Self.status(.bitstringWithSuspension)
        #expect(status.map { $0["statusPurpose"] } == ["revocation", "suspension"])
        #expect(status[0]["statusListIndex"] == status[1]["statusListIndex"])
        #expect(try await portal.get(Self.credential).json["credentialSchema"] == nil)
        let paths = status.compactMap { $0["statusListCredential"]?.replacing(BadgePortal.base, with: "") }
        let lists = { try await paths.asyncMap { try await Self.encodedList(portal, $0) } }
        let before = try await lists()
        #expect(before[0] == before[1])
        try await portal.suspend()
        let suspended = try await lists()
        #expect(suspended[0] == before[0] && suspended[1] != before[1])
        try await portal.database.awards.resume(BadgePortal.award, by: .commandLine, at: BadgePortal.now)
        #expect(try await lists() == before)
        try await portal.revoke()
        let revoked = try await lists()
        #expect(revoked[0] == suspended[1] && revoked[1] == before[1])
    }

    private static func encodedList(_ portal: BadgePortal, _ path: String) async throws -> String {
        let subject = try await portal.get(path, accept: "application/json").json["credentialSubject"]
        let list = try #require(subject as? [String: String])
        #expect(path.hasSuffix("suspension") == (list["statusPurpose"] == "suspension"))
        return try #require(list["encodedList"])
    }

    @Test("can be an entry in 1EdTech's list, with the reason")
    func revocationList() async throws {
        let (portal, status) = try await Self.status(.revocationList)
        #expect(status == [["id": "\(BadgePortal.base)/ob/v3/revocations", "type": "1EdTechRevocationList"]])
        let entries = {
            try await portal.get("/ob/v3/revocations").json["revokedCredential"] as? [[String: any Sendable]]
        }
        #expect(try await entries()?.isEmpty == true)
        try await portal.suspend()
        #expect(try await entries()?.first?["revocationReason"] as? String == "On hold: Why 🔍")
        try await portal.revoke()
        let entry = try #require(try await entries()?.first)
        #expect(entry["id"] as? String == "\(BadgePortal.base)\(Self.credential)")
        #expect(entry["revoked"] as? Bool == true && entry["revocationReason"] as? String == "A mistake 🙈")
        #expect(try await portal.get("/ob/v3/issuers/none/revocations").status == .notFound)
    }

    @Test("of 2.0 says for as long as an award is on hold that it does not count")
    func second() async throws {
        let portal = try await BadgePortal()
        let path = "/ob/v2/assertions/\(BadgePortal.award)"
        try await portal.suspend()
        let held = try await portal.get(path)
        #expect(held.status == .gone && held.text.contains("On hold: Why 🔍"))
        try await portal.database.awards.resume(BadgePortal.award, by: .commandLine, at: BadgePortal.now)
        #expect(try await portal.get(path).status == .ok)
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
