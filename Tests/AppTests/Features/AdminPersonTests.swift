import Core
import Foundation
import HTTPTypes
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("The page of an account")
struct AdminPersonTests {
    private static let home = "ana@home.example"

    /// Ana, who left with a badge and without a private address.
    private static func world() async throws -> (TestPortal, MailTests.FakeMailer, Person) {
        let mailer = MailTests.FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        let ana = try await portal.person("ana", name: "Ana שלום 🏅 <b>")
        try await portal.give(portal.badge("talk", name: "Talk 🐍"), to: ana)
        try await portal.database.accounts.close(ana.id, by: .commandLine, at: portal.now)
        return (portal, mailer, ana)
    }

    @Test("gives somebody who left a private address, and sends the badges there")
    func address() async throws {
        let (portal, mailer, ana) = try await Self.world()
        try await portal.browse(as: "aiko") { browser async throws in
            let people = try await browser.get("/admin/people?q=ana").text
            #expect(people.contains("href=\"/admin/people/\(ana.id)\""))
            let page = try await browser.get("/admin/people/\(ana.id)").text
            #expect(page.contains("Ana שלום 🏅 &lt;b&gt;") && page.contains("ana@laurel.example"))
            #expect(page.contains("Private email address"))
            let saved = try await browser.post("/admin/people/\(ana.id)/address", ["address": " ANA@home.example "])
            #expect(saved.location == "/admin/people/\(ana.id)?saved=1")
            let after = try await browser.get("/admin/people/\(ana.id)?saved=1").text
            #expect(after.contains("Saved.") && !after.contains("Private email address"))
            let again = try await browser.post("/admin/people/\(ana.id)/address", ["address": "x@home.example"])
            #expect(again.status == .conflict)
            let trail = try await browser.get("/admin/audit?action=address.added").text
            #expect(trail.contains(ana.id.rawValue) && trail.contains("Aiko") && !trail.contains(Self.home))
        }
        await portal.portal.jobService.work()
        let letter = try #require(mailer.letters.last)
        #expect(letter.to.description == Self.home && letter.subject == "Your badges stay yours")
        #expect(try zipNames(#require(letter.attachment).bytes).contains { $0.hasPrefix("talk-") })
    }

    @Test(
        "refuses what is no address and what belongs to somebody, and keeps what was typed",
        arguments: [
            ("ana🏅", "That is not an email address."), ("aiko@laurel.example", "belongs to an account"),
            ("", "That is not"),
        ]
    )
    func refused(address: String, sentence: String) async throws {
        let (portal, mailer, ana) = try await Self.world()
        try await portal.browse(as: "aiko") { browser async throws in
            try await browser.get("/admin/people/\(ana.id)")
            let answer = try await browser.post("/admin/people/\(ana.id)/address", ["address": address])
            #expect(answer.status == .unprocessableContent && answer.text.contains("aria-invalid"))
            #expect(answer.text.contains(sentence) && answer.text.contains("value=\"\(address)\""))
        }
        await portal.portal.jobService.work()
        #expect(mailer.letters.allSatisfy { $0.subject != "Your badges stay yours" })
    }

    @Test("asks for no address of whoever is here, and takes none by a form from elsewhere or of a colleague")
    func closed() async throws {
        let (portal, _, ana) = try await Self.world()
        let priya = try await portal.person("priya")
        let form = ["address": Self.home]
        try await portal.browse(as: "aiko") { browser async throws in
            #expect(try await !browser.get("/admin/people/\(priya.id)").text.contains("Private email address"))
            #expect(try await browser.post("/admin/people/\(priya.id)/address", form).status == .conflict)
            #expect(try await browser.post("/admin/people/\(ana.id)/address", form, token: "x").status == .forbidden)
            #expect(try await browser.get("/admin/people/nobody").status == .notFound)
            #expect(try await browser.get("/admin/people/merge").text.contains("Merge"))
        }
        try await portal.browse(as: "priya") { browser async throws in
            #expect(try await browser.post("/admin/people/\(ana.id)/address", form).status == .forbidden)
        }
        #expect(try await portal.database.leavers.privateAddress(of: ana.id) == nil)
    }
}
