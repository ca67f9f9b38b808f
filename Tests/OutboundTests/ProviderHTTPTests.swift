import Core
import Foundation
import Logging
import Outbound
import Synchronization
import Testing

@Suite("The way out") struct ProviderHTTPTests {
    private let time = ManualTime()

    @Test("sends a body with a GET, the key and the query") func sends() async throws {
        try await ScriptedServer.run(.status(200, [], "[]")) { server, address in
            try await withProvider(address + "/v1", key: "k-1") { http in
                let request = SourceRequest("user_paths", query: ["from": "a b"], json: Array(#"{"q":1}"#.utf8))
                let response = try await http.send(request)
                #expect(response.body == Array("[]".utf8))
            }
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("GET /v1/user_paths?from=a%20b HTTP/1.1\r\n"))
            #expect(request.lowercased().contains("authorization: bearer k-1\r\n"))
            #expect(request.hasSuffix("\r\n\r\n{\"q\":1}"))
        }
    }

    @Test("tries again after 500, a little later each time") func retries() async throws {
        try await ScriptedServer.run(.status(500), .drop, .status(200)) { server, address in
            try await withProvider(address) { http in
                let response = try await http.send(SourceRequest("p"))
                #expect(response.status == 200)
            }
            #expect(time.pauses == [.milliseconds(250), .milliseconds(500)])
        }
    }

    @Test("gives up after three more tries") func givesUp() async throws {
        try await ScriptedServer.run(.status(500), .status(502), .status(503), .status(504)) { server, address in
            let error = SourceError.unavailable("127.0.0.1 answers with status 504.")
            try await withProvider(address) { http in
                await #expect(throws: error) { try await http.send(SourceRequest("p")) }
            }
            #expect(server.requests.count == 4)
        }
    }

    @Test("never repeats a POST") func post() async throws {
        try await ScriptedServer.run(.status(500)) { server, address in
            var request = SourceRequest("p", json: Array("{}".utf8))
            request.method = "POST"
            let post = request
            try await withProvider(address) { http in
                await #expect(throws: SourceError.self) { try await http.send(post) }
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("does not come back early when a server that is down says when to come back") func busy() async throws {
        try await ScriptedServer.run(.status(503, ["Retry-After: 600"])) { server, address in
            try await withProvider(address) { http in
                await #expect(throws: SourceError.self) { try await http.send(SourceRequest("p")) }
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test(
        "hands on how long to wait",
        arguments: [
            (["Retry-After: 7"], 7), (["Retry-After: 1.2"], 2), (["Retry-After: -4"], 0), ([], nil),
            (["Retry-After: soon"], nil), (["Retry-After: 99999999999999999999"], 86_400),
            (["Date: Mon, 23 Nov 2020 12:00:00 GMT", "Retry-After: Mon, 23 Nov 2020 12:01:30 GMT"], 90),
            (["Retry-After: Mon, 23 Nov 2026 12:00:09 GMT"], 9),
        ]
    )
    func rateLimited(headers: [String], seconds: Int?) async throws {
        try await ScriptedServer.run(.status(429, headers)) { _, address in
            try await withProvider(address) { http in
                await #expect(throws: SourceError.rateLimited(retryAfter: seconds)) {
                    try await http.send(SourceRequest("p"))
                }
            }
        }
    }

    @Test("asks nothing while it was told to wait, throttled by 403 or by 429", arguments: [403, 429])
    func silence(status: Int) async throws {
        try await ScriptedServer.run(.status(status, ["Retry-After: 60"]), .status(200)) { server, address in
            try await withProvider(address) { http in
                for _ in 1...3 {
                    await #expect(throws: SourceError.rateLimited(retryAfter: 60)) {
                        try await http.send(SourceRequest("p"))
                    }
                }
                #expect(server.requests.count == 1)
                time.pass(.seconds(60))
                let response = try await http.send(SourceRequest("p"))
                #expect(response.status == 200)
            }
        }
    }

    @Test("follows a redirect on the same host") func redirect() async throws {
        try await ScriptedServer.run(.status(301, ["Location: /v1/p/"]), .status(200)) { server, address in
            try await withProvider(address + "/v1", key: "k") { http in
                let response = try await http.send(SourceRequest("p"))
                #expect(response.status == 200)
            }
            #expect(server.requests.last?.hasPrefix("GET /v1/p/ HTTP/1.1") == true)
        }
    }

    @Test("refuses a redirect to another host, and shows it nothing") func otherHost() async throws {
        try await ScriptedServer.run(.status(200)) { other, otherAddress in
            try await ScriptedServer.run(.status(302, ["Location: \(otherAddress)/p"])) { _, address in
                let error = SourceError.unavailable(
                    "\(address) sends us to \(otherAddress), which is not the configured address."
                )
                try await withProvider(address, key: "k") { http in
                    await #expect(throws: error) { try await http.send(SourceRequest("p")) }
                    await #expect(throws: error) { try await http.send(SourceRequest("\(otherAddress)/p")) }
                }
            }
            #expect(other.requests.isEmpty)
        }
    }

    @Test("stops going round in circles") func circle() async throws {
        let again = ScriptedServer.Answer.status(307, ["Location: /p"])
        try await ScriptedServer.run(again, again, again, again) { _, address in
            try await withProvider(address) { http in
                await #expect(throws: SourceError.unavailable("127.0.0.1 redirects us round and round.")) {
                    try await http.send(SourceRequest("p"))
                }
            }
        }
    }

    @Test("reads no more than the limit") func size() async throws {
        let body = String(repeating: "x", count: 70_000)
        try await ScriptedServer.run(.status(200, [], body), .status(200, [], body)) { _, address in
            try await withProvider(address, size: 69_999) { http in
                await #expect(throws: SourceError.malformed("127.0.0.1 sends more than a source may read.")) {
                    try await http.send(SourceRequest("p"))
                }
            }
            try await withProvider(address, size: 70_000) { http in
                let response = try await http.send(SourceRequest("p"))
                #expect(response.body.count == 70_000)
            }
        }
    }

    @Test("says when an answer ends before its end") func cut() async throws {
        let half = ScriptedServer.Answer.text("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"results\":")
        try await ScriptedServer.run(half, half, half, half) { server, address in
            try await withProvider(address) { http in
                await #expect(throws: SourceError.malformed("127.0.0.1 ended the answer before its end.")) {
                    try await http.send(SourceRequest("p"))
                }
            }
            #expect(server.requests.count == 4)
        }
    }

    @Test("gives the answer up when it takes too long, also in the middle of it") func slow() async throws {
        let half = ScriptedServer.Answer.stall("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"results\":")
        try await ScriptedServer.run(.hang, half, .hang, half) { _, address in
            try await withProvider(address, timeout: .milliseconds(50)) { http in
                await #expect(throws: SourceError.unavailable("no answer from 127.0.0.1 within 0.05 seconds.")) {
                    try await http.send(SourceRequest("p"))
                }
            }
        }
    }

    @Test("says so when nobody is there") func nobody() async throws {
        let gone = Mutex("")
        try await ScriptedServer.run { _, address in gone.withLock { $0 = address } }
        try await withProvider(gone.withLock { $0 }) { http in
            let error = await #expect(throws: SourceError.self) { try await http.send(SourceRequest("p")) }
            guard case .unavailable(let reason)? = error else { return #expect(Bool(false)) }
            #expect(reason.contains("no connection to 127.0.0.1"))
        }
    }

    @Test("stops at once when its task is cancelled") func cancelled() async throws {
        try await ScriptedServer.run(.hang) { server, address in
            try await withProvider(address) { http in
                let task = Task { try await http.send(SourceRequest("p")) }
                await server.waitForRequest()
                task.cancel()
                await #expect(throws: SourceError.unavailable("the call was cancelled.")) { try await task.value }
            }
            #expect(server.requests.count == 1)
        }
    }

    private func withProvider(
        _ address: String,
        key: String? = nil,
        size: Int = 1 << 20,
        timeout: Duration = .seconds(30),
        _ body: (any SourceHTTP) async throws -> Void
    ) async throws {
        try await withKeyFile(key) { secret in
            try await withOutbound(timing: time.timing) { client in
                var options = SourceHTTPOptions(baseURL: try #require(URL(string: address)), bearer: secret)
                options.sizeLimit = size
                options.timeout = timeout
                try await body(client.provider(options))
            }
        }
    }
}
