import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Before you publish")
struct DesignLiveTests {
    private static func checks(_ portal: TestPortal, _ changes: [String: String]) async throws -> String {
        try await portal.browse(as: "tomas") { browser in
            let fields = DesignTests.good.merging(["preview": "live"]) { $1 }.merging(changes) { $1 }
            let answer = try await browser.post("/design", fields)
            #expect(answer.status == .ok && !answer.text.contains("<main"))
            #expect(try await portal.database.badges.badges(.draft).isEmpty)
            return answer.text
        }
    }

    @Test("answers while one types, with the parts that follow the form, and saves nothing")
    func live() async throws {
        let portal = try await TestPortal()
        try await portal.sync(try portal.completion(TestPortal.python, by: "priya"))
        let text = try await Self.checks(portal, ["shape": "shield", "colour": "teal", "symbol": "cloud"])
        for id in ["live-checks", "live-ready", "live-drawn"] { #expect(text.contains("id=\"\(id)\"")) }
        #expect(text.contains("Description: 27 of 500 letters") && text.contains("Its web address works"))
        #expect(text.contains("The picture reads well on light and on dark"))
        #expect(text.contains("1 person who never signed in here has finished this already"))
        #expect(text.contains("value=\"Shield, Teal, Cloud\""))
    }

    @Test("links to the field that lacks something")
    func missing() async throws {
        let portal = try await TestPortal()
        try await portal.badge("taken")
        try await portal.sync()
        let changes = ["name": "", "slug": "taken", "description": "Short 🐍", "activity.0": "fake/gone"]
        let text = try await Self.checks(portal, changes)
        for (field, words) in [
            ("name", "Give it a name"), ("slug", "Another badge has the address taken already."),
            ("description", "The description is short"), ("activities", "No source offers this activity any more."),
        ] { #expect(text.contains("<a href=\"#f-\(field)\">\(words)")) }
        #expect(try await Self.checks(portal, ["slug": "Bad Slug"]).contains("The web address needs a fix"))
        let long = String(repeating: "x", count: 501)
        #expect(try await Self.checks(portal, ["description": long]).contains("Description: 501 of 500 letters"))
        let elsewhere = try await Self.checks(portal, ["picture_url": "https://acme.example/x.png"])
        #expect(elsewhere.contains("The picture is on another server"))
        #expect(try await Self.checks(portal, ["activity.0": ""]).contains("it is given by hand"))
    }

    @Test("says on which ground an uploaded picture is hard to see, also without script")
    func legibility() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        let white = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">\
            <rect width="64" height="64" fill="#fff"/></svg>
            """
        try await portal.browse(as: "tomas") { browser in
            try await browser.get("/design/new")
            let fields = DesignTests.good.merging(["preview": "1"]) { $1 }
            let answer = try await browser.upload("/design", fields, file: Array(white.utf8), as: "picture_file")
            #expect(answer.text.contains("The picture is hard to see on light"))
            #expect(!answer.text.contains("hard to see on dark"))
        }
    }

    @Test("describes a drawn picture until somebody writes other words, also after it is drawn otherwise")
    func description() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let drawn = ["shape": "shield", "colour": "teal", "symbol": "cloud", "drawn_description": "Old words"]
            let own = drawn.merging(["picture_description": "Own words 🏅", "slug": "own"]) { $1 }
            let left = drawn.merging(["picture_description": "Old words", "slug": "left"]) { $1 }
            try await browser.post("/design", DesignTests.good.merging(own) { $1 })
            try await browser.post("/design", DesignTests.good.merging(left) { $1 })
            let badges = portal.database.badges
            #expect(try await badges.badge(Slug("own")).content.pictureDescription == "Own words 🏅")
            #expect(try await badges.badge(Slug("left")).content.pictureDescription == "Shield, Teal, Cloud")
            #expect(try await browser.get("/design/left").text.contains("value=\"Shield, Teal, Cloud\""))
        }
    }
}
