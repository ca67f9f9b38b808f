import Core
import Foundation
import HTTPTypes
import Storage
import Synchronization
import Testing

@testable import App

@Suite("Importing a badge from elsewhere")
struct ImportTests {
    private static let link = "https://elsewhere.example/assertions/1"

    /// Priya gives `report`'s badge, and it was checked.
    private func checked(
        _ report: BadgeReport,
        messages: [any MessageHandler] = [],
        _ body: @escaping @Sendable (TestPortal, Browser, _ address: String, Browser.Answer) async throws -> Void
    ) async throws {
        let portal = try await TestPortal(messages: messages)
        portal.elsewhere.finds(report)
        try await portal.browse(as: "priya") { browser async throws in
            try await browser.get("/import")
            let address = try #require(try await browser.post("/import", ["text": Self.link]).location)
            await portal.portal.badgeChecks.answerAll()
            try await body(portal, browser, address, try await browser.get(address))
        }
    }

    static let kept: [(BadgeReport.Verdict, String)] = [
        (.valid, "Genuine"), (.expired, "Ran out"), (.unchecked, "Not checked yet"),
    ]

    @Test("keeps one that names my address, with how far it was checked, and gives back its bytes", arguments: kept)
    func keeps(verdict: BadgeReport.Verdict, pill: String) async throws {
        try await checked(.sample(verdict, expires: verdict == .valid ? nil : TestPortal.start)) {
            _,
            browser,
            address,
            page in
            #expect(page.text.contains("It names your address") && page.text.contains("Import badge"))
            let kept = try #require(try await browser.post("\(address)/badge").location)
            let own = try await browser.get(kept)
            #expect(own.text.contains("It is kept here now.") && own.text.contains("Elsewhere &amp; Co"))
            let file = try await browser.get(kept.replacing("?added=1", with: "/original"))
            #expect(file.text == "{\"id\":\"\(Self.link)\"}")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let everything = try await browser.get("/me/badges.zip")
            #expect(String(decoding: everything.bytes, as: UTF8.self).contains("elsewhere/"))
            let home = try await browser.get("/")
            #expect(home.text.contains("From elsewhere") && home.text.contains("Cloud 🏅 &lt;b&gt;"))
            #expect(home.text.contains(pill))
        }
    }

    static let refused: [BadgeReport.Verdict] = [
        .altered, .revoked, .issuerUnknown, .malformed, .unreadable,
    ]

    @Test("refuses what does not hold, and lets me have the report", arguments: refused)
    func refuses(verdict: BadgeReport.Verdict) async throws {
        try await checked(.sample(verdict)) { portal, browser, address, page async throws in
            #expect(page.text.contains("It is not imported") && page.text.contains("report.json"))
            #expect(try await browser.post("\(address)/badge").status == .unprocessableContent)
            let priya = try await portal.person("priya")
            #expect(try await portal.database.imports.imports(of: priya.id).isEmpty)
        }
    }

    @Test("refuses a badge of another address when no mail can be sent, and says so")
    func otherAddress() async throws {
        try await checked(.sample(to: [.init(.email, "p@private.example")])) { _, browser, address, page async throws in
            #expect(page.text.contains("This portal sends no mail yet") && !page.text.contains("p@private.example"))
            #expect(try await browser.post("\(address)/badge").status == .unprocessableContent)
        }
    }

    @Test("takes another address of mine once I typed the code that was sent there")
    func proved() async throws {
        let mail = FakeMail()
        let report = BadgeReport.sample(to: [.init(.email, "p@private.example")])
        try await checked(report, messages: [mail]) { portal, browser, address, _ async throws in
            let wrong = try await browser.post("\(address)/code", ["address": "x@private.example"])
            #expect(wrong.text.contains("The badge does not name this address."))
            let sent = try await browser.post("\(address)/code", ["address": "P@private.example"])
            #expect(sent.text.contains("We sent a code to"))
            await portal.portal.jobService.work()
            let code = try #require(mail.messages.first?.payload["code"])
            let fields = ["address": "p@private.example", "code": "x"]
            #expect(try await browser.post("\(address)/proof", fields).text.contains("That is not the code"))
            let right = try await browser.post(
                "\(address)/proof",
                ["address": "p@private.example", "code": " \(code) "]
            )
            #expect(right.location == "\(address)#mine")
            #expect(try await browser.get(address).text.contains("It names your address"))
            #expect(try await browser.post("\(address)/badge").status == .seeOther)
        }
    }

