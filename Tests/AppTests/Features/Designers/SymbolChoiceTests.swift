import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Library of symbols")
struct SymbolChoiceTests {
    private static let lines = """
        # A notice
        lightbulb\tM1 1h2z
        rocket\tM2 2h3v3z\t!M4 4h1v1z
        rocket-takeoff\tM3 3h3v3z
        """

    private static func portal(_ lines: String = lines) async throws -> TestPortal {
        let portal = try await TestPortal(symbols: try #require(SymbolLibrary(lines: Array(lines.utf8))))
        try await portal.sync()
        return portal
    }

    @Test("is found by names and by other words, best first")
    func search() async throws {
        let library = try #require(SymbolLibrary(lines: Array(Self.lines.utf8)))
        func names(_ text: String) -> [String] { library.found(text).map(\.name.title) }
        #expect(names("") == ["lightbulb", "rocket", "rocket takeoff"])
        #expect(names("Rocket") == ["rocket", "rocket takeoff"] && names("takeoff rocket") == ["rocket takeoff"])
        #expect(names("idea") == ["lightbulb"] && names("space") == ["rocket", "rocket takeoff"])
        #expect(names("🐍").count == 3 && names("שלום").isEmpty && names(String(repeating: "x", count: 10_000)).isEmpty)
    }

    @Test(
        "holds nothing but names and paths",
        arguments: ["rocket", "rocket\tM1 1<", "Rocket\tM1 1", "rocket\tM1 1\turl(x)", "../x\tM1 1", "\tM1 1"]
    )
    func foreign(line: String) {
        #expect(SymbolLibrary(lines: Array(line.utf8)) == nil)
    }

    @Test("goes through its pages with all that was typed, and comes back with the chosen symbol")
    func choose() async throws {
        let portal = try await Self.portal()
        try await portal.browse(as: "tomas") { browser in
            #expect(try await browser.get("/design/new").text.contains("More symbols (3)"))
            let typed = DesignTests.good.merging(["tags": "<b>", "icons": "1", "alignment_name.0": "A \"x\""]) { $1 }
            let icons = try await browser.post("/design/new/icons", typed.merging(["symbol_search": "space"]) { $1 })
            #expect(icons.status == .ok && icons.text.contains("2 symbols"))
            #expect(icons.text.contains("value=\"bi-rocket\"") && !icons.text.contains("bi-lightbulb"))
            for value in ["Data 🐍", "&lt;b&gt;", "A &quot;x&quot;", "fake/python"] {
                #expect(icons.text.contains("value=\"\(value)\""))
            }
            let form = try await browser.post("/design", typed.merging(["chosen": "bi-rocket"]) { $1 })
            #expect(form.status == .ok && form.text.contains("value=\"bi-rocket\" checked"))
            #expect(form.text.contains("value=\"Data 🐍\""))
            #expect(try await portal.database.badges.badges(.draft).isEmpty)
        }
    }

    @Test("gives its drawing to the badge, which keeps it without the library")
    func keeps() async throws {
        let portal = try await Self.portal()
        try await portal.browse(as: "tomas") { browser in
            let fields = DesignTests.good.merging(["symbol": "bi-rocket"]) { $1 }
            #expect(try await browser.post("/design", fields).location == "/design/data?saved=1")
            guard case .artwork(let artwork) = try await portal.database.badges.badge(Slug("data")).content.picture
            else {
                Issue.record("it is drawn")
                return
            }
            #expect(artwork.drawing.map(\.path) == ["M2 2h3v3z", "M4 4h1v1z"])
            let address = BadgePicture.artwork(artwork).address(slug: "data")
            #expect(address.hasPrefix("/pictures/"))
            let picture = try await browser.get(address)
            #expect(picture.text == artwork.svg(for: "data") && picture.text.contains("d=\"M2 2h3v3z\""))
        }
    }

    @Test("is not needed for a badge that has its symbol, and is missed by a new one")
    func without() async throws {
        let portal = try await Self.portal("")
        let shape = try #require(SymbolShape("M2 2h3z", isEvenOdd: false))
        let artwork = Artwork(shape: .circle, colour: .red, symbol: "bi-rocket", drawing: [shape])
        let badge = try await portal.badge("old", picture: .artwork(artwork), status: .draft)
        try await portal.browse(as: "tomas") { browser in
            #expect(try await !browser.get("/design/new").text.contains("More symbols"))
            let icons = try await browser.get("/design/new/icons").text
            #expect(icons.contains("There are no more symbols here"))
            let edit = ["slug": "old", "symbol": "bi-rocket", "colour": "blue", "revision": "\(badge.revision)"]
            let saved = try await browser.post("/design/old", DesignTests.good.merging(edit) { $1 })
            #expect(saved.location == "/design/old?saved=1")
            guard case .artwork(let now) = try await portal.database.badges.badge(Slug("old")).content.picture else {
                Issue.record("it is drawn")
                return
            }
            #expect(now.colour == .blue && now.drawing == [shape])
            let new = try await browser.post("/design", DesignTests.good.merging(["symbol": "bi-rocket"]) { $1 })
            #expect(new.status == .unprocessableContent && new.text.contains("This symbol is no longer here."))
        }
    }

    @Test("says that nothing is called so, and shows page after page")
    func pages() async throws {
        let many = (0..<130).map { "a-\($0)\tM1 1h2z" }.joined(separator: "\n")
        let portal = try await Self.portal(many)
        try await portal.badge("talk", status: .draft)
        try await portal.browse(as: "tomas") { browser in
            #expect(try await browser.get("/design/talk/icons?q=zebra").text.contains("No symbol called “zebra”"))
            let last = try await browser.get("/design/talk/icons?page=99").text
            #expect(last.contains("Page 3 of 3") && last.ranges(of: "name=\"chosen\"").count == 10)
            let first = try await browser.get("/design/talk/icons?page=-1").text
            #expect(first.contains("Page 1 of 3") && first.ranges(of: "name=\"chosen\"").count == 60)
            #expect(try await browser.get("/design/gone/icons").status == .notFound)
        }
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/design/new/icons")
            let form = try await browser.post("/design/new/icons", ["symbol_search": "a"])
            #expect(page.status == .forbidden && form.status == .forbidden)
        }
    }
}
