import Contracts
import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Pages of integrations")
struct PluginPagesTests {
    private static let json = """
        {"version": 1, "plugins": [
          {"id": "demo", "type": "demo-identity", "enabled": true, "config": {}},
          {"id": "fake", "type": "csv", "enabled": true, "config": {"file": "gone 🐍.csv", "name": "<b>"}},
          {"id": "mail", "type": "smtp", "enabled": false, "config": {
            "host": "mail.acme.example", "from": "b@acme.example", "password": {"env": "MAIL_PASSWORD"}}}
        ]}
        """

    /// A portal that started with ``json`` in a file of its own.
    private static func portal(
        check: @escaping @Sendable ([UInt8]) throws -> Void = { _ in }
    ) async throws -> (TestPortal, URL) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plugins-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "plugins.json")
        try Data(json.utf8).write(to: file)
        let running = [
            Composition.Entry(id: "demo", type: "demo-identity", isEnabled: true),
            Composition.Entry(id: "fake", type: "csv", isEnabled: true),
            Composition.Entry(id: "mail", type: "smtp", isEnabled: false),
        ]
        return (try await TestPortal(plugins: PluginBoard(file: file, running: running, check: check)), file)
    }

    @Test("list what plugins.json has, how it is, and what else there is with the lines to copy")
    func list() async throws {
        let (portal, file) = try await Self.portal()
        try await portal.sync()
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/plugins").text
            for text in [
                "/admin/plugins/demo", "/admin/plugins/fake", "Working", "On", "Off",
                "&quot;type&quot;: &quot;oidc&quot;",
            ] {
                #expect(page.contains(text), "\(text)")
            }
            try Data("{".utf8).write(to: file)
            let broken = try await browser.get("/admin/plugins")
            #expect(broken.status == .ok && broken.text.contains("plugins.json cannot be used as it is now"))
            #expect(try await browser.get("/admin/plugins/fake").status == .notFound)
        }
    }

    @Test("show what is set and where a secret is kept, never the secret")
    func settings() async throws {
        let (portal, _) = try await Self.portal()
        try await portal.browse(as: "aiko") { browser in
            let mail = try await browser.get("/admin/plugins/mail").text
            #expect(mail.contains("mail.acme.example") && mail.contains("$MAIL_PASSWORD") && mail.contains("Not set"))
            #expect(try await browser.get("/admin/plugins/fake").text.contains("gone 🐍.csv"))
            #expect(try await browser.get("/admin/plugins/🏅").status == .notFound)
        }
    }

    @Test("ask a learning system now, and say what it answered")
    func check() async throws {
        let (portal, _) = try await Self.portal()
        try await portal.browse(as: "aiko") { browser in
            let well = try await browser.post("/admin/plugins/fake/check")
            #expect(well.status == .ok && well.text.contains("It answers as it should."))
            #expect(try await browser.post("/admin/plugins/demo/check").status == .notFound)
        }
    }

    @Test("switch an integration off in the file, keep the file as it was, and write down who did it")
    func switched() async throws {
        let (portal, file) = try await Self.portal()
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/plugins/fake").text
            #expect(page.contains("&quot;enabled&quot;: false"))
            let answer = try await browser.post("/admin/plugins/fake/switch", ["on": "0"])
            #expect(answer.location == "/admin/plugins/fake?switched=1")
            let after = try await browser.get("/admin/plugins/fake?switched=1").text
            #expect(after.contains("It counts from the next start") && after.contains("Off from the next start"))
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text == Self.json.replacing(#""csv", "enabled": true"#, with: #""csv", "enabled": false"#))
        #expect(try String(contentsOf: file.appendingPathExtension("bak"), encoding: .utf8) == Self.json)
        let event = try #require(try await portal.database.audit.events(limit: 1).first)
        #expect(event.action == .settingSaved && event.subject == "plugins.json")
    }

    @Test("leave the only way to sign in on")
    func lockout() async throws {
        let (portal, file) = try await Self.portal()
        try await portal.browse(as: "aiko") { browser in
            let answer = try await browser.post("/admin/plugins/demo/switch", ["on": "0"])
            #expect(answer.status == .conflict)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.json)
    }

    @Test("write nothing with which the portal would not start, and say what is wrong")
    func broken() async throws {
        let problem = ManifestProblem(file: "plugins.json", position: .start, pointer: "/x", message: "No <b>.")
        let (portal, file) = try await Self.portal { _ in throw ManifestError([problem]) }
        try await portal.browse(as: "aiko") { browser in
            let answer = try await browser.post("/admin/plugins/mail/switch", ["on": "1"])
            #expect(answer.status == .conflict && answer.text.contains("No &lt;b&gt;."))
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.json)
    }
}