    @Test("takes my word for a badge that names no address, and remembers that it is only my word")
    func noAddress() async throws {
        try await checked(.sample(to: [.init(.other, "did:key:z6Mk")])) { _, browser, address, _ async throws in
            #expect(try await browser.post("\(address)/badge").status == .unprocessableContent)
            let kept = try #require(try await browser.post("\(address)/badge", ["mine": "on"]).location)
            #expect(try await browser.get(kept).text.contains("that it is yours is your own word"))
        }
    }

    @Test("keeps the same badge once")
    func twice() async throws {
        try await checked(.sample()) { portal, browser, address, _ async throws in
            try await browser.post("\(address)/badge")
            #expect(try await browser.get(address).status == .notFound)
            try await browser.get("/import")
            let again = try #require(try await browser.post("/import", ["text": Self.link]).location)
            await portal.portal.badgeChecks.answerAll()
            #expect(try await browser.get(again).text.contains("You have it already"))
            #expect(try await browser.post("\(again)/badge").status == .unprocessableContent)
        }
    }

    @Test("shows a check to nobody else, also not on the public page")
    func foreign() async throws {
        try await checked(.sample()) { portal, _, address, _ async throws in
            try await portal.browse(as: "noor") { browser async throws in
                #expect(try await browser.get(address).status == .notFound)
                #expect(try await browser.get(address.replacing("/import/checks", with: "/verify")).status == .notFound)
            }
        }
    }

    @Test("keeps a certificate as a link, marked as not checked, and removes it again")
    func links() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "priya") { browser async throws in
            try await browser.get("/import/links")
            let bad = try await browser.post(
                "/import/links",
                ["link": "javascript:alert(1)", "issued_on": "2030-01-01"]
            )
            #expect(bad.status == .unprocessableContent)
            for sentence in ["This is not the address of a page.", "The title is missing.", "still to come"] {
                #expect(bad.text.contains(sentence))
            }
            let page = "https://learn.microsoft.com/api/credentials/share/en-us/Priya/A1?sharingId=B2"
            let fields = ["link": page, "title": "Azure 🐍 \"x\"", "expires": "2027-01-31"]
            let kept = try #require(try await browser.post("/import/links", fields).location)
            let own = try await browser.get(kept)
            #expect(own.text.contains("Not checked by signature") && own.text.contains("Microsoft"))
            #expect(own.text.contains("31 January 2027"))
            let twice = try await browser.post("/import/links", fields)
            #expect(twice.status == .unprocessableContent && twice.text.contains("You have this one already"))
            let id = kept.replacing("?added=1", with: "")
            #expect(try await browser.get("\(id)/original").status == .notFound)
            #expect(try await browser.get("\(id)/picture").headers[.contentType] == "image/svg+xml")
            #expect(try await browser.post("\(id)/removal").location == "/import?removed=1")
            #expect(try await browser.get(id).status == .notFound)
        }
    }

    @Test("looks again every night and tells the person when a badge was taken back")
    func rechecked() async throws {
        let mail = FakeMail()
        try await checked(.sample(), messages: [mail]) { portal, browser, address, _ async throws in
            try await browser.post("\(address)/badge")
            portal.elsewhere.finds(.sample(.revoked, reason: "A mistake 🏅"))
            await portal.portal.jobService.work()
            #expect(try await browser.get("/").text.contains("Genuine"))
            portal.wait(25 * 3_600)
            await portal.portal.jobService.work()
            await portal.portal.jobService.work()
            #expect(mail.messages.map(\.kind) == ["import.revoked"])
            try await browser.signIn("priya")
            #expect(try await browser.get("/").text.contains("Taken back"))
            #expect(portal.elsewhere.given.count == 2)
        }
    }

    @Test("asks one issuer about a few badges at a time, and goes on with the others later")
    func gentle() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        for number in 0..<20 {
            let badge = ImportedBadge(
                id: ID("\(number)"),
                person: priya.id,
                trust: .unchecked,
                key: "https://elsewhere.example/\(number)",
                title: "🏅",
                issuer: "Elsewhere",
                link: URL(string: "https://elsewhere.example/\(number)"),
                addedAt: portal.now
            )
            try await portal.database.imports.add(badge, original: nil, picture: nil)
        }
        portal.elsewhere.finds(.sample())
        portal.wait(25 * 3_600)
        await portal.portal.jobService.work()
        #expect(portal.elsewhere.given.count == 15)
        portal.wait(3_600)
        await portal.portal.jobService.work()
        #expect(portal.elsewhere.given.count == 20)
    }
}

/// Keeps what it should deliver.
final class FakeMail: MessageHandler {
    let name = "mail"
    let kinds: Set<String> = ["address.code", "import.revoked"]
    private let kept = Mutex<[OutboxMessage]>([])
    var messages: [OutboxMessage] { kept.withLock { $0 } }

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        kept.withLock { $0.append(message) }
    }
}
