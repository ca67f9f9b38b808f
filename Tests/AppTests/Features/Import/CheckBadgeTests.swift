import Core
import Foundation
import HTTPTypes
import Storage
import Synchronization
import Testing

@testable import App

@Suite("Checking anybody's badge")
struct CheckBadgeTests {
    /// What a stranger sees after giving `text`.
    private func result(
        _ report: BadgeReport,
        _ body: @escaping @Sendable (TestPortal, Browser, _ address: String, Browser.Answer) async throws -> Void
    ) async throws {
        let portal = try await TestPortal()
        portal.elsewhere.finds(report)
        try await portal.browse { browser async throws in
            let sent = try await browser.post("/verify", ["text": "https://elsewhere.example/assertions/1"])
            let address = try #require(sent.location)
            await portal.portal.badgeChecks.answerAll()
            try await body(portal, browser, address, try await browser.get(address))
        }
    }

    @Test("needs no account and no cookie, and says what it wants")
    func form() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser async throws in
            let page = try await browser.get("/verify")
            #expect(page.status == .ok && page.text.contains("Check a badge") && page.cookies.isEmpty)
            let empty = try await browser.post("/verify", ["text": "  "])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Choose a file, or paste a link or the badge&#39;s text below."))
        }
    }

    static let verdicts: [(BadgeReport.Verdict, String, String)] = [
        (.valid, "This badge is genuine and valid", "verdict-ok"),
        (.altered, "Not valid: this badge was changed after it was issued", "verdict-bad"),
        (.revoked, "Not valid: Elsewhere &amp; Co took this badge back", "verdict-bad"),
        (.issuerUnknown, "We cannot say who issued this", "verdict-bad"),
        (.expired, "Genuine, but it ran out on 23 November 2026", "verdict-warn"),
        (.notYetValid, "Genuine, but it counts only from 23 November 2026", "verdict-warn"),
        (.unchecked, "We could not check it just now", "verdict-neutral"),
    ]

    @Test("says the verdict first", arguments: verdicts)
    func verdict(verdict: BadgeReport.Verdict, sentence: String, tone: String) async throws {
        let start = TestPortal.start
        try await result(.sample(verdict, issuedOn: start, expires: start, reason: "Wrong <person>")) { _, _, _, page in
            #expect(page.text.contains("<title>\(sentence): Cloud 🏅 &lt;b&gt;"))
            #expect(page.text.contains("verdict \(tone)"))
            #expect(page.headers[.cacheControl] == "private, no-store")
        }
    }

    @Test("waits in a page that looks again, with and without script")
    func waiting() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser async throws in
            let address = try #require(try await browser.post("/verify", ["text": "{}"]).location)
            let page = try await browser.get(address)
            #expect(page.text.contains("We are looking at it"))
            #expect(page.text.contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"))
            portal.wait(BadgeCheck.patience + 1)
            let late = try await browser.get(address)
            #expect(late.text.contains("We could not check it just now") && !late.text.contains("http-equiv"))
        }
    }

    @Test("fills in line by line, before there is a verdict")
    func lines() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser async throws in
            let address = try #require(try await browser.post("/verify", ["text": "{}"]).location)
            let pages = Mutex<[String]>([])
            var soFar = BadgeReport.sample(.unchecked)
            for answer in [
                CheckResult(.unchanged, .passed, "It is exactly what the issuer publishes."),
                CheckResult(.notRevoked, .passed, "The issuer still publishes it. 🏅"),
            ] {
                soFar.checks.append(answer)
                portal.elsewhere.tells(soFar) {
                    let page = try? await browser.get(address)
                    pages.withLock { $0.append(page?.text ?? "") }
                }
            }
            portal.elsewhere.finds(.sample())
            await portal.portal.badgeChecks.answerAll()
            let shown = pages.withLock { $0 }
            #expect(shown.count == 2 && shown.allSatisfy { $0.contains("http-equiv=\"refresh\"") })
            #expect(
                shown[0].contains("It is exactly what the issuer publishes.") && !shown[0].contains("still publishes")
            )
            #expect(shown[1].contains("The issuer still publishes it. 🏅") && !shown[1].contains("genuine and valid"))
            #expect(try await browser.get(address).text.contains("This badge is genuine and valid"))
        }
    }

    @Test("shows nothing of a badge before its name is known, and does not say that it names nobody")
    func nameless() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser async throws in
            let address = try #require(try await browser.post("/verify", ["text": "{}"]).location)
            let shown = Mutex("")
            portal.elsewhere.tells(.sample(.unchecked, name: "", to: [])) {
                let page = try? await browser.get(address)
                shown.withLock { $0 = page?.text ?? "" }
            }
            portal.elsewhere.finds(.sample())
            await portal.portal.badgeChecks.answerAll()
            let page = shown.withLock { $0 }
            #expect(page.contains("We are looking at it") && !page.contains("awarded"))
            #expect(!page.contains("names nobody"))
        }
    }

    @Test("keeps the result for half an hour, and not what was given")
    func forgets() async throws {
        try await result(.sample()) { portal, browser, address, _ async throws in
            let token = TokenHash(of: String(address.split(separator: "/").last ?? ""))
            #expect(try await portal.database.checks.check(token, at: portal.now).given == nil)
            portal.wait(BadgeCheck.lifetime)
            let gone = try await browser.get(address)
            #expect(gone.status == .notFound && gone.text.contains("results are kept for half an hour"))
        }
    }

    @Test("compares an address without telling it")
    func compares() async throws {
        try await result(.sample()) { _, browser, address, page async throws in
            #expect(!page.text.contains("priya@laurel.example"))
            let right = try await browser.post("\(address)/comparison", ["email": " Priya@Laurel.example "])
            #expect(right.text.contains("It matches."))
            let wrong = try await browser.post("\(address)/comparison", ["email": "bob@laurel.example"])
            #expect(wrong.text.contains("It does not match") && !wrong.text.contains("priya@laurel.example"))
            let report = try await browser.get("\(address)/report.json")
            #expect(report.text.contains("\"valid\"") && !report.text.contains("priya@laurel.example"))
            for _ in 0..<3 { try await browser.post("\(address)/comparison", ["email": "a@b.example"]) }
            #expect(
                try await browser.post("\(address)/comparison", ["email": "a@b.example"]).status == .tooManyRequests
            )
        }
    }

    @Test("takes a picture by what it is, whatever it is called, and says when there is no badge in it")
    func upload() async throws {
        let portal = try await TestPortal()
        portal.elsewhere.finds(
            BadgeReport(verdict: .unreadable, sentence: "Screenshots lose the proof.", checkedAt: TestPortal.start)
        )
        try await portal.browse { browser async throws in
            let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0]
            let address = try #require(try await browser.upload("/verify", [:], file: bytes, as: "file").location)
            await portal.portal.badgeChecks.answerAll()
            let page = try await browser.get(address)
            #expect(
                page.text.contains("There is no badge in this") && page.text.contains("Screenshots lose the proof.")
            )
            #expect(portal.elsewhere.given == [VerificationInput(.file(bytes))])
        }
    }

    @Test("shows one of ours on its own page, by its link or its number")
    func own() async throws {
        let portal = try await TestPortal()
        let id = try await portal.give(try await portal.badge("x"), to: try await portal.person("priya"))
        try await portal.browse { browser async throws in
            for text in ["http://laurel.test/awards/\(id)", " \(id) "] {
                #expect(try await browser.post("/verify", ["text": text]).location == "/awards/\(id)")
            }
        }
    }

    @Test("is not for machines that try thousands")
    func limited() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser async throws in
            for _ in 0..<10 { #expect(try await browser.post("/verify", ["text": "x"]).status == .seeOther) }
            let refused = try await browser.post("/verify", ["text": "x"], [.acceptLanguage: "de"])
            #expect(refused.status == .tooManyRequests && refused.text.contains("Warte eine Minute"))
        }
    }
}
