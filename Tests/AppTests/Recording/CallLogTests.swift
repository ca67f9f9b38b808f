import Contracts
import Core
import Foundation
import Storage
import Testing

@testable import App

@Suite("Log of calls")
struct CallLogTests {
    private struct Scripted: SourceHTTP, IdentityHTTP {
        var failure: SourceError?

        func send(_ request: SourceRequest) async throws(SourceError) -> SourceResponse {
            if let failure { throw failure }
            return SourceResponse(status: 404, headers: [:], body: [])
        }

        func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
            IdentityAnswer(status: 502, mediaType: "", body: [])
        }
    }

    private static func written(_ log: CallLog) async throws -> [IntegrationCall] {
        let portal = try await TestPortal()
        try await log.write(to: portal.database.calls)
        try await log.write(to: portal.database.calls)
        return try await portal.database.calls.calls(of: "lms 🐍")
    }

    @Test("holds no query, no address of a person and no token")
    func secrets() async throws {
        let log = CallLog()
        let http = RecordedSourceHTTP(integration: "lms 🐍", http: Scripted(), log: log)
        let token = String(repeating: "t", count: 41)
        for path in ["v1/users/ada@acme.example/x?key=secret", "https://lms.example/v1/\(token)?page=2", "a%40b"] {
            _ = try await http.send(SourceRequest(path, query: ["token": "secret"]))
        }
        let identity = RecordedIdentityHTTP(integration: "lms 🐍", http: Scripted(), log: log)
        _ = try await identity.send(IdentityRequest("https://id.example/token?code=secret", form: ["code": "secret"]))
        let calls = try await Self.written(log)
        #expect(
            calls.map(\.what) == ["POST id.example/token", "GET /…", "GET /v1/…", "GET /v1/users/…/x"]
        )
        #expect(calls.map(\.result) == ["502", "404", "404", "404"])
        #expect(calls.map(\.isFailure) == [true, false, false, false])
    }

    @Test(
        "tells failures from answers",
        arguments: [
            (SourceError.unauthorized("x"), true), (.unavailable("x"), true), (.malformed("x"), true),
            (.rateLimited(retryAfter: 5), false), (.personUnknown, false),
        ]
    )
    func failures(error: SourceError, isFailure: Bool) async throws {
        let log = CallLog()
        let http = RecordedSourceHTTP(integration: "lms 🐍", http: Scripted(failure: error), log: log)
        await #expect(throws: error) { try await http.send(SourceRequest("x")) }
        #expect(try await Self.written(log).map(\.isFailure) == [isFailure])
    }

    @Test("keeps results short, and what a database that is closed cannot take")
    func kept() async throws {
        let log = CallLog()
        log.add("lms 🐍", "GET /", String(repeating: "🏅", count: 10_000), isFailure: false, .milliseconds(3))
        let closed = try await TestPortal().anotherProcess()
        try closed.database.close()
        await #expect(throws: (any Error).self) { try await log.write(to: closed.database.calls) }
        let calls = try await Self.written(log)
        #expect(calls.map(\.result.count) == [200] && calls.map(\.milliseconds) == [3])
    }
}
