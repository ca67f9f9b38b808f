import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("A copy of a design")
struct CopyDesignTests {
    @Test("begins with the words and the rule of another badge, without its address, and saves nothing yet")
    func copy() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        _ = try await portal.badge("talk", name: "Talk שלום 🏅", needs: [TestPortal.python], tags: ["Talking"])
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/design/new?copy=talk")
            #expect(page.status == .ok && page.text.contains("action=\"/design\""))
            for text in ["value=\"Talk שלום 🏅\"", "value=\"Talking\"", "value=\"fake/python\" selected"] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(page.text.contains("name=\"slug\" type=\"text\" value=\"\""))
            #expect(page.text.contains("name=\"revision\" value=\"0\""))
            let missing = try await browser.get("/design/new?copy=%F0%9F%8F%85")
            #expect(missing.status == .notFound)
        }
        #expect(try await portal.database.badges.badges(.draft).isEmpty)
    }

    @Test("is offered beside the page and the holders of every badge")
    func offered() async throws {
        let portal = try await TestPortal()
        _ = try await portal.badge("talk")
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/design/talk").text
            for address in ["/design/new?copy=talk", "/design/talk/holders", "/badges/talk"] {
                #expect(page.contains("href=\"\(address)\""), "\(address)")
            }
        }
    }
}
