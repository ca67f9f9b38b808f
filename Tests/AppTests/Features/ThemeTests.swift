import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Theme")
struct ThemeTests {
    @Test(
        "takes a colour darker, or lighter for dark pages, until everybody can read it",
        arguments: ["#ffee00", "#1f5fbf", "#000000", "#ffffff", "#777777"]
    )
    func readable(hex: String) throws {
        let colours = ThemeColours(try #require(RGB(hex: hex)))
        #expect(colours.light.contrast(with: .white) >= 4.5 && colours.light.contrast(with: ThemeColours.paper) >= 4.5)
        #expect(colours.dark.contrast(with: RGB(red: 0x2A, green: 0x28, blue: 0x24)) >= 4.5)
    }

    @Test("takes colours as people write them, and nothing else")
    func colours() {
        #expect(RGB(hex: "#1F5fbf")?.hex == "#1f5fbf" && RGB(hex: "1f5fbf")?.hex == "#1f5fbf")
        for text in ["", "#fff", "#1f5fb", "red", "#gggggg", "#1f5fbf;}", "#🏅🏅", "#+12345"] {
            #expect(RGB(hex: text) == nil, "\(text)")
        }
    }

    @Test("is set by administrators, and on every page then")
    func saved() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "aiko") { browser in
            try await browser.get("/admin/theme")
            let fields = ["colour": "#ffee00", "logo": "https://cdn.acme.example/logo.svg"]
            #expect(try await browser.post("/admin/theme", fields).location == "/admin/theme?saved=1")
            let page = try await browser.get("/admin/theme?saved=1")
            #expect(page.text.contains("Too pale") && page.text.contains("The nearest that passes is #"))
            #expect(page.text.contains("<img src=\"https://cdn.acme.example/logo.svg\""))
            #expect(
                page.headers[.contentSecurityPolicy]?.contains("img-src 'self' data: https://cdn.acme.example;") == true
            )
            let address = try #require(page.text.firstMatch(of: /\/theme\.css\?v=[0-9a-f]+/)?.output)
            let styles = try await browser.get(String(address))
            #expect(
                styles.text.contains("--brand:light-dark(#")
                    && styles.headers[.contentType] == "text/css; charset=utf-8"
            )
        }
        let other = ThemeBox()
        try await other.refresh(from: portal.database.settings)
        #expect(other.theme.colour?.hex == "#ffee00")
    }

    @Test(
        "is refused with a sentence, and is for administrators",
        arguments: [["colour": "red"], ["logo": "javascript:alert(1)"], ["logo": "//evil.example"]]
    )
    func refused(fields: [String: String]) async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "aiko") { browser in
            try await browser.get("/admin/theme")
            #expect(try await browser.post("/admin/theme", fields).status == .unprocessableContent)
        }
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/admin/theme")
            #expect(page.status == .forbidden)
        }
    }

    @Test("reads a company's header and footer, which stand in shadow roots with their own styles")
    func slots() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "theme-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let json =
            ##"{"colour":"#1f5fbf","header":"h.html","styles":[{"href":"https://cdn.acme.example/a.css"}],"origins":["https://cdn.acme.example"]}"##
        try Data(json.utf8).write(to: folder.appending(path: "theme.json"))
        try Data("<nav>Größe 🏅</nav>".utf8).write(to: folder.appending(path: "h.html"))
        let theme = try ThemeFile.read(folder.appending(path: "theme.json"))
        let html = Slot(markup: theme.slots.header, styles: theme.slots.styles).html.text
        #expect(html.hasPrefix("<div class=\"slot\"><template shadowrootmode=\"open\"><link rel=\"stylesheet\""))
        #expect(html.contains("<nav>Größe 🏅</nav>") && theme.slots.footer.isEmpty)
        for wrong in [
            #"{"colour":"red"}"#, #"{"header":"none.html"}"#, #"{"origins":["https://a.example; script-src *"]}"#,
            #"{"styles":[{"href":"http://a.example/x.css"}]}"#, "[]",
        ] {
            try Data(wrong.utf8).write(to: folder.appending(path: "theme.json"))
            #expect(throws: SettingsError.self) { try ThemeFile.read(folder.appending(path: "theme.json")) }
        }
        try FileManager.default.removeItem(at: folder)
    }
}
