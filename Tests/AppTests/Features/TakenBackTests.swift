import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("A badge that was taken back")
struct TakenBackTests {
    @Test("is not offered to be shown, not counted, and says why on every page of its person")
    func pages() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        let badge = try await portal.badge("talk", name: "Talk 🏅")
        let award = try await portal.give(badge, to: priya)
        try await portal.give(try await portal.badge("other"), to: priya)
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/")
            try await browser.post("/claims")
            #expect(try await browser.get("/").text.contains("You have 2 badges"))
            #expect(try await browser.get("/me/awards/\(award)").text.contains("You earned"))
            let revocation = Revocation(at: portal.now, reason: "Not <b>yet.")
            try await portal.database.awards.revoke(award, revocation, by: .commandLine)
            let mine = try await browser.get("/me/awards/\(award)").text
            #expect(mine.contains("Not &lt;b&gt;yet.") && mine.contains("class=\"hero pale\""))
            #expect(!mine.contains("You earned") && !mine.contains("/share/"))
            #expect(try await browser.get("/").text.contains("You have 1 badge"))
            let page = try await browser.get("/badges/talk").text
            #expect(page.contains("Taken back") && page.contains("See why") && !page.contains("Show your badge"))
        }
    }
}

@Suite("The address of an answer to a form")
struct AnswerAddressTests {
    @Test("leads to the page when it is opened again")
    func again() async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(try await portal.badge("talk"), to: try await portal.person("priya"))
        try await portal.browse { browser in
            let again = try await browser.get("/awards/\(award)/comparison")
            #expect(again.location == "/awards/\(award)")
            #expect(try await browser.get("/awards/none/comparison").status == .notFound)
            #expect(try await browser.get("/settings/preferences").location == "/settings")
        }
    }

    @Test("a wrong form says first what is wrong, with a way there, and takes the focus")
    func summary() async throws {
        try await TestPortal().browse(as: "priya") { browser in
            try await browser.get("/settings")
            let zone = try await browser.post("/settings/preferences", ["zone": "Berlin 🐍"]).text
            #expect(zone.contains("role=\"alert\" tabindex=\"-1\" autofocus") && zone.contains("href=\"#f-zone\""))
            let box = try await browser.post("/settings/erasure").text
            #expect(box.contains("The account is not closed yet") && box.contains("href=\"#f-sure\""))
            #expect(box.contains("id=\"f-sure\""))
            #expect(!box.contains("/settings/addresses") && !zone.contains("/settings/addresses"))
        }
    }
}
