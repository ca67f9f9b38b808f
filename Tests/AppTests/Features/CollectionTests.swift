import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Collections") struct CollectionTests {
    /// Three badges that Priya has, and the addresses of their awards: `a`, `b`, `c`.
    private func awards(_ portal: TestPortal) async throws -> [String] {
        let priya = try await portal.person("priya")
        var awards: [String] = []
        for (slug, name) in [("a", "A 🐍"), ("b", "ב"), ("c", "C <b>")] {
            let award = try await portal.give(portal.badge(slug, name: name), to: priya)
            try await portal.database.awards.claim(award, by: priya.id, at: portal.now)
            awards.append(award.rawValue)
        }
        return awards
    }

    /// The values of `order`, as the form has them.
    private func rows(_ page: String) -> [String] {
        page.matches(of: /name="order" value="([^"]+)"/).map { String($0.output.1) }
    }

    private func chosen(_ page: String) -> [String] {
        page.matches(of: /name="award" value="([^"]+)" checked/).map { String($0.output.1) }
    }

    @Test("show badges in the order of the form, which buttons change and nothing else")
    func order() async throws {
        let portal = try await TestPortal()
        let ids = try await awards(portal)
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/me/collections/new")
            let fields = [
                ("title", "Cloud 🏅"), ("about", "רשימה"), ("order", ids[0]), ("order", ids[1]), ("order", ids[2]),
                ("award", ids[0]), ("award", ids[2]),
            ]
            let moved = try await browser.post("/me/collections/new", fields + [("move", "up.\(ids[2])")])
            #expect(moved.status == .ok)
            #expect(self.rows(moved.text) == [ids[0], ids[2], ids[1]])
            #expect(self.chosen(moved.text) == [ids[0], ids[2]])
            #expect(moved.text.contains("value=\"Cloud 🏅\"") && moved.text.contains("רשימה"))
            #expect(
                moved.text.contains(
                    "value=\"up.\(ids[2])\" formnovalidate aria-label=\"Move C &lt;b&gt; up\" autofocus"
                )
            )
            let swapped = [
                ("title", "Cloud 🏅"), ("order", ids[2]), ("order", ids[1]), ("order", ids[0]), ("award", ids[0]),
                ("award", ids[2]),
            ]
            let place = try #require(try await browser.post("/me/collections/new", swapped).location)
            let shown = try await browser.get(place).text
            let first = try #require(shown.range(of: "/awards/\(ids[2])\""))
            let second = try #require(shown.range(of: "/awards/\(ids[0])\""))
            #expect(first.lowerBound < second.lowerBound)
            #expect(!shown.contains("/awards/\(ids[1])\""))
            #expect(self.rows(try await browser.get("/me\(place)").text).prefix(2) == [ids[2], ids[0]])
        }
    }

    @Test(
        "stay as they are when a button has nowhere to move a badge to",
        arguments: ["up.%0", "down.%2", "up.nobody", "sideways.%0", "", "up.", "."]
    )
    func edge(move: String) async throws {
        let portal = try await TestPortal()
        let ids = try await awards(portal)
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/me/collections/new")
            let value = move.replacing("%0", with: ids[0]).replacing("%2", with: ids[2])
            let fields = ids.map { ("order", $0) } + [("title", ""), ("move", value)]
            let page = try await browser.post("/me/collections/new", fields)
            #expect(page.status == .ok)
            #expect(self.rows(page.text) == ids)
        }
    }

    @Test("do not take what is somebody else's, and order what the form leaves out at the end")
    func foreign() async throws {
        let portal = try await TestPortal()
        let ids = try await awards(portal)
        let other = try await portal.give(portal.badge("x"), to: portal.person("tomas"))
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/me/collections/new")
            let fields = [
                ("title", "T"), ("order", other.rawValue), ("order", ids[2]), ("award", other.rawValue),
                ("award", ids[1]), ("award", ids[2]),
            ]
            let place = try #require(try await browser.post("/me/collections/new", fields).location)
            let id = try #require(BadgeCollection.ID(uuid: String(place.split(separator: "/").last ?? "")))
            let kept = try await portal.database.sharing.collection(id)
            #expect(kept.awards.map(\.rawValue) == [ids[2], ids[1]])
        }
    }

    @Test(
        "keep what was typed and say which field is wrong",
        arguments: [
            ("title", "", "Give the collection a name"),
            ("title", String(repeating: "🏅", count: 121), "more than 120 characters"),
            ("about", String(repeating: "x", count: 10_000), "more than 1,000 characters"),
        ]
    )
    func wrong(field: String, value: String, sentence: String) async throws {
        let portal = try await TestPortal()
        let ids = try await awards(portal)
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/me/collections/new")
            var fields = ["title": "Cloud", "about": "Text", "award": ids[1]]
            fields[field] = value
            let page = try await browser.post("/me/collections/new", fields.map { ($0.key, $0.value) })
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(sentence))
            #expect(page.text.contains("href=\"#f-\(field)\""))
            #expect(self.chosen(page.text) == [ids[1]])
        }
    }
}
