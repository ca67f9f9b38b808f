import Core
import Foundation
import HummingbirdTesting
import HTTPTypes
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("Hosted badges")
struct HostedBadgesTests {
    private static let award = BadgePortal.award.rawValue

    @Test(
        "are open to every script, have a tag, set no cookie and name no address of a person",
        arguments: [
            "/ob/v2/issuer", "/ob/v2/badges/git", "/ob/v2/badges/git/versions/1", "/ob/v2/assertions/\(award)",
            "/ob/v2/assertions/\(award).jws", "/ob/v2/revocations", "/ob/v3/issuer", "/ob/v3/achievements/git",
            "/ob/v3/achievements/git/versions/1", "/ob/v3/credentials/\(award)", "/ob/v3/credentials/\(award).jwt",
            "/ob/v3/status/1", "/ob/v3/status/1/suspension", "/ob/v3/revocations",
            "/.well-known/did.json", "/.well-known/jwks.json", "/awards/\(award)/image.png",
            "/awards/\(award)/image.svg", "/badges/git/versions/1/image.png", "/badges/git/versions/1/image.svg",
        ]
    )
    func open(path: String) async throws {
        let portal = try await BadgePortal()
        let answer = try await portal.get(path, accept: "application/json")
        #expect(answer.status == .ok)
        #expect(
            answer.headers[.accessControlAllowOrigin] == "*"
                && answer.headers[.cacheControl]?.hasPrefix("public") == true
        )
        #expect(answer.headers[.setCookie] == nil && !answer.text.contains("ada@"))
        let tag = try #require(answer.headers[.eTag])
        let again = try await portal.get(path, accept: "application/json", [.ifNoneMatch: tag])
        #expect(again.status == .notModified && again.bytes.isEmpty)
    }

    @Test(
        "answer in the type that is wanted",
        arguments: [
            (nil, "application/ld+json"), ("*/*", "application/ld+json"), ("application/json", "application/json"),
            ("application/ld+json, application/json, image/png", "application/ld+json"),
            ("application/json;q=0.9, application/ld+json;q=0.1", "application/json"),
            ("image/png", "application/ld+json"),
        ] as [(String?, String)]
    )
    func types(accept: String?, type: String) async throws {
        let portal = try await BadgePortal()
        for path in ["/ob/v2/issuer", "/ob/v2/badges/git", "/ob/v2/assertions/\(Self.award)"] {
            let answer = try await portal.get(path, accept: accept)
            #expect(answer.headers[.contentType] == type)
            #expect(answer.headers[.vary]?.contains("Accept") == true)
        }
    }

    @Test("lead people to the page")
    func people() async throws {
        let portal = try await BadgePortal()
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        let assertion = try await portal.get("/ob/v2/assertions/\(Self.award)", accept: browser)
        #expect(assertion.status == .found && assertion.headers[.location] == "/awards/\(Self.award)")
        #expect(try await portal.get("/ob/v3/achievements/git", accept: browser).headers[.location] == "/badges/git")
    }

    @Test("stand at the award's own address for programs that ask")
    func negotiated() async throws {
        let portal = try await BadgePortal()
        let path = "/awards/\(Self.award)"
        #expect(try await portal.get(path, accept: "*/*").headers[.contentType] == "text/html; charset=utf-8")
        let second = try await portal.get(path, accept: "application/ld+json")
        #expect(try second.json["type"] as? String == "Assertion")
        let third = try await portal.get(path, accept: "application/vc+ld+json")
        #expect(try third.json["validFrom"] as? String == "2026-03-02T08:00:00Z")
        let token = try await portal.get(path, accept: "application/vc+jwt")
        #expect(token.text.split(separator: ".").count == 3)
    }

    @Test("say at once when an award was taken back")
    func revoked() async throws {
        let portal = try await BadgePortal()
        let path = "/ob/v2/assertions/\(Self.award)"
        #expect(try await portal.get(path).status == .ok)
        let before = try await portal.get("/ob/v3/status/1").text
        try await portal.revoke()
        let answer = try await portal.get(path)
        #expect(answer.status == .gone)
        #expect(try answer.json["revoked"] as? Bool == true)
        #expect(try answer.json["revocationReason"] as? String == "A mistake 🙈")
        #expect(try await portal.get("/ob/v3/status/1").text != before)
        let list = try await portal.get("/ob/v2/revocations").json["revokedAssertions"] as? [any Sendable]
        #expect(list?.count == 2)
        #expect(try await portal.get("/awards/\(Self.award)", accept: "text/html").status == .ok)
    }

    @Test("stay what they were when the badge changes")
    func versions() async throws {
        let portal = try await BadgePortal()
        let slug = try Slug("git")
        let before = try await portal.get("/ob/v2/assertions/\(Self.award)").json["badge"] as? String
        let revision = try await portal.database.badges.badge(slug).revision
        let edit = BadgeEdit(
            badge: "git",
            revision: revision,
            slug: slug,
            content: BadgePortal.content("Something else"),
            isCorrection: false
        )
        _ = try await portal.database.badges.save(edit, by: .commandLine, at: BadgePortal.now)
        let after = try await portal.get("/ob/v2/assertions/\(Self.award)").json["badge"] as? String
        #expect(before == after && after == "\(BadgePortal.base)/ob/v2/badges/git/versions/1")
        #expect(try await portal.get("/ob/v2/badges/git/versions/1").json["name"] as? String == "Git 🏅")
        #expect(try await portal.get("/ob/v2/badges/git").json["name"] as? String == "Something else")
        let credential = try await portal.get("/ob/v3/credentials/\(Self.award)").json
        #expect(credential["name"] as? String == "Git 🏅")
    }

    @Test("are signed with the new key after a rotation, and the old key stays published")
    func rotation() async throws {
        let portal = try await BadgePortal()
        let path = "/ob/v3/credentials/\(Self.award).jwt"
        let old = try await portal.get(path).text
        try await portal.keyring.rotate("acme", by: .commandLine, at: BadgePortal.now + 1)
        let new = try await portal.get(path).text
        #expect(old.split(separator: ".")[0] != new.split(separator: ".")[0])
        let keys = try await portal.get("/.well-known/jwks.json").json["keys"] as? [[String: any Sendable]]
        #expect(keys?.count == 4)
        for key in keys ?? [] {
            let address = try #require(key["kid"] as? String).replacing(BadgePortal.base, with: "")
            #expect(try await portal.get(address).status == .ok)
        }
    }

    @Test(
        "that never existed are not found",
        arguments: [
            "/ob/v2/assertions/x", "/ob/v2/assertions/6f1c2f80-0000-4000-8000-00000000000b", "/ob/v2/badges/none",
            "/ob/v2/badges/git/versions/2", "/ob/v2/badges/git/versions/x", "/ob/v2/keys/x", "/ob/v3/status/2",
            "/ob/v3/status/x", "/ob/v2/issuers/none", "/ob/v3/credentials/\(award).exe", "/ob/issuers/none/did.json",
            "/awards/\(award)/image.png?version=9",
        ]
    )
    func missing(path: String) async throws {
        let portal = try await BadgePortal()
        #expect(try await portal.get(path, accept: "application/json").status == .notFound)
    }
}
