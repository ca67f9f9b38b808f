import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Filters of badges") struct BadgeFilterTests {
    private static func picture(_ level: Artwork.Level) -> BadgePicture {
        .artwork(Artwork(shape: .circle, colour: .blue, symbol: "star", level: level))
    }

    /// Python (cloud, 🐍; level 2; learnt), Talk (Cloud; by hand), Zoë (data; level 2; by hand).
    private func portal() async throws -> TestPortal {
        let portal = try await TestPortal()
        try await portal.badge(
            "python",
            picture: Self.picture(.two),
            needs: [TestPortal.python],
            tags: ["cloud", "🐍"]
        )
        let talk = try await portal.badge("talk", picture: Self.picture(.none), tags: ["Cloud", "ענן"])
        try await portal.badge("zoe", picture: Self.picture(.two), tags: ["data"])
        try await portal.give(talk, to: portal.person("priya"))
        return portal
    }

    private func shown(_ page: String) -> [String] {
        page.matches(of: /<a href="\/badges\/([a-z]+)"/).map { String($0.output.1) }
    }

    @Test(
        "leave those that fit all of them, whatever the case and the accents",
        arguments: [
            ("", ["python", "talk", "zoe"]), ("topic=CLOUD", ["python", "talk"]), ("topic=🐍", ["python"]),
            ("topic=ענן", ["talk"]), ("level=2", ["python", "zoe"]), ("level=0", ["talk"]), ("way=fake", ["python"]),
            ("way=-", ["talk", "zoe"]), ("show=mine", ["talk"]), ("show=open", ["python", "zoe"]),
            ("topic=cloud&level=2", ["python"]), ("topic=data&way=fake", []), ("q=zoe&topic=data", ["zoe"]),
            ("level=7&show=all&order=x&way=", ["python", "talk", "zoe"]), ("order=holders", ["talk", "python", "zoe"]),
        ]
    )
    func narrow(query: String, expected: [String]) async throws {
        let portal = try await portal()
        try await portal.browse(as: "priya") { browser in
            let path = query.split(separator: "&").map { part in
                let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
                return "\(pair[0])=\(URLText.query(pair.count > 1 ? pair[1] : ""))"
            }
            let page = try await browser.get("/badges?\(path.joined(separator: "&"))")
            #expect(page.status == .ok)
            #expect(self.shown(page.text) == expected)
            #expect(expected.isEmpty == page.text.contains("No badge fits these filters"))
        }
    }

    @Test("say how many each other choice would show, with what is chosen already")
    func counts() async throws {
        let portal = try await portal()
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/badges?level=2").text
            #expect(page.contains(">cloud</span><span class=\"num soft\">1</span>"))
            #expect(page.contains(">Without a level</span><span class=\"num soft\">1</span>"))
            #expect(page.contains(">Level 2</span><span class=\"num soft\">2</span>"))
            #expect(page.contains("href=\"/badges?topic=data&amp;level=2\""))
            #expect(
                page.contains("href=\"/badges\" rel=\"nofollow\" aria-current=\"true\"><span dir=\"auto\">Level 2<")
            )
            #expect(page.contains("aria-label=\"Without “Level 2”\""))
        }
    }

    @Test("stay when people search, and are gone when they take them away")
    func kept() async throws {
        let portal = try await portal()
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/badges?topic=cloud&show=open&q=py").text
            #expect(page.contains("<input type=\"hidden\" name=\"topic\" value=\"cloud\">"))
            #expect(page.contains("<input type=\"hidden\" name=\"show\" value=\"open\">"))
            #expect(page.contains("href=\"/badges?q=py&amp;show=open\" aria-label"))
        }
    }

    @Test("know nothing of strangers' badges, and are the same for all of them")
    func strangers() async throws {
        let portal = try await portal()
        try await portal.browse { browser in
            let page = try await browser.get("/badges?show=mine")
            #expect(self.shown(page.text) == ["python", "talk", "zoe"])
            #expect(!page.text.contains("class=\"chips\""))
            #expect(page.headers[.cacheControl] == "public, max-age=60")
        }
    }

    @Test("write what was typed as text, and no longer than it makes sense")
    func hostile() async throws {
        let portal = try await portal()
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/badges?topic=%3Cscript%3E%22x").text
            #expect(page.contains("&lt;script&gt;&quot;x") && !page.contains("<script>\"x"))
            let long = try await browser.get("/badges?topic=\(String(repeating: "x", count: 5_000))").text
            #expect(!long.contains(String(repeating: "x", count: BadgeFilter.textLimit + 1)))
        }
    }
}
