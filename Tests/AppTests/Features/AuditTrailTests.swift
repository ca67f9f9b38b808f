import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Audit trail")
struct AuditTrailTests {
    @Test("says in words what happened, by whom by name, and is found by action, person, thing and day")
    func found() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        let priya = try await portal.person("priya", name: "Priya שלום")
        let award = try await portal.give(badge, to: priya)
        try await portal.database.awards.claim(award, by: priya.id, at: portal.now)
        try await portal.browse(as: "aiko") { browser in
            func rows(_ query: String) async throws -> String {
                let page = try await browser.get("/admin/audit?\(query)")
                #expect(page.status == .ok)
                return page.text.split(separator: "<tbody").dropFirst().joined()
            }
            let all = try await rows("")
            #expect(all.contains("Badge claimed") && all.contains("Priya שלום") && all.contains("On the server"))
            let claims = try await rows("action=award.claimed")
            #expect(claims.contains("Badge claimed") && !claims.contains("Badge published"))
            let hers = try await rows("about=priya%40laurel.example")
            #expect(hers.contains("Badge claimed") && !hers.contains("Badge published"))
            let git = try await rows("about=git")
            #expect(git.contains("Badge published") && !git.contains("Badge claimed"))
            #expect(try await rows("from=2026-11-23&until=2026-11-23").contains("Badge claimed"))
            #expect(try await rows("from=2027-01-01").isEmpty)
            #expect(try await rows("until=2026-01-01").isEmpty)
            #expect(try await rows("action=%F0%9F%8F%85&from=x&before=y&about=").contains("Badge claimed"))
        }
    }

    @Test("comes in pages and as a table with everything that was asked for")
    func pages() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        for number in 0...AuditPage.size {
            _ = try await portal.give(badge, to: try await portal.person("p\(number)"))
        }
        try await portal.browse(as: "aiko") { browser in
            let first = try await browser.get("/admin/audit?action=award.issued").text
            let link = try #require(
                first.firstMatch(of: /href="(\/admin\/audit\?action=award.issued&amp;before=\d+)"/)?.output.1
            )
            let second = try await browser.get(String(link).replacing("&amp;", with: "&")).text
            #expect(second.ranges(of: "data-label=\"What\"").count == 1)
            let file = try await browser.get("/admin/audit.csv?action=award.issued")
            #expect(file.text.components(separatedBy: "\r\n").count == AuditPage.size + 3)
        }
    }

    @Test("is for administrators")
    func access() async throws {
        try await TestPortal().browse(as: "tomas") { browser in
            for path in ["/admin/audit", "/admin/audit.csv", "/admin/plugins", "/admin/plugins/demo"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .forbidden, "\(path)")
            }
        }
    }
}
