import Core
import Foundation
import Logging
import Outbound
import Synchronization
import Testing

@Suite("The key on its way out") struct ProviderKeyTests {
    @Test("is read again once after it was refused, so that a new one needs no restart", arguments: [401, 403])
    func rotated(status: Int) async throws {
        try await ScriptedServer.run(.status(200), .status(status), .status(200)) { server, address in
            try await withProvider(address, key: "old-key") { http, file in
                _ = try await http.send(SourceRequest("p"))
                try Data("new-key\n".utf8).write(to: file)
                _ = try await http.send(SourceRequest("p"))
            }
            let keys = server.requests.map { $0.contains("old-key") ? "old" : "new" }
            #expect(keys == ["old", "old", "new"])
        }
    }

    @Test("is not tried twice while it is the same") func refused() async throws {
        try await ScriptedServer.run(.status(401)) { server, address in
            try await withProvider(address, key: "old-key") { http, file in
                let error = SourceError.unauthorized(
                    "127.0.0.1 answers with status 401 to the key in the file \(file.path)."
                )
                await #expect(throws: error) { try await http.send(SourceRequest("p")) }
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("is given up when the new one is refused, too") func both() async throws {
        try await ScriptedServer.run(.status(200), .status(401), .status(401)) { server, address in
            try await withProvider(address, key: "old-key") { http, file in
                _ = try await http.send(SourceRequest("p"))
                try Data("new-key".utf8).write(to: file)
                await #expect(throws: SourceError.self) { try await http.send(SourceRequest("p")) }
            }
            #expect(server.requests.count == 3)
        }
    }

    @Test("is not sent when it cannot be a key", arguments: ["a b", "a\nX-Header: b", "schlüssel"])
    func odd(key: String) async throws {
        try await ScriptedServer.run { server, address in
            try await withProvider(address, key: key) { http, _ in
                let error = await #expect(throws: SourceError.self) { try await http.send(SourceRequest("p")) }
                #expect(!"\(String(describing: error))".contains(key))
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("stands in no log, no error and no dump; neither do query and body") func secrecy() async throws {
        let log = RecordedLog()
        try await ScriptedServer.run(.status(200), .status(500), .status(400), .status(401)) { _, address in
            try await withProvider(address + "/v1", key: "canary-key", log: log) { http, _ in
                let request = SourceRequest(
                    "p/a@b.example",
                    query: ["q": "canary-query"],
                    json: Array("\"canary-body\"".utf8)
                )
                _ = try await http.send(request)
                _ = try await http.send(request)
                let error = await #expect(throws: SourceError.self) { try await http.send(request) }
                var dumped = "\(String(describing: error)) \(http)"
                dump(http, to: &dumped)
                #expect(!dumped.contains("canary"))
            }
        }
        #expect(log.lines.count == 4)
        #expect(log.lines.allSatisfy { !$0.contains("canary") && !$0.contains("b.example") })
        #expect(log.lines.first?.contains("host=127.0.0.1 path=/v1/p/… status=200") == true)
    }

    private func withProvider(
        _ address: String,
        key: String,
        log: RecordedLog = RecordedLog(),
        _ body: (any SourceHTTP, _ keyFile: URL) async throws -> Void
    ) async throws {
        try await withKeyFile(key) { secret in
            guard case .file(let path)? = secret?.reference else { return }
            try await withOutbound(timing: ManualTime().timing, log: log) { client in
                let options = SourceHTTPOptions(baseURL: try #require(URL(string: address)), bearer: secret)
                try await body(client.provider(options), URL(filePath: path))
            }
        }
    }
}

/// Runs `body` with a client that is shut down afterwards.
func withOutbound(
    timing: Timing,
    log: RecordedLog = RecordedLog(),
    _ body: (OutboundClient) async throws -> Void
) async throws {
    var logger = Logger(label: "test") { _ in log }
    logger.logLevel = .trace
    let client = OutboundClient(logger: logger, timing: timing)
    do {
        try await body(client)
    } catch {
        try await client.shutDown()
        throw error
    }
    try await client.shutDown()
}

/// Runs `body` with a file that holds `key`, and removes it after.
func withKeyFile(_ key: String?, _ body: (Secret?) async throws -> Void) async throws {
    guard let key else { return try await body(nil) }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).key")
    try Data(key.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try await body(Secret(.file(file.path)))
}

/// Keeps what is logged.
struct RecordedLog: LogHandler {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    private let kept = Lines()

    var lines: [String] { kept.all.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = ["host", "path", "status", "duration"].map { "\($0)=\(event.metadata?[$0] ?? "")" }
        let others = (event.metadata ?? [:]).filter { !["host", "path", "status", "duration"].contains($0.key) }
        kept.all.withLock { $0.append("\(event.message) \(facts.joined(separator: " ")) \(others)") }
    }
}
