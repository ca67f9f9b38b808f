import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Access") struct AccessTests {
    static let uuid = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
    static let designerPages = [
        "/design", "/design/new", "/design/git", "/design/git/publication", "/design/new/icons", "/award",
        "/admin/stats",
    ]
    static let administratorPages = [
        "/admin", "/admin/people", "/admin/people/\(uuid)", "/admin/awards", "/admin/awards/\(uuid)", "/admin/audit",
        "/admin/jobs",
        "/admin/languages",
    ]
    static let designerForms = [
        "/design", "/design/git", "/design/git/publication", "/design/git/withdrawal", "/design/new/icons",
        "/award",
    ]
    static let administratorForms = [
        "/admin/sources/fake/sync", "/admin/people/\(uuid)/roles", "/admin/people/\(uuid)/address",
        "/admin/people/\(uuid)/erasure",
        "/admin/awards/\(uuid)/revocation",
        "/admin/jobs/\(uuid)/stop",
    ]
    static let personForms = ["/claims", "/refreshes", "/settings/erasure"]

    @Test(
        "a stranger who opens a page for colleagues is asked to sign in",
        arguments: designerPages + administratorPages + ["/"]
    )
    func stranger(path: String) async throws {
        try await TestPortal().browse { browser in
            for answer in [try await browser.get(path), try await browser.head(path)] {
                #expect(answer.status == .found)
                #expect(answer.location == "/login?return_to=\(URLText.query(path))")
            }
        }
    }

    @Test("a stranger's form is answered 401", arguments: designerForms + administratorForms + personForms)
    func strangersForm(path: String) async throws {
        try await TestPortal().browse { browser in
            try await browser.get("/login")
            #expect(try await browser.post(path).status == .unauthorized)
        }
    }

    @Test("an employee may not design", arguments: designerPages)
    func employee(path: String) async throws {
        try await TestPortal().browse(as: "priya") { browser in
            let answer = try await browser.get(path)
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("This page is for people who design badges."))
            #expect(answer.text.contains("Go to your badges"))
            #expect(answer.text.contains("Priya Raman"))
        }
    }

    @Test("a designer may not administrate", arguments: administratorPages)
    func designer(path: String) async throws {
        try await TestPortal().browse(as: "tomas") { browser in
            let answer = try await browser.get(path)
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("This page is for administrators."))
        }
    }

    @Test("an employee's form is answered 403", arguments: designerForms + administratorForms)
    func employeesForm(path: String) async throws {
        try await TestPortal().browse(as: "priya") { browser in
            let answer = try await browser.post(path)
            #expect(answer.status == .forbidden)
        }
    }

    @Test(
        "a form that another site sent changes nothing, whoever is signed in",
        arguments: designerForms + administratorForms + personForms + ["/logout", "/login/demo"]
    )
    func foreign(path: String) async throws {
        let portal = try await TestPortal()
        try await portal.badge("git")
        try await portal.browse(as: "aiko") { browser in
            let before = try await portal.database.audit.events(limit: 100)
            let fields = ["person": "priya", "name": "x", "slug": "x", "description": "x", "publish": "1"]
            let secFetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let answers = [
                try await browser.post(path, fields, token: .some(nil)),
                try await browser.post(path, fields, token: ""),
                try await browser.post(path, fields, token: RandomToken.make()),
                try await browser.post(path, fields, [.origin: "https://evil.example"]),
                try await browser.post(path, fields, [.origin: "null"]),
                try await browser.post(path, fields, [secFetchSite: "cross-site"]),
                try await browser.post(path, fields, [secFetchSite: "same-site"]),
            ]
            #expect(answers.map(\.status) == Array(repeating: .forbidden, count: answers.count))
            #expect(try await portal.database.audit.events(limit: 100) == before)
            #expect(try await browser.get("/").status == .ok)
        }
    }

    @Test("a form that says it comes from here is taken")
    func own() async throws {
        try await TestPortal().browse(as: "priya") { browser in
            let answer = try await browser.post("/claims", [:], [.origin: "http://laurel.test"])
            #expect(answer.status == .seeOther)
        }
    }
}
