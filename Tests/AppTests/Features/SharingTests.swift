import Core
import Foundation
import HTTPTypes
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("Sharing a badge") struct SharingTests {
    private func award(
        _ portal: TestPortal,
        name: String = "Git",
        person: String = "priya",
        picture: BadgePicture = .artwork(.proposed(for: "git"))
    ) async throws -> Award.ID {
        try await portal.give(
            try await portal.badge("git", name: name, picture: picture),
            to: try await portal.person(person)
        )
    }

    @Test("offers every place as a plain link, and the link to copy")
    func panel() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/me/awards/\(id)")
            #expect(page.status == .ok)
            #expect(page.text.contains("value=\"http://laurel.test/awards/\(id)\""))
            #expect(ShareTarget.known.allSatisfy { page.text.contains("/awards/\(id)/share/\($0.id)\"") })
        }
    }

    @Test("is nobody else's business", arguments: ["/me/awards/%@", "/me/awards/nonsense"])
    func others(path: String) async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        try await portal.browse(as: "tomas") { browser in
            let address = path.replacing("%@", with: id.rawValue)
            let answer = try await browser.get(address)
            #expect(answer.status == .notFound)
        }
    }

    @Test("goes to the place and is counted for the person, not for others")
    func redirect() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal, name: "Git & “Swift” 🏅")
        let follow: @Sendable (Browser) async throws -> Void = { browser in
            let answer = try await browser.get("/awards/\(id)/share/teams")
            #expect(answer.status == .found)
            let address = answer.headers[.location] ?? ""
            #expect(
                address.hasPrefix("https://teams.microsoft.com/share?href=http%3A%2F%2Flaurel.test%2Fawards%2F\(id)")
            )
            #expect(try await browser.get("/awards/\(id)/share/nowhere").status == .notFound)
        }
        try await portal.browse(follow)
        #expect(try await portal.database.sharing.shares(of: id).isEmpty)
        try await portal.browse(as: "priya", follow)
        #expect(try await portal.database.sharing.shares(of: id) == ["teams": 1])
    }

    @Test("is up to the person: what is hidden looks like what does not exist")
    func hidden() async throws {
        let portal = try await TestPortal()
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        let id = try await award(portal)
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/me/awards/\(id)")
            let saved = try await browser.post(
                "/me/awards/\(id)/visibility",
                ["visibility": "owner"]
            )
            #expect(saved.headers[.location] == "/me/awards/\(id)?saved=1")
            #expect(try await browser.get("/awards/\(id)").status == .ok)
            #expect(try await browser.get("/me/badges.zip").status == .ok)
            #expect(try await browser.get("/me/awards/\(id)?saved=1").text.contains("Only you can see this badge."))
        }
        let paths = [
            "/awards/%@", "/awards/%@/image.png", "/awards/%@/image.svg", "/awards/%@/card.png",
            "/awards/%@/certificate.pdf", "/awards/%@/embed", "/awards/%@/share/teams", "/ob/v2/assertions/%@",
            "/ob/v3/credentials/%@", "/ob/v3/credentials/%@.jwt",
        ]
        for path in paths {
            try await portal.browse { browser in
                let answer = try await browser.get(path.replacing("%@", with: id.rawValue))
                let none = try await browser.get(path.replacing("%@", with: "3fa85f64-5717-4562-b3fc-2c963f66afa6"))
                #expect(answer.status == .notFound && none.status == .notFound, "\(path)")
                #expect(answer.text == none.text, "\(path)")
            }
        }
    }

    @Test("with colleagues stays with colleagues")
    func colleagues() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        let person = try await portal.person("priya")
        try await portal.database.sharing.set(.colleagues, of: id, by: person.id, at: portal.now)
        try await portal.browse { browser in
            let page = try await browser.get("/awards/\(id)")
            #expect(page.status == .notFound)
        }
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/awards/\(id)")
            #expect(page.status == .ok)
            #expect(page.headers[.cacheControl] == "private, no-cache")
        }
    }

    @Test(
        "gives chat programs a card and printers a certificate, whatever the names",
        arguments: [
            "Priya Raman", "ليلى حداد", "שלומית כהן", "佐藤 花子", "👩🏽‍🚀 Zoë 🏅", "a\u{1}b\u{FFFF}<&\"",
            String(repeating: "x", count: 200),
        ]
    )
    func drawn(name: String) async throws {
        let portal = try await TestPortal()
        let id = try await award(portal, name: String(name.prefix(120)))
        try await portal.browse { browser in
            let card = try await browser.get("/awards/\(id)/card.png")
            #expect(card.headers[.contentType] == "image/png")
            #expect(card.bytes[16..<24].elementsEqual([0, 0, 4, 176, 0, 0, 2, 118]))
            let sheet = try await browser.get("/awards/\(id)/certificate.pdf")
            #expect(sheet.headers[.contentType] == "application/pdf")
            #expect(sheet.bytes.starts(with: Array("%PDF-".utf8)))
            #expect(sheet.headers[.cacheControl] == "public, no-cache")
        }
    }

    @Test("has tags that chat programs read, and never says valid there")
    func tags() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        try await portal.browse { browser in
            let page = try await browser.get("/awards/\(id)")
            #expect(page.text.contains("property=\"og:image\" content=\"http://laurel.test/awards/\(id)/card.png\""))
            #expect(page.text.contains("name=\"twitter:card\" content=\"summary_large_image\""))
            let tags = page.text.split(separator: "<").filter { $0.contains("og:") }
            #expect(!tags.contains { $0.contains("valid") || $0.contains("genuine") })
        }
    }

    @Test("on another page stands in a frame, without script, and says what is true now")
    func embed() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        try await portal.browse { browser in
            let page = try await browser.get("/awards/\(id)/embed")
            #expect(page.text.contains("Genuine and valid") && !page.text.contains("<script"))
            #expect(page.headers[.contentSecurityPolicy]?.contains("frame-ancestors *") == true)
            try await portal.database.awards.revoke(id, Revocation(at: portal.now, reason: "No."), by: .commandLine)
            let after = try await browser.get("/awards/\(id)/embed")
            #expect(after.text.contains("Taken back") && !after.text.contains("Genuine"))
        }
    }

    @Test("comes right after claiming one")
    func claimed() async throws {
        let portal = try await TestPortal()
        let badge = try await portal.badge("git")
        try await portal.browse(as: "priya") { browser in
            let id = try await portal.give(badge, to: try await portal.person("priya"))
            try await browser.get("/")
            let answer = try await browser.post("/claims")
            #expect(answer.headers[.location] == "/me/awards/\(id)?claimed=1")
            #expect(try await browser.get("/me/awards/\(id)?claimed=1").text.contains("It is yours."))
        }
    }
}
