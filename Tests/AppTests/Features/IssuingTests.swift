import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Issuers and their keys")
struct IssuingTests {
    @Test("are for administrators only", arguments: ["/admin/issuers", "/admin/keys"])
    func access(path: String) async throws {
        let portal = try await TestPortal()
        let statuses = [("aiko", HTTPResponse.Status.ok), ("tomas", .forbidden), ("priya", .forbidden)]
        for (name, status) in statuses {
            let answer = try await portal.browse(as: name) { browser in try await browser.get(path) }
            #expect(answer.status == status)
        }
    }

    @Test("come with keys of their own, in any script, and are shown as they are", arguments: ["人事部 🧑‍💼", "שלום <b>"])
    func added(name: String) async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "aiko") { browser in
            let fields = ["name": name, "url": "https://hr.example/?a=1&b=2", "email": "HR@acme.example"]
            #expect(try await browser.post("/admin/issuers", fields).location == "/admin/issuers")
            let issuer = try #require(try await portal.database.badges.issuers().last)
            #expect(issuer.name == name && issuer.email == EmailAddress("hr@acme.example"))
            let keys = try await portal.database.proofs.keyring().keys.filter { $0.issuer == issuer.id }
            #expect(keys.map(\.algorithm.rawValue).sorted() == ["Ed25519", "RSA-2048"])
            let page = try await browser.get("/admin/keys").text
            #expect(page.contains(name.replacing("<", with: "&lt;").replacing(">", with: "&gt;")))
            #expect(!page.contains("שלום <b>"))
            for key in keys { #expect(page.contains(key.id.rawValue)) }
        }
    }

    @Test("keep what was typed, and say what is wrong with it")
    func wrong() async throws {
        try await TestPortal().browse(as: "aiko") { browser in
            let fields = ["name": String(repeating: "🏅", count: 201), "url": "javascript:x", "email": "x"]
            let answer = try await browser.post("/admin/issuers", fields)
            #expect(answer.status == .unprocessableContent && answer.text.contains("value=\"javascript:x\""))
            for field in ["name", "url", "email"] {
                #expect(answer.text.contains("id=\"f-new-\(field)-error\""))
                #expect(answer.text.contains("href=\"#f-new-\(field)\""))
            }
            let ids = answer.text.matches(of: /\bid="([^"]+)"/).map(\.1)
            #expect(Set(ids).count == ids.count)
            let empty = try await browser.post("/admin/issuers", ["name": " "])
            #expect(empty.text.contains("“Name” is missing."))
            #expect(try await browser.post("/admin/issuers/none", ["name": "x"]).status == .notFound)
        }
    }

    @Test("get new keys on request; the old ones stay published, with the day on which they were retired")
    func rotated() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "aiko") { browser in
            _ = try await browser.post("/admin/issuers", ["name": "HR"])
            let issuer = try #require(try await portal.database.badges.issuers().last)
            let done = try await browser.post("/admin/keys/\(issuer.id)/rotation")
            #expect(done.location == "/admin/keys")
            let keys = try await portal.database.proofs.keyring().keys.filter { $0.issuer == issuer.id }
            #expect(keys.count == 4 && keys.count { $0.retiredAt != nil } == 2)
            for key in keys { #expect(try await browser.get("/ob/v3/keys/\(key.id)").status == .ok) }
            #expect(try await browser.get("/admin/keys").text.contains("In use"))
            #expect(try await browser.post("/admin/keys/none/rotation").status == .notFound)
        }
    }
}
