import Contracts
import Core
import Foundation
import HTTPTypes
import NIOCore
import Storage
import Testing

@testable import App

@Suite("Directories") struct DirectoriesTests {
    private static let token = "a-token-of-more-than-32-characters-🏅"

    /// A portal with one directory, whose token stands in a file.
    private func portal() async throws -> TestPortal {
        let file = FileManager.default.temporaryDirectory.appending(path: "laurel-token-\(UUID().uuidString)")
        try Data((Self.token + "\n").utf8).write(to: file)
        let json = """
            {"version":1,"plugins":[{"id":"company","type":"scim","config":{
             "token":{"file":"\(file.path)"},"domains":["laurel.example"],"roles":{"designer":["Makers"]}}}]}
            """
        let manifest = try PluginManifest(Array(json.utf8), file: "plugins.json")
        let contributions = try compose(manifest, .test(id: "")).contributions
        return try await TestPortal(directories: contributions.directories)
    }

    private func send(
        _ browser: Browser,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String? = nil,
        token: String? = token
    ) async throws -> (status: Int, text: String, headers: HTTPFields) {
        var headers: HTTPFields = [.contentType: "application/scim+json"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        let answer = try await browser.send(method, "/scim/v2" + path, headers, body.map { ByteBuffer(string: $0) })
        return (answer.status.code, answer.text, answer.headers)
    }

    private static let priya = """
        {"userName":"priya@laurel.example","externalId":"oid-1","displayName":"Priya 🏅",
         "emails":[{"value":"priya@laurel.example","type":"work","primary":true}]}
        """

    private func id(_ text: String) throws -> String {
        String(try #require(text.firstMatch(of: /"id":"([^"]+)"/)).1)
    }

    @Test("are answered 404 when none is configured")
    func none() async throws {
        try await TestPortal().browse { browser async throws in
            let answer = try await self.send(browser, .get, "/Users")
            #expect(answer.status == 404)
        }
    }

    @Test("are refused without their token, and say how to come with one", arguments: [nil, "", "x", token + "x"])
    func refused(token: String?) async throws {
        try await portal().browse { browser async throws in
            let answer = try await self.send(browser, .get, "/Users", token: token)
            #expect(answer.status == 401 && answer.text.contains(#""status":"401""#))
            #expect(answer.headers[.wwwAuthenticate] == "Bearer realm=\"scim\"")
            #expect(try await self.send(browser, .get, "/Users").status == 200)
        }
    }

    @Test("cannot try tokens without end; the right one is still let in")
    func guessing() async throws {
        try await portal().browse { browser async throws in
            var statuses: [Int] = []
            for number in 0..<40 {
                statuses.append(try await self.send(browser, .get, "/Users", token: "guess-\(number)").status)
            }
            #expect(statuses.prefix(30).allSatisfy { $0 == 401 } && statuses.suffix(10).allSatisfy { $0 == 429 })
            #expect(try await self.send(browser, .get, "/Users").status == 200)
        }
    }

    @Test("need no form token, set no cookie, and are stored nowhere")
    func headers() async throws {
        try await portal().browse { browser async throws in
            let answer = try await self.send(browser, .post, "/Users", Self.priya)
            #expect(answer.status == 201 && answer.headers[.contentType] == "application/scim+json")
            #expect(answer.headers[.cacheControl] == "no-store" && answer.headers[values: .setCookie].isEmpty)
        }
    }

    @Test("refuse what is too large or no JSON with a sentence")
    func hostile() async throws {
        try await portal().browse { browser async throws in
            let large = String(repeating: "a", count: Directories.sizeLimit + 1)
            #expect(try await self.send(browser, .post, "/Users", large).status == 413)
            #expect(try await self.send(browser, .post, "/Users", "🐍").text.contains("invalidSyntax"))
            let deep = String(repeating: "[", count: 100_000)
            #expect(try await self.send(browser, .post, "/Users", deep).status == 400)
        }
    }

    @Test("bring a joiner, who has earned already what was learned before")
    func joiner() async throws {
        let portal = try await portal()
        let badge = try await portal.badge("python", needs: [TestPortal.python])
        try await portal.sync(try portal.completion(TestPortal.python, by: "priya"))
        try await portal.browse { browser async throws in
            #expect(try await self.send(browser, .post, "/Users", Self.priya).status == 201)
        }
        let priya = try await portal.database.people.person(try #require(EmailAddress("priya@laurel.example")))
        #expect(priya.name == "Priya 🏅")
        let awards = try await portal.database.awards.awards(of: priya.id)
        #expect(awards.map(\.award.badge) == [badge.id])
    }

    @Test("sign a leaver out with the request that says so; the badge's page stays; a rejoiner is let in again")
    func leaver() async throws {
        let portal = try await portal()
        let badge = try await portal.badge("python")
        try await portal.browse(as: "priya") { browser async throws in
            let priya = try await portal.database.people.person(try #require(EmailAddress("priya@laurel.example")))
            let award = try await portal.give(badge, to: priya)
            let id = try self.id(try await self.send(browser, .post, "/Users", Self.priya).text)
            #expect(try await browser.get("/settings").status == .ok)
            let leave = #"{"Operations":[{"op":"Replace","path":"active","value":"False"}]}"#
            #expect(try await self.send(browser, .patch, "/Users/\(id)", leave).text.contains(#""active":false"#))
            #expect(try await browser.get("/settings").location?.hasPrefix("/login") == true)
            #expect(try await portal.database.accounts.sessions(of: priya.id, at: portal.now).isEmpty)
            let page = try await browser.get("/awards/\(award)")
            #expect(page.status == .ok && page.text.contains("python"))
            try await browser.get("/login")
            #expect(try await browser.post("/login/demo", ["person": "priya"]).status == .forbidden)
            let back = #"{"Operations":[{"op":"replace","value":{"active":true}}]}"#
            #expect(try await self.send(browser, .patch, "/Users/\(id)", back).status == 200)
            try await browser.signIn("priya")
            #expect(try await browser.get("/settings").status == .ok)
        }
    }

    @Test("move somebody into a group and out again: the pages of designers open and close at once")
    func mover() async throws {
        let portal = try await portal()
        try await portal.browse(as: "priya") { browser async throws in
            let user = try self.id(try await self.send(browser, .post, "/Users", Self.priya).text)
            let group = try self.id(
                try await self.send(browser, .post, "/Groups", #"{"displayName":"Makers"}"#).text
            )
            #expect(try await browser.get("/design").status == .forbidden)
            let join = #"{"Operations":[{"op":"Add","path":"members","value":[{"value":"\#(user)"}]}]}"#
            #expect(try await self.send(browser, .patch, "/Groups/\(group)", join).status == 204)
            #expect(try await browser.get("/design").status == .ok)
            let leave = #"{"Operations":[{"op":"remove","path":"members[value eq \"\#(user)\"]"}]}"#
            #expect(try await self.send(browser, .patch, "/Groups/\(group)", leave).status == 204)
            #expect(try await browser.get("/design").status == .forbidden)
        }
    }

    @Test("are shown to administrators with what they brought")
    func overview() async throws {
        try await portal().browse(as: "aiko") { browser async throws in
            #expect(try await browser.get("/admin").text.contains("Nothing yet"))
            #expect(try await self.send(browser, .post, "/Users", Self.priya).status == 201)
            let page = try await browser.get("/admin").text
            #expect(page.contains("Directories and what they brought") && !page.contains("Nothing yet"))
        }
    }
}
