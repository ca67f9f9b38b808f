import Contracts
import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Administration") struct AdminTests {
    @Test("gives and takes roles, and leaves one administrator")
    func roles() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        try await portal.browse(as: "aiko") { browser in
            let answer = try await browser.post(
                "/admin/people/\(priya.id)/roles",
                ["role": "designer", "granted": "1"]
            )
            #expect(answer.status == .seeOther)
            #expect(try await portal.database.people.person(priya.id).roles == [.designer])
            try await browser.post("/admin/people/\(priya.id)/roles", ["role": "designer", "granted": "0"])
            #expect(try await portal.database.people.person(priya.id).roles.isEmpty)
            let email = try #require(EmailAddress("aiko@laurel.example"))
            let aiko = try await portal.database.people.person(email)
            let last = try await browser.post(
                "/admin/people/\(aiko.id)/roles",
                ["role": "administrator", "granted": "0"]
            )
            #expect(last.status == .conflict)
            #expect(last.text.contains("Somebody must remain administrator."))
            let unknown = try await browser.post("/admin/people/\(priya.id)/roles", ["role": "king", "granted": "1"])
            #expect(unknown.status == .unprocessableContent)
        }
    }

    @Test("takes a badge back with a reason only, and once")
    func revocation() async throws {
        let portal = try await TestPortal()
        let id = try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
        try await portal.browse(as: "aiko") { browser in
            for reason in ["", "  \n", String(repeating: "🏅", count: 501)] {
                let answer = try await browser.post("/admin/awards/\(id)/revocation", ["reason": reason])
                #expect(answer.status == .unprocessableContent)
            }
            #expect(try await portal.database.awards.award(id).award.revocation == nil)
            let done = try await browser.post("/admin/awards/\(id)/revocation", ["reason": "Wrong 🏅"])
            #expect(done.location == "/admin/awards/\(id)")
            let again = try await browser.post("/admin/awards/\(id)/revocation", ["reason": "Again"])
            #expect(again.status == .conflict)
            #expect(try await portal.database.awards.award(id).award.revocation?.reason == "Wrong 🏅")
            #expect(try await browser.get("/admin/audit").text.contains("award.revoked"))
        }
    }

    @Test("puts a badge on hold with a reason, says so everywhere, and lets it count again")
    func suspension() async throws {
        let portal = try await TestPortal()
        let id = try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
        try await portal.browse(as: "aiko") { browser in
            let refused = try await browser.post("/admin/awards/\(id)/suspension", ["hold-reason": "\n"])
            #expect(refused.status == .unprocessableContent)
            let done = try await browser.post("/admin/awards/\(id)/suspension", ["hold-reason": "We look at it <b>🔍"])
            #expect(done.location == "/admin/awards/\(id)")
            for page in ["/admin/awards/\(id)", "/awards/\(id)"] {
                #expect(try await browser.get(page).text.contains("We look at it &lt;b&gt;🔍"))
            }
            #expect(try await browser.get("/awards/\(id)").text.contains("does not stand by this badge"))
            #expect(try await browser.get("/admin/awards").text.contains("On hold"))
            let again = try await browser.post("/admin/awards/\(id)/suspension", ["hold-reason": "Again"])
            #expect(again.status == .conflict)
            _ = try await browser.post("/admin/awards/\(id)/resumption")
            #expect(try await browser.get("/awards/\(id)").text.contains("This badge is genuine and valid"))
            #expect(try await browser.post("/admin/awards/\(id)/resumption").status == .conflict)
        }
    }

    @Test("asks a source again, if there is such a source")
    func sync() async throws {
        try await TestPortal().browse(as: "aiko") { browser in
            let answer = try await browser.post("/admin/sources/fake/sync")
            #expect(answer.location == "/admin?syncing=fake")
            #expect(try await browser.post("/admin/sources/other/sync").status == .notFound)
        }
    }

    @Test("turns any page number into a page", arguments: ["0", "-5", "9223372036854775807", "x", "🏅", ""])
    func pages(number: String) async throws {
        try await TestPortal().browse(as: "aiko") { browser in
            let answer = try await browser.get("/admin/people?page=\(URLText.query(number))")
            #expect(answer.status == .ok)
            #expect(try await browser.get("/admin/awards?page=\(URLText.query(number))").status == .ok)
        }
    }

    @Test("shows what a source said last")
    func health() async throws {
        let portal = try await TestPortal()
        await portal.source.change { $0.failure = .unavailable("reset <by> peer") }
        try await portal.sync()
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin").text
            #expect(page.contains("One integration needs you."))
            #expect(page.contains("reset &lt;by&gt; peer"))
            let health = try await browser.get("/health/sources")
            #expect(health.status == .ok)
            #expect(health.text.contains("\"status\":\"degraded\"") && !health.text.contains("peer"))
            #expect(try await browser.get("/health/ready").text == "{\"status\":\"ready\"}")
            #expect(try await browser.get("/health/live").text == "{\"status\":\"ok\"}")
            #expect(try await browser.get("/").status == .ok)
        }
    }
}

@Suite("Award by hand") struct GiveAwardTests {
    @Test("gives a badge with what shows it")
    func gives() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        try await portal.badge("talk", validity: .months(12))
        try await portal.browse(as: "tomas") { browser in
            let fields = [
                "badge": "talk", "email": "Priya@laurel.example", "narrative": "A **talk** 🏅",
                "evidence_name": "Slides", "evidence_url": "https://slides.example/1",
            ]
            let answer = try await browser.post("/award", fields)
            #expect(answer.status == .seeOther)
            let held = try #require(try await portal.database.awards.awards(of: priya.id).first)
            #expect(answer.location == "/awards/\(held.award.id)")
            #expect(held.award.evidence == [Evidence(name: "Slides", url: URL(string: "https://slides.example/1"))])
            #expect(held.award.expires != nil)
            let again = try await browser.post("/award", fields)
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("This person has the badge already."))
        }
    }

    @Test("says all that is wrong at once and keeps the input")
    func errors() async throws {
        try await TestPortal().browse(as: "tomas") { browser in
            let answer = try await browser.post(
                "/award",
                ["badge": "none", "email": "stranger@a.example", "evidence_url": "ftp://x", "narrative": "kept 🏅"]
            )
            #expect(answer.status == .unprocessableContent)
            for text in [
                "Choose a badge.", "Nobody with this address has signed in yet.", "This is not a web address.",
            ] {
                #expect(answer.text.ranges(of: text).count == 2)
            }
            #expect(answer.text.contains("kept 🏅"))
        }
    }
}
