import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Verification page") struct VerificationTests {
    private func award(_ portal: TestPortal, expires: Date? = nil) async throws -> Award.ID {
        try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"), expires: expires)
    }

    @Test("tells a stranger that a badge is genuine")
    func valid() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        try await portal.browse { browser in
            let page = try await browser.get("/awards/\(id)")
            #expect(page.status == .ok)
            #expect(page.text.contains("This badge is genuine and valid"))
            #expect(page.text.contains("Acme 🏅"))
            #expect(!page.text.contains("priya@laurel.example"))
            #expect(page.headers[.cacheControl] == "public, max-age=60")
            #expect(page.cookies.isEmpty)
        }
    }

    @Test("tells that it was taken back, and why")
    func revoked() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        let reason = "Wrong <b>person</b> 🏅"
        try await portal.database.awards.revoke(id, Revocation(at: portal.now, reason: reason), by: .commandLine)
        try await portal.browse { browser in
            let page = try await browser.get("/awards/\(id)")
            #expect(page.status == .ok)
            #expect(page.text.contains("Not valid: Acme 🏅 took this badge back on"))
            #expect(page.text.contains("Wrong &lt;b&gt;person&lt;/b&gt; 🏅"))
            #expect(!page.text.contains("genuine and valid"))
        }
    }

    @Test("tells that it has run out")
    func expired() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal, expires: portal.now + 60)
        portal.wait(60)
        try await portal.browse { browser in
            let answer = try await browser.get("/awards/\(id)")
            #expect(answer.text.contains("Genuine, but it ran out on"))
        }
    }

    @Test("is made once a minute for strangers, and never older than what it tells of")
    func remembered() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal, expires: portal.now + 2)
        try await portal.browse { browser in
            let first = try await browser.get("/awards/\(id)")
            #expect(try await browser.get("/awards/\(id)").text == first.text)
            #expect(try await browser.get("/awards/\(id)", [.acceptLanguage: "de"]).text != first.text)
            portal.wait(2)
            #expect(try await browser.get("/awards/\(id)").text.contains("Genuine, but it ran out on"))
            portal.wait(60)
            let later = try await browser.get("/awards/\(id)").text
            let revocation = Revocation(at: portal.now, reason: "Typo.")
            try await portal.database.awards.revoke(id, revocation, by: .commandLine)
            let revoked = try await browser.get("/awards/\(id)").text
            #expect(revoked.contains("Typo.") && revoked != later)
        }
    }

    @Test("is the same 404 for what never existed and what is no identifier")
    func unknown() async throws {
        try await TestPortal().browse { browser in
            let pages = [
                try await browser.get("/awards/3fa85f64-5717-4562-b3fc-2c963f66afa6"),
                try await browser.get("/awards/nonsense"), try await browser.get("/awards/%00"),
            ]
            #expect(pages.map(\.status) == [.notFound, .notFound, .notFound])
            #expect(pages.allSatisfy { $0.text.contains("<title>There is no badge here | ") })
            #expect(Set(pages.map(\.text)).count == 1)
        }
    }

    @Test(
        "compares an address and never tells the one on file",
        arguments: [
            ("PRIYA@laurel.example ", "It matches."), ("mallory@laurel.example", "It does not match"),
            ("no address", "That is not an email address."), ("", "That is not an email address."),
        ]
    )
    func compare(email: String, answer: String) async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        try await portal.browse { browser in
            let page = try await browser.post("/awards/\(id)/comparison", ["email": email])
            #expect(page.text.contains(answer))
            #expect(!page.text.lowercased().contains("priya@laurel.example"))
            #expect(page.headers[.cacheControl] == "private, no-cache")
        }
    }

    @Test("compares five addresses a minute")
    func limit() async throws {
        let portal = try await TestPortal()
        let id = try await award(portal)
        try await portal.browse { browser in
            for number in 0..<5 {
                let answer = try await browser.post("/awards/\(id)/comparison", ["email": "\(number)@a.example"])
                #expect(answer.status == .ok)
            }
            let refused = try await browser.post("/awards/\(id)/comparison", ["email": "priya@laurel.example"])
            #expect(refused.status == .tooManyRequests)
            #expect(!refused.text.contains("It matches."))
            portal.wait(61)
            let later = try await browser.post("/awards/\(id)/comparison", ["email": "priya@laurel.example"])
            #expect(later.text.contains("It matches."))
        }
    }

    @Test(
        "counts comparisons by the address that a trusted proxy names, and believes nobody else",
        arguments: [true, false]
    )
    func behindProxy(isTrusted: Bool) async throws {
        let portal = try await TestPortal(trustedProxies: isTrusted ? ["unknown", "10.0.0.2"] : [])
        let id = try await award(portal)
        try await portal.browse { browser in
            for number in 1...6 {
                let answer = try await browser.post(
                    "/awards/\(id)/comparison",
                    ["email": "somebody@else.example"],
                    [.xForwardedFor: "198.51.100.\(number), 10.0.0.2"]
                )
                #expect(answer.status == (number < 6 || isTrusted ? .ok : .tooManyRequests))
            }
        }
    }
}
