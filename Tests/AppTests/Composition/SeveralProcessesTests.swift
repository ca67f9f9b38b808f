import Contracts
import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OpenBadges
import Storage
import Testing

@testable import App

/// Two processes behind a load balancer: whatever one does, the other knows at the next request.
@Suite("Several processes") struct SeveralProcessesTests {
    /// Runs `body` with a browser at each of two processes.
    private func both(
        _ portal: TestPortal,
        _ body: @escaping @Sendable (_ first: Browser, _ second: Browser) async throws -> Void
    ) async throws {
        let other = try portal.anotherProcess()
        for process in [portal.portal, other] { try await process.keyring.prepare(by: .commandLine, at: portal.now) }
        try await Application(router: other.router, logger: TestPortal.logger).test(.router) { client in
            let second = Browser(client)
            try await portal.browse { first in try await body(first, second) }
        }
        try other.database.close()
    }

    private func correct(
        _ badge: BadgeClass,
        in portal: TestPortal,
        _ change: (inout BadgeContent) -> Void
    ) async throws {
        var edit = BadgeEdit(
            badge: badge.id,
            revision: badge.revision,
            slug: badge.slug,
            content: badge.content,
            isCorrection: true
        )
        change(&edit.content)
        _ = try await portal.database.badges.save(edit, by: .commandLine, at: portal.now)
    }

    @Test("show the same badge as soon as one of them changed it")
    func badge() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git", name: "Git")
        let award = try await portal.give(badge, to: try await portal.person("priya"))
        try await both(portal) { _, second in
            #expect(try await second.get("/badges").text.contains("Git"))
            #expect(try await second.get("/badges/git").text.contains("Can do it."))
            #expect(try await second.get("/ob/v3/achievements/git").text.contains("Can do it."))
            #expect(try await second.get("/awards/\(award)").text.contains("Can do it."))
            try await correct(badge, in: portal) { $0.description = "Can do it!" }
            for path in ["/badges/git", "/ob/v3/achievements/git", "/awards/\(award)"] {
                #expect(try await second.get(path).text.contains("Can do it!"), "\(path)")
            }
            _ = try await portal.database.badges.set(.withdrawn, of: badge.slug, by: .commandLine, at: portal.now)
            #expect(try await !second.get("/badges").text.contains("Git"))
        }
    }

    @Test("show the same issuer and picture as soon as one of them changed it")
    func issuer() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        let award = try await portal.give(badge, to: try await portal.person("priya"))
        try await both(portal) { _, second in
            #expect(try await second.get("/awards/\(award)").text.contains("Acme 🏅"))
            let before = try await second.get("/awards/\(award)/image.png")
            #expect(before.status == .ok)
            var issuer = portal.issuer
            issuer.name = "Acme Academy 🐍"
            try await portal.database.badges.save(issuer, by: .commandLine, at: portal.now)
            try await correct(badge, in: portal) { $0.picture = .artwork(.proposed(for: "another")) }
            #expect(try await second.get("/awards/\(award)").text.contains("Acme Academy 🐍"))
            let after = try await second.get("/awards/\(award)/image.png")
            #expect(after.status == .ok && after.bytes != before.bytes)
        }
    }

    @Test("take a badge back together: the page, the documents and the status list")
    func revocation() async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
        try await both(portal) { _, second in
            let list = try await second.get("/ob/v3/status/1").text
            #expect(try await second.get("/awards/\(award)").text.contains("genuine and valid"))
            #expect(try await second.get("/ob/v2/assertions/\(award)").status == .ok)
            let revocation = Revocation(at: portal.now, reason: "Wrong person.")
            try await portal.database.awards.revoke(award, revocation, by: .commandLine)
            #expect(try await second.get("/awards/\(award)").text.contains("Wrong person."))
            #expect(try await second.get("/ob/v2/assertions/\(award)").status == .gone)
            #expect(try await second.get("/ob/v3/status/1").text != list)
        }
    }

    @Test("call an activity by the name that one of them read")
    func activities() async throws {
        let portal = try await TestPortal()
        try await portal.badge("python", needs: [TestPortal.python])
        try await portal.sync()
        try await both(portal) { _, second in
            #expect(try await second.get("/badges/python").text.contains("Python 🐍"))
            let renamed = Activity(ref: TestPortal.python, kind: .course, title: "Python for everybody")
            await portal.source.change { $0.activities = [renamed] }
            try await portal.sync()
            #expect(try await second.get("/badges/python").text.contains("Python for everybody"))
        }
    }

    @Test("share sessions and the tokens of forms, also at their end")
    func sessions() async throws {
        let portal = try await TestPortal()
        try await both(portal) { first, second in
            try await first.signIn("priya")
            for (name, value) in first.cookies { second.keep(name, value) }
            #expect(try await second.get("/").text.contains("Priya"))
            try await first.get("/")
            #expect(try await second.post("/logout", token: first.formToken).status == .seeOther)
            #expect(try await first.get("/").headers[.location]?.hasPrefix("/login") == true)
        }
    }

    @Test("count together what may happen only so often")
    func limits() async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
        try await both(portal) { first, second in
            var statuses: [HTTPResponse.Status] = []
            for browser in [first, second, first, second, first, second, first] {
                let form = ["email": "mallory@acme.example"]
                statuses.append(try await browser.post("/awards/\(award)/comparison", form).status)
            }
            #expect(statuses == Array(repeating: .ok, count: 5) + Array(repeating: .tooManyRequests, count: 2))
        }
    }
}
