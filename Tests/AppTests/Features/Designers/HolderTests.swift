import Contracts
import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Holders of a badge")
struct HolderTests {
    @Test("are listed with how they came by it, whether it counts, and what to do; for designers only")
    func listed() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git", name: "Git <b>🐍")
        let award = try await portal.give(badge, to: try await portal.person("priya", name: "Priya שלום"))
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/design/git/holders")
            #expect(page.status == .ok && page.text.contains("Who has “Git &lt;b&gt;🐍”"))
            for text in ["Priya שלום", "priya@laurel.example", "By hand", "Not claimed yet"] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(page.text.contains("href=\"/design/git/holders/\(award)\""))
            #expect(try await browser.get("/design/other/holders").status == .notFound)
        }
        try await portal.browse(as: "priya") { browser in
            for path in ["/design/git/holders", "/design/git/holders.csv", "/design/git/holders/\(award)"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .forbidden, "\(path)")
            }
        }
    }

    @Test("are found by a part of their name or address, and by what became of the badge")
    func found() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        _ = try await portal.give(badge, to: try await portal.person("priya", name: "Priya 100%"))
        let gone = try await portal.give(badge, to: try await portal.person("zoe", name: "Zoe 🏅"))
        try await portal.database.awards.revoke(gone, Revocation(at: portal.now, reason: "No."), by: .commandLine)
        try await portal.browse(as: "tomas") { browser in
            func names(_ query: String) async throws -> [String] {
                let text = try await browser.get("/design/git/holders?\(query)").text
                return ["Priya 100%", "Zoe 🏅"].filter(text.contains)
            }
            let percent = try await names("q=100%25")
            #expect(percent == ["Priya 100%"])
            #expect(try await names("q=PRIYA%40laurel") == ["Priya 100%"])
            #expect(try await names("state=revoked") == ["Zoe 🏅"])
            #expect(try await names("state=unclaimed") == ["Priya 100%"])
            #expect(try await names("state=expired").isEmpty)
            #expect(try await names("state=%F0%9F%8F%85&after=x.y&q=").count == 2)
            #expect(try await browser.get("/design/git/holders?q=nobody").text.contains("Nobody found"))
        }
    }

    @Test("come in pages that a link leads through, each person once")
    func pages() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        for number in 0...AwardPage.size {
            _ = try await portal.give(badge, to: try await portal.person("p\(number)", name: "Person-\(number)-"))
        }
        try await portal.browse(as: "tomas") { browser in
            let first = try await browser.get("/design/git/holders").text
            let link = try #require(first.firstMatch(of: /href="(\/design\/git\/holders\?after=[^"]+)"/)?.output.1)
            let second = try await browser.get(String(link)).text
            let found = (first + second).matches(of: /Person-\d+-/).map { String($0.output) }
            #expect(Set(found).count == AwardPage.size + 1)
            #expect(second.contains("Back to the newest") && !second.contains("holders?after="))
        }
    }

    @Test("are downloaded as a table that no spreadsheet runs")
    func file() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        _ = try await portal.give(badge, to: try await portal.person("priya", name: "=cmd|\"x\"🏅"))
        try await portal.browse(as: "tomas") { browser in
            let file = try await browser.get("/design/git/holders.csv")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"holders-git.csv\"")
            let lines = file.text.components(separatedBy: "\r\n")
            #expect(lines.count == 3 && lines[0].hasPrefix("\u{FEFF}\"Person\",\"Address\""))
            #expect(lines[1].hasPrefix("\"'=cmd|\"\"x\"\"🏅\",\"priya@laurel.example\",\"2026-11-"))
        }
    }

    @Test("lose a badge, or have it put on hold, by a designer with a reason; of this badge only")
    func takenBack() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        _ = try await portal.badge("other")
        let award = try await portal.give(badge, to: try await portal.person("priya"))
        try await portal.browse(as: "tomas") { browser in
            let page = "/design/git/holders/\(award)"
            let foreign = try await browser.get("/design/other/holders/\(award)")
            #expect(foreign.status == .notFound)
            #expect(
                try await browser.post("/design/other/holders/\(award)/revocation", ["reason": "x"]).status == .notFound
            )
            #expect(try await browser.post("\(page)/suspension", ["hold-reason": "Look 🔍"]).location == page)
            #expect(try await browser.get(page).text.contains("Look 🔍"))
            #expect(try await browser.post("\(page)/resumption").location == page)
            #expect(try await browser.post("\(page)/revocation", ["reason": " "]).status == .unprocessableContent)
            #expect(try await browser.post("\(page)/revocation", ["reason": "A mistake"]).location == page)
            #expect(try await browser.get("/awards/\(award)").text.contains("A mistake"))
        }
        let events = try await portal.database.audit.events(limit: 1)
        #expect(events.first?.action == .awardRevoked)
    }

    @Test("are nobody at first, and the page says how they come")
    func nobody() async throws {
        let portal = try await TestPortal()
        _ = try await portal.badge("git")
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/design/git/holders").text
            #expect(page.contains("Nobody has it yet") && page.contains("href=\"/badges/git\""))
        }
    }
}
