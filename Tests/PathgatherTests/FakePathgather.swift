import Contracts
import Core
import Foundation
import Logging
import Outbound

@testable import Pathgather

/// The stand-in for Pathgather, a process of its own on a free port, over real HTTP.
struct FakePathgather {
    static let token = "test-token"

    let address: URL
    private let client: OutboundClient
    private let keyFile: URL

    /// Runs `body` with a fresh one, which gets `arguments`.
    static func run(_ arguments: [String], body: (FakePathgather) async throws -> Void) async throws {
        let script = try Peers.file("pathgather/fake_pathgather.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, "--port", "0", "--token", token] + arguments
        let output = Pipe()
        process.standardOutput = output
        let (exits, exit) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in exit.finish() }
        try process.run()
        let failure = await failure { try await use(output, body) }
        // A child of a process with worker threads inherits their mask, in which SIGTERM may be blocked.
        kill(process.processIdentifier, SIGKILL)
        for await _ in exits {}
        if let failure { throw failure }
    }

    private static func use(_ output: Pipe, _ body: (FakePathgather) async throws -> Void) async throws {
        let keyFile = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).key")
        defer { try? FileManager.default.removeItem(at: keyFile) }
        let greeting = await firstLine(of: output)
        guard let address = greeting.split(separator: " ").first(where: { $0.hasPrefix("http") }),
            let url = URL(string: String(address))
        else { throw DidNotStart(said: greeting) }
        try Data(token.utf8).write(to: keyFile)
        let client = OutboundClient(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, timing: .instant)
        let failure = await failure { try await body(FakePathgather(address: url, client: client, keyFile: keyFile)) }
        try await client.shutDown()
        if let failure { throw failure }
    }

    /// A source as the plugin makes it.
    func source(
        percentScale: Int = 100,
        path: String = "",
        key: Secret? = nil,
        requestsPerMinute: Int? = nil,
        timeout: Duration = .seconds(10)
    ) throws -> PathgatherSource {
        let configuration = PathgatherPlugin.Configuration(
            baseURL: address.absoluteString + path,
            apiKey: key ?? Secret(.file(keyFile.path)),
            percentScale: percentScale,
            requestsPerMinute: requestsPerMinute
        )
        let context = PluginContext(
            id: "pathgather",
            directory: FileManager.default.temporaryDirectory,
            now: { Date() },
            http: { options in
                var options = options
                options.timeout = timeout
                return client.provider(options)
            }
        )
        let sources = try PathgatherPlugin.make(configuration, context).sources
        guard let source = sources.first as? PathgatherSource else { throw DidNotStart(said: "no source") }
        return source
    }

    /// Asks its control plane: `faults`, `progress`, `stats` (a GET, without `json`).
    @discardableResult
    func control(_ call: String, _ json: String? = nil) async throws -> [String: Any] {
        let root = URL(string: "/", relativeTo: address).map { SourceHTTPOptions(baseURL: $0) }
        guard let root else { return [:] }
        var request = SourceRequest("__control/\(call)", json: json.map { Array($0.utf8) })
        request.method = json == nil ? "GET" : "POST"
        let response = try await client.provider(root).send(request)
        return try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any] ?? [:]
    }

    /// How many calls of the API it answered.
    func calls() async throws -> Int { try await control("stats")["requests"] as? Int ?? 0 }

    /// How many records of progress it has, counted by itself.
    func count(completed: Bool) async throws -> Int {
        let api = PathgatherAPI(
            http: client.provider(SourceHTTPOptions(baseURL: address, bearer: Secret(.file(keyFile.path))))
        )
        var (count, page) = (0, String?.none)
        repeat {
            var request = SourceRequest("user_paths", query: ["per_page": "97"])
            request.query["from"] = page
            request.json = completed ? Array(#"{"q":{"completed_at":{"not_null":"1"}}}"#.utf8) : nil
            let body = try await api.http.send(request).body
            let answer = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
            count += (answer["results"] as? [Any] ?? []).count
            page = answer["next"] as? String
        } while page != nil
        return count
    }

    private static func firstLine(of output: Pipe) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var text = ""
                while !text.contains("\n") {
                    let data = output.fileHandleForReading.availableData
                    guard !data.isEmpty else { break }
                    text += String(decoding: data, as: UTF8.self)
                }
                continuation.resume(returning: text)
            }
        }
    }

    private static func failure(of body: () async throws -> Void) async -> (any Error)? {
        do {
            try await body()
            return nil
        } catch {
            return error
        }
    }
}

struct DidNotStart: Error, CustomStringConvertible {
    var said: String
    var description: String { "The stand-in for Pathgather did not start. Is python3 installed? It said: \(said)" }
}

extension Timing {
    /// Pauses take no time.
    static var instant: Timing {
        Timing(now: { Date() }, uptime: { .zero }, sleep: { _ in try Task.checkCancellation() }, chance: { 0 })
    }
}

extension ChangeFeedSource {
    /// Everything from `cursor` to the end, and where that is.
    func readAll(after start: SyncCursor? = nil) async throws -> (batch: FactBatch, end: SyncCursor?, pages: Int) {
        var (batch, cursor, pages) = (FactBatch(), start, 0)
        while true {
            let page = try await changes(after: cursor)
            batch.facts += page.batch.facts
            batch.problems += page.batch.problems
            cursor = page.next
            pages += 1
            if !page.hasMore { return (batch, cursor, pages) }
        }
    }
}
