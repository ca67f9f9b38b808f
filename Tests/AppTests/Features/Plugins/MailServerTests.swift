import Core
import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite("The way to the mail server")
struct MailServerTests {
    private static func portal(_ mailer: MailTests.FakeMailer) async throws -> TestPortal {
        let file = FileManager.default.temporaryDirectory.appending(path: "plugins-\(UUID().uuidString).json")
        let json = """
            {"version": 1, "plugins": [{"id": "mail", "type": "smtp", "enabled": true, "config": {
              "host": "mail.acme.example", "from": "b@acme.example"}}]}
            """
        try Data(json.utf8).write(to: file)
        let running = [Composition.Entry(id: "mail", type: "smtp", isEnabled: true, sendsMail: true)]
        return try await TestPortal(mailer: mailer, plugins: PluginBoard(file: file, running: running))
    }

    @Test("is tested in steps, and no letter goes out")
    func steps() async throws {
        let mailer = MailTests.FakeMailer()
        let portal = try await Self.portal(mailer)
        try await portal.browse(as: "aiko") { browser in
            #expect(try await browser.get("/admin/plugins/mail").text.contains("Test connection"))
            let well = try await browser.post("/admin/plugins/mail/check").text
            #expect(well.contains("3 ms") && well.contains("5 ms") && !well.contains("Not tried"))
            mailer.fail(.later("no"))
            let broken = try await browser.post("/admin/plugins/mail/check").text
            #expect(broken.contains("refused &lt;b&gt;🐍") && broken.contains("Not tried, because of the step before."))
        }
        #expect(mailer.letters.isEmpty)
        try await portal.browse(as: "priya") { browser in
            let refused = try await browser.post("/admin/plugins/mail/check")
            #expect(refused.status == .forbidden)
        }
    }
}
