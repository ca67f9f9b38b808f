import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("The administrator's page about mail")
struct AdminMailTests {
    private static func portal() async throws -> (TestPortal, MailTests.FakeMailer) {
        let mailer = MailTests.FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        let admin = try await portal.person("aiko", name: "Aiko 🏅")
        try await portal.database.people.set(.administrator, of: admin.id, to: true, by: .commandLine, at: portal.now)
        return (portal, mailer)
    }

    @Test("shows what was sent, what waits and what failed with its reason, which can be sent again")
    func states() async throws {
        let (portal, mailer) = try await Self.portal()
        let person = try await portal.person("bob", name: "Bob <b>")
        try await portal.give(portal.badge("one"), to: person)
        mailer.fail(.never("550 <nobody> here"))
        await portal.deliver()
        let job = try #require(try await portal.database.jobs.jobs(.dead, of: ["deliver.mail"], limit: 9).first)
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/mail").text
            #expect(
                page.contains("550 &lt;nobody&gt; here") && page.contains("Bob &lt;b&gt;") && page.contains("Given")
            )
            mailer.fail(nil)
            let retry = try await browser.post("/admin/mail/\(job.id.rawValue)/retry", [:])
            #expect(retry.location == "/admin/mail")
            #expect(try await browser.get("/admin/mail").text.contains("Waiting"))
            await portal.portal.jobService.work()
            #expect(mailer.letters.map(\.subject) == ["A badge is ready for you: one"])
            #expect(try await browser.get("/admin/mail").text.contains("Sent"))
            #expect(try await browser.post("/admin/mail/none/retry", [:]).status == .notFound)
        }
    }

    @Test("never shows the code that a letter carries")
    func code() async throws {
        let (portal, mailer) = try await Self.portal()
        let bob = try await portal.person("bob")
        mailer.fail(.later("Down."))
        let address = EmailAddress(stored: "bob@private.example")
        try await portal.database.addressProofs.begin(
            address,
            of: bob.id,
            code: AddressCode(87_654_321),
            at: portal.now
        )
        await portal.portal.jobService.work()
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/mail").text
            #expect(page.contains("Code for an address") && page.contains("Down.") && !page.contains("87654321"))
        }
    }

    @Test("sends a test to whoever asks and says what the server said, a few times a minute")
    func test() async throws {
        let (portal, mailer) = try await Self.portal()
        try await portal.browse(as: "aiko") { browser in
            #expect(try await browser.get("/admin/mail").text.contains("Send me a test"))
            let sent = try await browser.post("/admin/mail/test", [:])
            #expect(sent.text.contains("aiko") && mailer.letters.map(\.unsubscribe) == [nil])
            #expect(mailer.letters.first?.subject == "A test from the portal of Acme & Söhne")
            mailer.fail(.later("The server <is> down."))
            #expect(try await browser.post("/admin/mail/test", [:]).text.contains("The server &lt;is&gt; down."))
            for _ in 2..<AdminMail.testsPerMinute { _ = try await browser.post("/admin/mail/test", [:]) }
            #expect(try await browser.post("/admin/mail/test", [:]).status == .tooManyRequests)
        }
    }

    @Test("shows every letter in every language, as text and as HTML without script")
    func previews() async throws {
        let (portal, _) = try await Self.portal()
        try await portal.browse(as: "aiko") { browser in
            for sample in LetterSample.allCases {
                let page = try await browser.get("/admin/mail/preview?letter=\(sample.rawValue)&language=ar")
                #expect(page.status == .ok && page.text.contains("lang=\"ar\" dir=\"rtl\""))
                let html = try await browser.get("/admin/mail/preview.html?letter=\(sample.rawValue)&language=ar")
                #expect(html.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                #expect(html.text.contains("<html lang=\"ar\" dir=\"rtl\">"))
            }
            #expect(try await browser.get("/admin/mail/preview?letter=🏅&language=🐍").status == .ok)
        }
    }

    @Test("is for administrators, and says how to switch mail on")
    func access() async throws {
        let portal = try await TestPortal()
        let admin = try await portal.person("priya")
        try await portal.browse(as: "priya") { browser in
            for path in ["/admin/mail", "/admin/mail/preview", "/admin/mail/preview.html"] {
                #expect(try await browser.get(path).status == .forbidden)
            }
            try await portal.database.people.set(
                .administrator,
                of: admin.id,
                to: true,
                by: .commandLine,
                at: portal.now
            )
            let page = try await browser.get("/admin/mail").text
            #expect(page.contains("No mail server is switched on") && !page.contains("Send me a test"))
        }
    }
}
