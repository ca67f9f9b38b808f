import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Choice of the language")
struct LanguageChoiceTests {
    @Test("follows the browser, and the page says which it is", arguments: Language.allCases)
    func browser(language: Language) async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser in
            let page = try await browser.get("/login", [.acceptLanguage: language.tag])
            #expect(
                page.text.contains("<html lang=\"\(language.tag)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\"")
            )
            #expect(page.text.contains(Words.in(language).text(.signIn)))
            #expect(page.headers[.vary]?.contains("Accept-Language") == true)
            let nothing = try await browser.get("/nothing/here", [.acceptLanguage: language.tag])
            #expect(nothing.text.contains(Words.in(language).text(.nothingHere)))
        }
    }

    @Test("is kept by a cookie for strangers, and leads back only into the portal")
    func cookie() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser in
            let page = try await browser.get("/language", [.referer: "http://laurel.test/badges?x=1"])
            #expect(page.text.contains("value=\"/badges?x=1\""))
            let answer = try await browser.post("/language", ["language": "he", "return_to": "//evil.example"])
            #expect(answer.location == "/badges")
            #expect(try await browser.get("/login", [.acceptLanguage: "de"]).text.contains("lang=\"he\" dir=\"rtl\""))
            try await browser.get("/language")
            #expect(try await browser.post("/language", ["language": "🏅"]).status == .badRequest)
        }
    }

    @Test("has a look beside it that a person chooses for all pages, whatever the device says")
    func appearance() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/settings")
            for (chosen, mark) in [("dark", " data-theme=\"dark\""), ("light", " data-theme=\"light\""), ("🐍", nil)] {
                try await browser.post("/settings/preferences", ["appearance": chosen])
                for path in ["/", "/badges", "/settings"] {
                    let page = try await browser.get(path).text
                    #expect(page.contains("data-theme") == (mark != nil))
                    #expect(mark.map(page.contains) != false)
                }
            }
        }
    }

    @Test("is a personal setting, with the time zone")
    func setting() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/settings")
            let fields = ["language": "de", "zone": "Asia/Tokyo", "mail": "on"]
            #expect(try await browser.post("/settings/preferences", fields).location == "/settings?saved=1")
            let page = try await browser.get("/settings?saved=1", [.acceptLanguage: "fr"]).text
            #expect(page.contains("Gespeichert.") && page.contains("lang=\"de\""))
            #expect(page.contains("value=\"Asia/Tokyo\" dir") && page.contains("<option value=\"Europe/Berlin\">"))
            #expect(!page.contains("data-theme"))
            let wrong = try await browser.post("/settings/preferences", ["language": "de", "zone": "Nowhere/🏅"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Nowhere/🏅"))
            #expect(wrong.text.contains("Eine Zeitzone mit diesem Namen gibt es nicht."))
        }
    }
}
