import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("All badges") struct BadgeListTests {
    @Test(
        "are found by words in any case, with or without accents",
        arguments: ["zoë", "ZOE", "data", "  Dätä   zoe ", "🐍"]
    )
    func search(text: String) async throws {
        let portal = try await TestPortal()
        try await portal.badge("zoe", name: "Zoë's Data 🐍")
        try await portal.badge("other", name: "Kubernetes")
        try await portal.browse { browser in
            let page = try await browser.get("/badges?q=\(URLText.query(text))").text
            #expect(page.contains("/badges/zoe"))
            #expect(!page.contains("/badges/other"))
        }
    }

    @Test("are found by what a browser's own form sends, in which a plus is a space")
    func form() async throws {
        let portal = try await TestPortal()
        try await portal.badge("zoe", name: "Zoë's Data 🐍")
        try await portal.badge("other", name: "Kubernetes")
        try await portal.browse { browser in
            let page = try await browser.get("/badges?q=zo%C3%AB%27s+data&order=name").text
            #expect(page.contains("/badges/zoe"))
            #expect(!page.contains("/badges/other"))
            #expect(page.contains("value=\"zoë&#39;s data\""))
        }
    }

    @Test("say so when nothing matches, without trusting what was typed")
    func nothing() async throws {
        let portal = try await TestPortal()
        try await portal.badge("git")
        try await portal.browse { browser in
            let page = try await browser.get("/badges?q=%3Cb%3Ex").text
            #expect(page.contains("No badge matches “&lt;b&gt;x”"))
        }
    }

    @Test(
        "come 24 a page, and a page beyond the last is the last",
        arguments: [("1", 24), ("2", 1), ("99", 1), ("-1", 24), ("9223372036854775807", 1), ("x", 24)]
    )
    func pages(page: String, count: Int) async throws {
        let portal = try await TestPortal()
        for number in 10...34 { try await portal.badge("badge-\(number)") }
        try await portal.browse { browser in
            let answer = try await browser.get("/badges?page=\(page)")
            #expect(answer.text.matches(of: /href="\/badges\/badge-/).count == count)
        }
    }

    @Test("leave out drafts and withdrawn badges, for designers too")
    func hidden() async throws {
        let portal = try await TestPortal()
        try await portal.badge("draft", status: .draft)
        try await portal.badge("gone", status: .withdrawn)
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/badges").text
            #expect(!page.contains("/badges/draft"))
            #expect(!page.contains("/badges/gone"))
            #expect(page.contains("No badges yet"))
        }
    }
}

@Suite("Badge page") struct BadgePageTests {
    @Test("of a draft exists for designers only")
    func draft() async throws {
        let portal = try await TestPortal()
        try await portal.badge("secret", status: .draft)
        try await portal.browse { browser in
            let hidden = try await browser.get("/badges/secret")
            let missing = try await browser.get("/badges/nothing")
            #expect(hidden.status == .notFound)
            #expect(hidden.text.replacing("secret", with: "nothing") == missing.text)
        }
        try await portal.browse(as: "tomas") { browser in
            let answer = try await browser.get("/badges/secret")
            #expect(answer.text.contains("This is a draft."))
        }
    }

    @Test("of a withdrawn badge stays and says so")
    func withdrawn() async throws {
        let portal = try await TestPortal()
        try await portal.badge("old", status: .withdrawn)
        try await portal.browse { browser in
            let page = try await browser.get("/badges/old")
            #expect(page.status == .ok)
            #expect(page.text.contains("No longer awarded since "))
        }
    }

    @Test("shows each step and how far the reader is")
    func steps() async throws {
        let portal = try await TestPortal()
        try await portal.badge("both", needs: [TestPortal.python, TestPortal.azure])
        try await portal.sync(
            try portal.completion(TestPortal.python, by: "priya"),
            try portal.progress(TestPortal.azure, by: "priya", percent: 40)
        )
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/badges/both").text
            #expect(page.contains("Python 🐍"))
            #expect(page.contains("Azure &lt;b&gt;"))
            #expect(page.contains("Done on"))
            #expect(page.contains("40% done in"))
            #expect(page.contains("70% done"))
        }
    }

    @Test(
        "does not exist for what is no address of a badge",
        arguments: ["A", "a%20b", "%F0%9F%8F%85", "..%2Fadmin", "%00"]
    )
    func malformed(slug: String) async throws {
        try await TestPortal().browse { browser in
            let answer = try await browser.get("/badges/\(slug)")
            #expect(answer.status == .notFound)
        }
    }
}
