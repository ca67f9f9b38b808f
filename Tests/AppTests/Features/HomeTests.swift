import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Home") struct HomeTests {
    @Test("greets somebody without badges and shows the way")
    func nothing() async throws {
        try await TestPortal().browse(as: "priya") { browser in
            let page = try await browser.get("/")
            #expect(page.text.contains("You have no badges yet."))
            #expect(page.text.contains("Nothing yet"))
        }
    }

    @Test("hands over all waiting badges at once, and again changes nothing")
    func claim() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        for slug in ["one", "two", "three"] { try await portal.give(try await portal.badge(slug), to: priya) }
        try await portal.browse(as: "priya") { browser in
            #expect(try await browser.get("/").text.contains("3 badges are ready for you."))
            let answer = try await browser.post("/claims")
            #expect(answer.location == "/?claimed=1")
            let page = try await browser.get("/?claimed=1")
            #expect(page.text.contains("role=\"status\" tabindex=\"-1\" autofocus"))
            #expect(page.text.contains("It is yours."))
            #expect(page.text.contains("You have 3 badges."))
            let claimed = try await portal.database.awards.awards(of: priya.id).map(\.award.claimedAt)
            #expect(claimed == Array(repeating: TestPortal.start, count: 3))
            portal.wait(60)
            try await browser.post("/claims")
            #expect(try await portal.database.awards.awards(of: priya.id).map(\.award.claimedAt) == claimed)
        }
    }

    @Test("shows a badge once: in the card as long as it waits, among the others when it was taken")
    func once() async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(portal.badge("git"), to: portal.person("priya"))
        try await portal.browse(as: "priya") { browser in
            let before = try await browser.get("/").text
            #expect(before.contains("action=\"/claims\"") && !before.contains("href=\"/me/awards/\(award)\""))
            try await browser.post("/claims")
            let after = try await browser.get("/").text
            #expect(!after.contains("action=\"/claims\"") && after.contains("href=\"/me/awards/\(award)\""))
        }
    }

    @Test("says of every badge whether it still counts")
    func pills() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        try await portal.give(try await portal.badge("old"), to: priya, expires: portal.now + 60)
        let soon = try await portal.give(
            try await portal.badge("soon"),
            to: priya,
            expires: portal.now + 3 * 24 * 3_600
        )
        try await portal.database.awards.claim(soon, by: priya.id, at: portal.now)
        let taken = try await portal.give(try await portal.badge("taken"), to: priya)
        try await portal.database.awards.revoke(
            taken,
            Revocation(at: portal.now, reason: "A mistake"),
            by: .commandLine
        )
        portal.wait(61)
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/").text
            #expect(page.contains("Ran out"))
            #expect(page.contains("Taken back"))
            #expect(page.contains("Ends in 2 days"))
        }
    }

    @Test(
        "shows any name as it is and lets none become markup",
        arguments: [
            "🐍🏅👩🏽‍🚀", "نور الهاشمي", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
            String(repeating: "é", count: 5_000),
        ]
    )
    func names(name: String) async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        let badge = try await portal.badge("b", name: name, description: name, tags: [name])
        let award = try await portal.give(badge, to: priya, narrative: name)
        try await portal.browse(as: "priya") { browser in
            for path in ["/", "/badges", "/badges/b", "/awards/\(award)"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .ok)
                #expect(answer.text.contains(HTML(escaping: name).text))
                #expect(!answer.text.contains("<script>alert"))
                #expect(!answer.text.contains("<img src=x"))
            }
        }
    }

    @Test("shows what is on the way: how far, what is next, how old it is")
    func going() async throws {
        let portal = try await TestPortal()
        try await portal.badge("python", needs: [TestPortal.python, TestPortal.azure])
        try await portal.sync(try portal.progress(TestPortal.python, by: "priya", percent: 60))
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/").text
            #expect(page.contains("Keep going"))
            #expect(page.contains("30% done, 2 of 2 steps left"))
            #expect(page.contains("https://learn.example/python"))
            #expect(page.contains("Fake source"))
        }
    }
}
