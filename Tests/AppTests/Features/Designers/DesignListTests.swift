import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("My designs")
struct DesignListTests {
    @Test("begin with a sample to copy")
    func empty() async throws {
        try await TestPortal().browse(as: "tomas") { browser in
            let list = try await browser.get("/design").text
            #expect(list.contains("Helps newcomers arrive") && list.contains("href=\"/design/new?sample=1\""))
            let copy = try await browser.get("/design/new?sample=1").text
            #expect(
                copy.contains("value=\"Helps newcomers arrive\"") && copy.contains("value=\"helps-newcomers-arrive\"")
            )
        }
    }

    @Test("say how each badge is doing, and ask for no picture that the portal draws itself")
    func rows() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("talk", name: "Talk 🏅 <b>")
        try await portal.give(badge, to: try await portal.person("priya"))
        let link = try #require(URL(string: "https://acme.example/x.png"))
        try await portal.badge("link", picture: .link(link))
        try await portal.browse(as: "tomas") { browser in
            let list = try await browser.get("/design").text
            #expect(
                list.contains("Talk 🏅 &lt;b&gt;")
                    && list.contains("1 given in 12 months, 1 of them in the last 30 days")
            )
            #expect(list.ranges(of: "class=\"spark\"").count == 2)
            #expect(!list.contains("src=\"/artwork.svg") && list.ranges(of: "viewBox=\"0 0 240 240\"").count == 1)
            #expect(list.contains("src=\"https://acme.example/x.png\""))
        }
    }

    @Test("come in pages, and no number of a page is wrong")
    func pages() async throws {
        let portal = try await TestPortal()
        for number in 0...Design.pageSize { try await portal.badge("b\(number)") }
        try await portal.browse(as: "tomas") { browser in
            for (page, rows) in [
                ("1", Design.pageSize), ("2", 1), ("99", 1), ("-5", Design.pageSize), ("x", Design.pageSize),
            ] {
                let text = try await browser.get("/design?page=\(page)").text
                #expect(text.ranges(of: "class=\"spark\"").count == rows)
            }
        }
    }
}
