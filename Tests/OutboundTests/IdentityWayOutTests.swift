import Core
import Foundation
import Logging
import Testing

@testable import Outbound

@Suite("The way out for identity providers")
struct IdentityWayOutTests {
    private func send(_ request: IdentityRequest, allowsLoopback: Bool = true) async throws -> IdentityAnswer {
        let client = OutboundClient(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let result: Result<IdentityAnswer, IdentityHTTPError>
        do throws(IdentityHTTPError) {
            result = .success(try await client.identity(allowsLoopback: allowsLoopback).send(request))
        } catch {
            result = .failure(error)
        }
        try await client.shutDown()
        return try result.get()
    }

    private func isRefused(_ address: String, allowsLoopback: Bool) async throws -> Bool {
        do {
            _ = try await send(IdentityRequest(address), allowsLoopback: allowsLoopback)
            return false
        } catch IdentityHTTPError.address {
            return true
        } catch {
            return false
        }
    }

    @Test(
        "asks nobody without https",
        arguments: [
            "http://idp.example/", "ftp://idp.example/", "idp.example", "", "file:///etc/passwd", "https://",
            "https://user@idp.example/", "https://user:pass@idp.example/", "https://idp.example/#f", "🐍",
            "http://127.0.0.1.evil.example/", "http://10.0.0.1/",
        ]
    )
    func noHTTPS(address: String) async throws {
        #expect(try await isRefused(address, allowsLoopback: true))
        #expect(try await isRefused(address, allowsLoopback: false))
    }

    @Test(
        "asks nobody on this machine unless that is allowed",
        arguments: [
            "http://127.0.0.1:1/", "https://127.0.0.1:1/", "https://localhost:1/", "https://LOCALHOST:1/",
            "https://[::1]:1/", "https://a.localhost:1/",
        ]
    )
    func loopback(address: String) async throws {
        #expect(try await isRefused(address, allowsLoopback: false))
        #expect(try await !isRefused(address, allowsLoopback: true))
    }

    @Test("posts a form with the client's name and secret, and follows no redirect with them")
    func redirect() async throws {
        let location = "Location: http://127.0.0.1:1/"
        try await ScriptedServer.run(.status(307, [location]), .status(200)) { server, address in
            let request = IdentityRequest(
                address + "/token",
                form: ["code": "a b&c=🏅", "b": ""],
                credentials: .basic(user: "por:tal", password: "p@ss")
            )
            #expect(try await send(request).status == 307)
            #expect(server.requests.count == 1)
            let text = try #require(server.requests.first)
            let credentials = Data("por%3Atal:p%40ss".utf8).base64EncodedString()
            #expect(text.hasPrefix("POST /token ") && text.contains("Basic \(credentials)"))
            #expect(text.hasSuffix("b=&code=a%20b%26c%3D%F0%9F%8F%85"))
        }
    }

    @Test("gives every answer with its type, but none that is too large")
    func size() async throws {
        let large = String(repeating: "x", count: IdentityWayOut.sizeLimit + 1)
        let type = "Content-Type: Application/JSON; charset=utf-8"
        try await ScriptedServer.run(.status(400, [type], "{}"), .status(200, [], large)) { _, address in
            let answer = try await send(IdentityRequest(address, credentials: .bearer("t")))
            #expect(answer.status == 400 && answer.mediaType == "application/json" && answer.body == Array("{}".utf8))
            await #expect(throws: IdentityHTTPError.self) { try await send(IdentityRequest(address)) }
        }
    }
}
