import Core
import Foundation
import Synchronization
import Testing

@testable import Outbound

@Suite("What the guarded fetcher remembers")
struct FetchMemoryTests {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    private func requests(
        _ first: [String],
        _ second: ScriptedServer.Answer = .status(200, ["Content-Type: application/json"], "new"),
        after pause: TimeInterval
    ) async throws -> (requests: [String], body: String) {
        let time = Mutex(Self.start)
        var seen: [String] = []
        var body = ""
        try await ScriptedServer.run(.status(200, ["Content-Type: application/json"] + first, "old"), second) {
            server,
            base in
            let fetcher = GuardedFetcher.test(FetchPolicy(allowsLoopback: true), now: { time.withLock { $0 } })
            _ = try await fetcher.document("\(base)/")
            time.withLock { $0 += pause }
            body = String(decoding: try await fetcher.document("\(base)/").body, as: UTF8.self)
            seen = server.requests
        }
        return (seen, body)
    }

    @Test(
        "is used as long as the server allows it",
        arguments: ["Cache-Control: max-age=60", "Cache-Control: public, s-maxage=\"60\", max-age=0"]
    )
    func fresh(header: String) async throws {
        #expect(try await requests([header], after: 59).body == "old")
        #expect(try await requests([header], after: 61).body == "new")
    }

    @Test(
        "is not used when the server does not allow it",
        arguments: [
            [], ["Cache-Control: no-store, max-age=60"], ["Cache-Control: private, max-age=60"],
            ["Cache-Control: no-cache"], ["Cache-Control: max-age=60", "Vary: *"],
            ["Cache-Control: max-age=60", "Age: 90"],
            ["Cache-Control: max-age=-5"], ["Cache-Control: max-age=🏅"], ["Expires: 0"],
            ["Cache-Control: max-age=60", "Vary: Cookie"],
        ]
    )
    func stale(headers: [String]) async throws {
        #expect(try await requests(headers, after: 1).body == "new")
    }

    @Test("is asked about by its tag, and kept when nothing changed")
    func revalidated() async throws {
        let kept = try await requests(["ETag: \"v1\"", "Cache-Control: no-cache"], .status(304), after: 1)
        #expect(kept.body == "old" && kept.requests.last?.lowercased().contains("if-none-match: \"v1\"") == true)
    }

    @Test("ends after an hour, whatever the server says")
    func longest() async throws {
        #expect(try await requests(["Cache-Control: max-age=999999999"], after: 3_601).body == "new")
    }

    @Test("never takes more than its share of memory")
    func bounded() {
        let memory = FetchMemory(bytes: 100_000)
        let answer = PinnedExchange.Answer(status: 200, headers: [:], body: [UInt8](repeating: 0, count: 10_000))
        for number in 0..<20 {
            memory.keep(.init(answer: answer, date: Self.start, freshUntil: Self.start), as: "\(number)")
        }
        #expect((0..<20).filter { memory.entry("\($0)") != nil } == Array(12..<20))
        let huge = PinnedExchange.Answer(status: 200, headers: [:], body: [UInt8](repeating: 0, count: 90_000))
        memory.keep(.init(answer: huge, date: Self.start, freshUntil: Self.start), as: "huge")
        #expect(memory.entry("huge") == nil && memory.entry("19") != nil)
    }
}
