import Core
import Foundation
import HTTPTypes
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("The welcome") struct WelcomeTests {
    private func enter(_ browser: Browser, as person: String, returnTo: String = "/") async throws -> String? {
        try await browser.get("/login")
        let fields = ["person": person, "return_to": returnTo]
        return try await browser.post("/login/demo", fields).location
    }

    @Test("shows whoever comes for the first time what they have earned, and one button takes it")
    func found() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya", name: "פריה 🐍")
        for slug in ["git", "swift"] { try await portal.give(portal.badge(slug, name: "\(slug) 🏅"), to: priya) }
        try await portal.browse { browser async throws in
            #expect(try await self.enter(browser, as: "priya") == "/welcome")
            let page = try await browser.get("/welcome")
            #expect(page.status == .ok)
            #expect(page.text.contains("We found 2 badges that you have already earned."))
            #expect(page.text.contains("git 🏅") && page.text.contains("swift 🏅"))
            #expect(page.text.contains("Claim all 2"))
            let after = try await browser.post("/claims").location
            #expect(after == "/?claimed=1")
            #expect(try await browser.get("/welcome").location == "/")
        }
        try await portal.browse { browser async throws in #expect(try await self.enter(browser, as: "priya") == "/") }
    }

    @Test("leads to the only badge with its ways to share, when there is one")
    func one() async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(portal.badge("git"), to: portal.person("priya"))
        try await portal.browse { browser async throws in
            #expect(try await self.enter(browser, as: "priya") == "/welcome")
            #expect(try await browser.get("/welcome").text.contains("aria-label=\"Claim badge: git\""))
            #expect(try await browser.post("/claims").location == "/me/awards/\(award)?claimed=1")
        }
    }

    @Test("shows a new person without a badge where to begin, for a day")
    func nothing() async throws {
        let portal = try await TestPortal()
        try await portal.badge("python", needs: [TestPortal.python])
        try await portal.browse { browser async throws in
            #expect(try await self.enter(browser, as: "tomas") == "/welcome")
            let page = try await browser.get("/welcome").text
            #expect(page.contains("Here is where your badges will be."))
            #expect(page.contains("href=\"/badges/python\""))
            #expect(!page.contains("action=\"/claims\""))
        }
        portal.wait(25 * 3_600)
        try await portal.browse { browser async throws in #expect(try await self.enter(browser, as: "tomas") == "/") }
    }

    @Test("stands in nobody's way who wanted to go elsewhere")
    func elsewhere() async throws {
        let portal = try await TestPortal()
        try await portal.give(portal.badge("git"), to: portal.person("priya"))
        try await portal.browse { browser async throws in
            #expect(try await self.enter(browser, as: "priya", returnTo: "/badges/git") == "/badges/git")
        }
    }

    @Test("is for people who are signed in")
    func strangers() async throws {
        try await TestPortal().browse { browser async throws in
            #expect(try await browser.get("/welcome").status != .ok)
        }
    }
}

@Suite("The issuer's page") struct IssuerPageTests {
    @Test("tells strangers who awards, since when with which keys, and whom to ask")
    func stranger() async throws {
        let portal = try await TestPortal()
        try await portal.badge("git")
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        let key = try #require(try await portal.portal.keyring.stored().keys.first)
        try await portal.browse { browser async throws in
            let page = try await browser.get("/issuer")
            #expect(page.status == .ok)
            #expect(page.headers[.cacheControl] == "public, max-age=60")
            #expect(page.text.contains("Acme 🏅"))
            #expect(page.text.contains("href=\"https://acme.example\""))
            #expect(page.text.contains("/ob/v3/keys/\(key.id)"))
            #expect(page.text.contains("Signs today"))
            #expect(try await browser.get("/ob/v3/issuers/\(portal.issuer.id)").status == .ok)
            #expect(try await browser.get("/ob/v2/issuers/\(portal.issuer.id)").status == .ok)
        }
    }

    @Test("keeps retired keys, because what they signed stays valid")
    func retired() async throws {
        let portal = try await TestPortal()
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        try await portal.portal.keyring.rotate(portal.issuer.id, by: .commandLine, at: portal.now)
        try await portal.browse { browser async throws in
            let page = try await browser.get("/issuer").text
            #expect(page.contains("Until 23 November 2026; what it signed stays valid"))
            #expect(page.contains("Signs today"))
        }
    }
}
