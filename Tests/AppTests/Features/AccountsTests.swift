import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Accounts of one person") struct AccountsTests {
    @Test("shows an administrator what a merge would do, then does it")
    func merge() async throws {
        let portal = try await TestPortal()
        let (old, new) = (try await portal.person("old", name: "Ada <b>"), try await portal.person("new"))
        let award = try await portal.give(try await portal.badge("git"), to: old)
        try await portal.browse(as: "aiko") { browser async throws in
            let fields = ["from": old.id.rawValue, "into": new.id.rawValue]
            let page = try await browser.get("/admin/people/merge?from=old@laurel.example&into=\(new.id)")
            #expect(page.text.contains("What would happen") && page.text.contains("Ada &lt;b&gt;"))
            #expect(page.text.contains("new afterwards"))
            #expect(page.text.contains("new@laurel.example, old@laurel.example"))
            #expect(try await portal.database.awards.award(award).award.person == old.id)
            #expect(try await browser.post("/admin/people/merge", fields, token: "x").status == .forbidden)
            #expect(try await browser.post("/admin/people/merge", fields).status == .seeOther)
            #expect(try await portal.database.awards.award(award).award.person == new.id)
            #expect(try await browser.get("/awards/\(award)").status == .ok)
            let events = try await portal.database.audit.events(limit: 5)
            #expect(events.contains { $0.action == .peopleMerged })
        }
    }

    @Test(
        "explains why two accounts cannot be merged",
        arguments: [("old@laurel.example", "old@laurel.example"), ("nobody@laurel.example", "🐍"), ("'", "<script>")]
    )
    func refused(from: String, into: String) async throws {
        let portal = try await TestPortal()
        _ = try await portal.person("old")
        try await portal.browse(as: "aiko") { browser async throws in
            let query = "from=\(URLText.query(from))&into=\(URLText.query(into))"
            let page = try await browser.get("/admin/people/merge?\(query)")
            #expect(page.status == .unprocessableContent && !page.text.contains("<script>"))
            #expect(!page.text.contains("What would happen"))
        }
    }

    @Test("are narrowed to designers, and to those that are closed")
    func people() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya", name: "Priya 🏅")
        try await portal.database.accounts.close(priya.id, by: .commandLine, at: portal.now)
        try await portal.browse(as: "aiko") { browser in
            let closed = try await browser.get("/admin/people?show=closed").text
            #expect(closed.contains("Priya 🏅") && closed.contains("One person has signed in."))
            let designers = try await browser.get("/admin/people?show=designers").text
            #expect(!designers.contains("Priya 🏅"))
            let odd = try await browser.get("/admin/people?show=%F0%9F%8F%85")
            #expect(odd.text.contains("Priya 🏅"))
        }
    }
}
