import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Awarding from a list")
struct AwardListTests {
    private static let file =
        "E-Mail;Note\r\nana@laurel.example;Größe 🏅\r\nbo@laurel.example\r\nnobody\r\nxx@laurel.example\r\n"

    private func portal() async throws -> TestPortal {
        let portal = try await TestPortal()
        try await portal.badge("talk", name: "Talk <b>")
        for name in ["ana", "bo"] { _ = try await portal.person(name) }
        return portal
    }

    /// Uploads the list and returns where it is shown.
    private func upload(_ bytes: [UInt8], _ browser: Browser) async throws -> String {
        try await browser.get("/award/list")
        let answer = try await browser.upload("/award/list", ["badge": "talk", "text": ""], file: bytes, as: "file")
        #expect(answer.status == .seeOther)
        return try #require(answer.location)
    }

    @Test("shows first what would happen, gives then, and can be undone")
    func flow() async throws {
        let portal = try await portal()
        try await portal.browse(as: "tomas") { browser in
            let path = try await upload(Array(Self.file.utf8), browser)
            let preview = try await browser.get(path).text
            #expect(preview.contains("2 people will get it") && preview.contains("1 row has no email address"))
            #expect(preview.contains("1 person has never signed in") && preview.contains("Award 2 badges"))
            for text in ["column “E-Mail”, notes from “Note”", "Größe 🏅", "Gets the badge", "Has never signed in"] {
                #expect(preview.contains(text), "\(text)")
            }
            #expect(try await portal.database.badges.badge(Slug("talk")).holders == 0)
            try await browser.post("\(path)/start")
            #expect(try await browser.get(path).text.contains("data-reload"))
            await portal.portal.jobService.work()
            let done = try await browser.get(path).text
            #expect(!done.contains("Gets the badge"))
            #expect(done.contains("2 people got it") && done.contains("Undo: take back 2 badges"))
            #expect(try await portal.database.badges.badge(Slug("talk")).holders == 2)
            try await browser.post("\(path)/undo")
            await portal.portal.jobService.work()
            #expect(try await browser.get(path).text.contains("2 badges were taken back"))
            #expect(try await portal.database.badges.badge(Slug("talk")).holders == 0)
        }
    }

    @Test("gives nobody the badge twice when the same file comes again")
    func again() async throws {
        let portal = try await portal()
        try await portal.browse(as: "tomas") { browser in
            let first = try await upload(Array(Self.file.utf8), browser)
            try await browser.post("\(first)/start")
            await portal.portal.jobService.work()
            let second = try await upload(Array(Self.file.utf8), browser)
            let preview = try await browser.get(second).text
            #expect(preview.contains("2 people have it already") && preview.contains("Nobody on this list"))
        }
    }

    @Test("offers the rows that cannot be used as a file without formulas")
    func download() async throws {
        let portal = try await portal()
        try await portal.browse(as: "tomas") { browser in
            let path = try await upload(Array("email\n=1+1\nana@laurel.example\n".utf8), browser)
            let file = try await browser.get("\(path)/problems.csv")
            #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(file.text.contains("\"2\",\"'=1+1\",\"No email address\"\r\n"))
        }
    }

    @Test("says what is missing and loses nothing", arguments: ["", " \n", "name\nAda"])
    func refused(text: String) async throws {
        let portal = try await portal()
        try await portal.browse(as: "tomas") { browser in
            try await browser.get("/award/list")
            let answer = try await browser.post("/award/list", ["badge": "none", "text": text])
            #expect(answer.status == .unprocessableContent && answer.text.contains("Choose a badge."))
            #expect(answer.text.contains("role=\"alert\""))
        }
    }

    @Test("takes addresses that were written by hand")
    func pasted() async throws {
        let portal = try await portal()
        try await portal.browse(as: "tomas") { browser in
            try await browser.get("/award/list")
            let fields = ["badge": "talk", "text": "ana@laurel.example\r\nbo@laurel.example"]
            let path = try #require(try await browser.post("/award/list", fields).location)
            #expect(try await browser.get(path).text.contains("Written by hand"))
        }
    }

    @Test("is for designers, and each list for its author")
    func access() async throws {
        let portal = try await portal()
        let path = try await portal.browse(as: "tomas") { browser in
            try await upload(Array(Self.file.utf8), browser)
        }
        try await portal.browse(as: "priya") { browser in
            let form = try await browser.get("/award/list")
            #expect(form.status == .forbidden)
            #expect(try await browser.get(path).status == .forbidden)
            #expect(try await browser.post("\(path)/start").status == .forbidden)
        }
        try await portal.browse(as: "tomas") { browser in
            let none = try await browser.get("/award/list/\(UUID())")
            #expect(none.status == .notFound)
            #expect(try await browser.post("\(path)/nothing").status == .notFound)
        }
    }
}
