import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Badges from elsewhere on a person's page")
struct PeopleElsewhereTests {
    private static func keep(
        _ portal: TestPortal,
        _ id: ImportedBadge.ID,
        _ trust: ImportedBadge.Trust,
        _ visibility: Visibility,
        expires: Date? = nil
    ) async throws -> Person {
        let priya = try await portal.person("priya", name: "Priya")
        let badge = ImportedBadge(
            id: id,
            person: priya.id,
            trust: trust,
            key: "https://b.example/\(id)",
            title: "Netz \(id) 🏅",
            issuer: "B <i> & Co",
            link: URL(string: "https://b.example/\(id)"),
            expires: expires,
            addedAt: portal.now,
            visibility: visibility
        )
        try await portal.database.imports.add(badge, original: nil, picture: nil)
        return priya
    }

    @Test("are nobody else's to see until their person says so")
    func visibility() async throws {
        let portal = try await TestPortal()
        let priya = try await Self.keep(portal, "a", .verified, .owner)
        let (page, badge) = ("/people/\(priya.id)", "/people/\(priya.id)/elsewhere/a")
        try await portal.browse(as: "tomas") { browser in
            let answer1 = try await browser.get(page)
            #expect(!answer1.text.contains("Netz a"))
            let answer2 = try await browser.get(badge)
            #expect(answer2.status == .notFound)
            let answer3 = try await browser.get("\(badge)/picture")
            #expect(answer3.status == .notFound)
        }
        try await portal.browse(as: "priya") { browser in
            let answer4 = try await browser.get(page)
            #expect(answer4.text.contains("Netz a"))
            _ = try await browser.get("/import/badges/a")
            let answer = try await browser.post("/import/badges/a/visibility", ["visibility": "colleagues"])
            #expect(answer.location == "/import/badges/a?saved=1")
            let answer5 = try await browser.get("/import/badges/a?saved=1")
            #expect(answer5.text.contains("value=\"colleagues\" checked"))
        }
        try await portal.browse(as: "tomas") { browser in
            let answer6 = try await browser.get(page)
            #expect(answer6.text.contains("Netz a"))
            let answer7 = try await browser.get(badge)
            #expect(answer7.text.contains("B &lt;i&gt; &amp; Co"))
            let answer8 = try await browser.get("\(badge)/picture")
            #expect(answer8.status == .ok)
            let answer9 = try await browser.post("/import/badges/a/visibility", ["visibility": "link"])
            #expect(answer9.status == .notFound)
        }
        try await portal.browse { browser in
            let answer = try await browser.get(badge)
            #expect(answer.status == .notFound)
        }
    }

    @Test("say how far they were checked, and are gone for others when they were taken back")
    func trust() async throws {
        let portal = try await TestPortal()
        _ = try await Self.keep(portal, "good", .verified, .colleagues)
        _ = try await Self.keep(portal, "old", .verified, .colleagues, expires: portal.now - 60)
        _ = try await Self.keep(portal, "open", .unchecked, .colleagues)
        let priya = try await Self.keep(portal, "back", .revoked, .colleagues)
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/people/\(priya.id)").text
            for word in ["From elsewhere", "Genuine", "Ran out", "Not checked yet", "did not issue it"] {
                #expect(page.contains(word), "\(word)")
            }
            #expect(!page.contains("Netz back"))
            let answer10 = try await browser.get("/people/\(priya.id)/elsewhere/back")
            #expect(answer10.status == .notFound)
        }
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/people/\(priya.id)")
            #expect(page.text.contains("Netz back"))
        }
    }

    @Test("are seen by strangers where both the badge and the page are for everybody")
    func strangers() async throws {
        let portal = try await TestPortal()
        let priya = try await Self.keep(portal, "a", .verified, .link)
        let path = "/people/\(priya.id)/elsewhere/a"
        try await portal.browse { browser in
            let answer = try await browser.get(path)
            #expect(answer.status == .notFound)
        }
        try await portal.database.sharing.save(Profile(person: priya.id, visibility: .link), at: portal.now)
        try await portal.browse { browser in
            let answer11 = try await browser.get(path)
            #expect(answer11.status == .ok)
            let answer12 = try await browser.get("/people/\(priya.id)/elsewhere/🏅")
            #expect(answer12.status == .notFound)
        }
    }
}
