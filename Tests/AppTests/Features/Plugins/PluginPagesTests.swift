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

    // MARK: The way to a server, step by step

    private static func remote(_ steps: [ConnectionStep]) async throws -> TestPortal {
        let file = FileManager.default.temporaryDirectory.appending(path: "plugins-\(UUID().uuidString).json")
        let json = """
            {"version": 1, "plugins": [{"id": "fake", "type": "pathgather", "enabled": true, "config": {
              "baseURL": "https://lms.acme.example/v1", "apiKey": {"env": "KEY"}}}]}
            """
        try Data(json.utf8).write(to: file)
        let running = [Composition.Entry(id: "fake", type: "pathgather", isEnabled: true)]
        return try await TestPortal(plugins: PluginBoard(file: file, running: running)) { url in
            url.absoluteString == "https://lms.acme.example/v1" ? steps : []
        }
    }

    private static let reached = [
        ConnectionStep(.address, milliseconds: 3), ConnectionStep(.connection, milliseconds: 84),
    ]

    @Test("test a connection in four steps, with the time of each")
    func steps() async throws {
        try await Self.remote(Self.reached).browse(as: "aiko") { browser in
            let page = try await browser.post("/admin/plugins/fake/check").text
            for text in ["The server is found", "3 ms", "84 ms", "It accepts our key", "It answers a real question"] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(page.contains("It answers as it should.") && !page.contains("Not tried"))
        }
    }

    @Test("try no further step when a server is not found")
    func lost() async throws {
        let lost = [
            ConnectionStep(.address, milliseconds: 3, problem: "There is no <b>."),
            ConnectionStep(.connection, milliseconds: nil),
        ]
        try await Self.remote(lost).browse(as: "aiko") { browser in
            let page = try await browser.post("/admin/plugins/fake/check").text
            #expect(page.contains("There is no &lt;b&gt;."))
            #expect(page.ranges(of: "Not tried, because of the step before.").count == 3)
        }
    }

    @Test("tell a key that is refused from a server that does not answer")
    func refused() async throws {
        let portal = try await Self.remote(Self.reached)
        await portal.source.change { $0.health = SourceHealth(.misconfigured, "401 to $KEY") }
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.post("/admin/plugins/fake/check").text
            #expect(page.contains("It refuses our key.") && page.contains("401 to $KEY"))
            #expect(page.ranges(of: "Not tried").count == 1)
        }
    }

    @Test("show the last calls and how the last 24 hours were")
    func calls() async throws {
        let (portal, _) = try await Self.portal()
        try await portal.browse(as: "aiko") { browser in
            #expect(try await browser.get("/admin/plugins/fake").text.contains("Nothing was called yet."))
            try await portal.sync()
            await portal.source.change { $0.failure = .unavailable("reset <by> peer") }
            try await portal.sync()
            let page = try await browser.get("/admin/plugins/fake").text
            for text in [
                "last 24 hours: 0 well, 0 uneven, 1 failing, 23 without calls", "Synchronisation",
                "reset &lt;by&gt; peer", "at the latest",
            ] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }
}
