import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Design form") struct DesignTests {
    static let slugRule = "Only lowercase letters, digits and hyphens are allowed."
    static let good = [
        "name": "Data 🐍", "slug": "data", "description": "Can tell a story with data.", "mode": "all",
        "activity.0": "fake/python",
    ]

    @Test("says all that is wrong at once, on top and beside each field, and keeps the input")
    func errors() async throws {
        try await TestPortal().browse(as: "tomas") { browser in
            let answer = try await browser.post(
                "/design",
                [
                    "name": "", "slug": "Data Stories", "description": "<i>kept</i> 🏅", "picture_url": "javascript:x",
                    "months": "999", "activity.0": "fake/gone", "tags": String(repeating: "x", count: 61),
                ]
            )
            #expect(answer.status == .unprocessableContent)
            let messages = [
                "name": "“Name” is missing.", "slug": "\(Self.slugRule) Try data-stories.",
                "picture_url": "This is not an address of a picture.", "months": "Choose how long the badge is good.",
                "activity.0": "No source offers this activity any more.", "tags": "is too long for a skill",
            ]
            for (field, message) in messages {
                #expect(answer.text.contains("href=\"#f-\(field)\""))
                #expect(answer.text.contains("id=\"f-\(field)-error\""))
                #expect(answer.text.ranges(of: message).count == 2)
            }
            #expect(answer.text.contains("6 things need a fix"))
            #expect(answer.text.contains("value=\"Data Stories\""))
            #expect(answer.text.contains("&lt;i&gt;kept&lt;/i&gt; 🏅"))
        }
    }

    @Test(
        "refuses every address that is not lowercase letters, digits and hyphens",
        arguments: ["Data", "a b", "ünïcode", "🏅", "a\u{20DD}", "a_b", "a/b", String(repeating: "a", count: 65)]
    )
    func slugs(slug: String) async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "tomas") { browser in
            try await portal.sync()
            let answer = try await browser.post("/design", Self.good.merging(["slug": slug]) { $1 })
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.ranges(of: Self.slugRule).count == 2)
            #expect(try await portal.database.badges.badges(.draft).isEmpty)
        }
    }

    @Test("keeps what a badge matches, with every part or the needed ones, and lets rows come and go without script")
    func alignments() async throws {
        let portal = try await TestPortal()
        let matches = [
            "alignment_name.0": "Python 🐍", "alignment_url.0": "https://esco.example/s?a=1&b=2",
            "alignment_code.0": "S5.6.2", "alignment_framework.0": "ESCO ® שלום", "alignment_type.0": "CFItem",
            "alignment_name.1": "Plain", "alignment_url.1": "http://plain.example", "alignment_name.2": "",
        ]
        try await portal.browse(as: "tomas") { browser in
            try await portal.sync()
            let form = Self.good.merging(matches) { $1 }
            let more = try await browser.post("/design", form.merging(["add": "alignments"]) { $1 })
            #expect(more.text.contains("name=\"alignment_name.3\"") && !more.text.contains("name=\"activity.1\""))
            let less = try await browser.post("/design", form.merging(["remove": "alignments.0"]) { $1 })
            #expect(!less.text.contains("S5.6.2") && less.text.contains("value=\"Plain\""))
            #expect(try await browser.post("/design", form).location == "/design/data?saved=1")
            let stored = try await portal.database.badges.badge(Slug("data")).content.alignments
            let url = try #require(URL(string: "https://esco.example/s?a=1&b=2"))
            let plain = try #require(URL(string: "http://plain.example"))
            let whole = Alignment(
                name: "Python 🐍",
                url: url,
                code: "S5.6.2",
                framework: "ESCO ® שלום",
                kind: .frameworkItem
            )
            #expect(stored == [whole, Alignment(name: "Plain", url: plain)])
            #expect(try await browser.get("/design/data").text.contains("value=\"S5.6.2\""))
            #expect(try await browser.get("/badges/data").text.contains("ESCO ® שלום"))
        }
    }

    @Test("says what is wrong with what a badge matches")
    func wrongAlignments() async throws {
        try await TestPortal().browse(as: "tomas") { browser in
            let wrong = [
                "alignment_name.0": "", "alignment_url.0": "javascript:x", "alignment_type.0": "Own",
                "alignment_code.0": String(repeating: "x", count: 201),
                "alignment_name.1": "x", "alignment_url.1": "https://x.example", "alignment_type.1": "Own",
            ]
            let answer = try await browser.post("/design", Self.good.merging(wrong) { $1 })
            #expect(answer.status == .unprocessableContent)
            for field in ["alignment_name.0", "alignment_url.0", "alignment_code.0", "alignment_type.1"] {
                #expect(answer.text.contains("href=\"#f-\(field)\""))
            }
        }
    }

    @Test("refuses the address that the form itself has")
    func reserved() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let answer = try await browser.post("/design", Self.good.merging(["slug": "new"]) { $1 })
            #expect(answer.status == .unprocessableContent)
        }
    }

    @Test("publishes, and whoever has earned it has it at once")
    func publish() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        try await portal.sync(try portal.completion(TestPortal.python, by: "priya"))
        try await portal.browse(as: "tomas") { browser in
            let answer = try await browser.post("/design", Self.good.merging(["publish": "1"]) { $1 })
            #expect(answer.location == "/design/data/publication")
            try await browser.post("/design/data/publication", ["telling": "now"])
            let held = try await portal.database.awards.awards(of: priya.id)
            #expect(held.map(\.slug.description) == ["data"])
            #expect(held.map(\.content.name) == ["Data 🐍"])
        }
    }

    @Test("says that an address is taken")
    func taken() async throws {
        let portal = try await TestPortal()
        try await portal.badge("data")
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let answer = try await browser.post("/design", Self.good)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Another badge has the address data already."))
        }
    }

    @Test("keeps the address of a badge that people have")
    func fixed() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("data")
        try await portal.give(badge, to: try await portal.person("priya"))
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let fields = Self.good.merging(["slug": "other", "revision": "\(badge.revision)"]) { $1 }
            let answer = try await browser.post("/design/data", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("The address stays data"))
        }
    }

    @Test("does not overwrite what somebody else saved, and keeps the input")
    func stale() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("data")
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let fields = Self.good.merging(["revision": "\(badge.revision - 1)"]) { $1 }
            let answer = try await browser.post("/design/data", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Somebody else changed this badge while you were editing."))
            #expect(answer.text.contains("Data 🐍"))
            try await browser.post("/design/data", fields.merging(["revision": "\(badge.revision)"]) { $1 })
            #expect(try await portal.database.badges.badge(badge.slug).content.name == "Data 🐍")
        }
    }

    @Test(
        "a correction keeps the version, another meaning begins one",
        arguments: [(true, "Can do it!", 1), (false, "Can do all of it.", 2), (true, "Cannot ever do it.", 2)]
    )
    func versions(isCorrection: Bool, description: String, version: Int) async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("data", needs: [TestPortal.python])
        try await portal.give(badge, to: try await portal.person("priya"))
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            var fields = Self.good.merging([
                "name": "data", "description": description, "criteria": "Do it.", "revision": "\(badge.revision)",
            ]) { $1 }
            if isCorrection { fields["correction"] = "1" }
            let answer = try await browser.post("/design/data", fields)
            #expect(answer.status == .seeOther)
            #expect(try await portal.database.badges.badge(badge.slug).version == version)
        }
    }

    @Test("adds and removes activities without script and loses nothing")
    func rows() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let more = try await browser.post("/design", Self.good.merging(["add": "activities"]) { $1 })
            #expect(more.status == .ok)
            #expect(more.text.contains("name=\"activity.1\""))
            #expect(more.text.contains("value=\"Data 🐍\""))
            let fields = Self.good.merging(["activity.1": "fake/azure", "remove": "activities.0"]) { $1 }
            let less = try await browser.post("/design", fields)
            #expect(!less.text.contains("name=\"activity.1\""))
            #expect(less.text.contains("<option value=\"fake/azure\" selected"))
            #expect(try await portal.database.badges.badges(.draft).isEmpty)
        }
    }

    @Test("takes an SVG, cleaned, and refuses what is no picture")
    func uploads() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>"
            let answer = try await browser.upload("/design", Self.good, file: Array(svg.utf8), as: "picture_file")
            #expect(answer.status == .seeOther)
            let badge = try await portal.database.badges.badge(try Slug("data"))
            guard case .upload(let id) = badge.content.picture else { throw Missing() }
            let picture = try await browser.get("/pictures/\(id)")
            #expect(picture.headers[.contentType] == "image/svg+xml")
            #expect(picture.headers[.contentSecurityPolicy] == "default-src 'none'; style-src 'unsafe-inline'; sandbox")
            #expect(picture.headers[.cacheControl] == "public, max-age=31536000, immutable")
        }
    }

    @Test(
        "refuses hostile pictures with a sentence and keeps the rest of the form",
        arguments: [
            "", "not a picture 🏅", "\u{89}PNG\r\n\u{1A}\n", "<svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
        ]
    )
    func hostileUploads(file: String) async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let answer = try await browser.upload("/design", Self.good, file: Array(file.utf8), as: "picture_file")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"f-picture_file-error\""))
            #expect(answer.text.contains("value=\"Data 🐍\""))
            #expect(try await portal.database.badges.badges(.draft).isEmpty)
        }
    }

    @Test("refuses an upload that nobody made", arguments: ["../../logout", "00", "<script>"])
    func invented(upload: String) async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let answer = try await browser.post("/design", Self.good.merging(["upload": upload]) { $1 })
            #expect(answer.status == .unprocessableContent)
            #expect(!answer.text.contains("<script>"))
        }
    }

    private struct Missing: Error {}
}
