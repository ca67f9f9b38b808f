import Contracts
import Core
import Foundation
import Testing

@testable import Pathgather

/// What the stand-in cannot do: providers that ignore filters, forget pages and tell no time.
@Suite("Pathgather's changes") struct PathgatherChangesTests {
    /// Everything up to 2026-11-23T06:00:00Z is known; the clock of the tests says 12:00.
    private let old = FeedCursor(mode: .rest, since: 1_795_435_200 - 6 * 3600)
    private let row = #"{"id":"r1","path":{"id":"p1"},"user":{"id":"u1"},"updated_at":"2026-11-23T05:59:00Z"}"#

    @Test("are asked for from an hour before the end of the last read") func overlap() async throws {
        let http = ScriptedHTTP([list(), list(row)])
        let page = try await source(http).changes(after: old.encoded())
        #expect(page.batch.facts.map(\.recordID) == ["r1"] && !page.hasMore)
        let asked = await http.requests.map { $0.json.map { String(decoding: $0, as: UTF8.self) } }
        #expect(
            asked == [
                #"{"q":{"updated_at":{"gt":"2027-11-23T12:00:00Z"}}}"#,
                #"{"q":{"updated_at":{"gt":"2026-11-23T05:00:00Z"}}}"#,
            ]
        )
        #expect(try FeedCursor(page.next) == FeedCursor(mode: .rest, since: 1_795_435_200))
    }

    @Test("are found by reading everything when the filter is ignored or refused", arguments: [200, 400, 422])
    func ignored(status: Int) async throws {
        let answer: ScriptedHTTP.Answer = { _ in
            SourceResponse(status: status, headers: [:], body: Array(#"{"results":[{}]}"#.utf8))
        }
        let http = ScriptedHTTP([answer, list(row, next: "t"), list(row)])
        let first = try await source(http).changes(after: old.encoded())
        #expect(first.hasMore)
        #expect(try await source(http).changes(after: first.next).batch.facts.map(\.recordID) == ["r1"])
        #expect(await http.requests.map(\.json).dropFirst() == [nil, nil])
        #expect(await http.requests.map { $0.query["from"] } == [nil, nil, "t"])
    }

    @Test("are not looked for among everything again after less than six hours") func patience() async throws {
        let recent = try FeedCursor(mode: .rest, since: 1_795_435_200 - 6 * 3600 + 1).encoded()
        let http = ScriptedHTTP([list(row)])
        let page = try await source(http).changes(after: recent)
        #expect(page.batch == FactBatch() && page.next == recent && !page.hasMore)
    }

    @Test("are read again from the last end when a page of them is forgotten") func forgotten() async throws {
        var middle = FeedCursor(mode: .changes, since: 1_795_435_200)
        middle.from = "t"
        let forgotten: ScriptedHTTP.Answer = { _ in SourceResponse(status: 410, headers: [:], body: []) }
        let http = ScriptedHTTP([forgotten, list(row)])
        let page = try await source(http).changes(after: middle.encoded())
        #expect(page.batch.facts.count == 1)
        #expect(await http.requests.map { $0.query["from"] } == ["t", nil])
    }

    @Test("go on from the newest one when the provider tells no time") func noClock() async throws {
        let silent: ScriptedHTTP.Answer = { [row] _ in
            SourceResponse(status: 200, headers: [:], body: Array("{\"results\":[\(row)]}".utf8))
        }
        let page = try await source(ScriptedHTTP([silent])).changes(after: nil)
        let newest = try #require(Date(iso8601: "2026-11-23T05:59:00Z")).timeIntervalSince1970
        #expect(try FeedCursor(page.next) == FeedCursor(mode: .rest, since: newest))
    }

    @Test("begin with everything when nothing is known of the time") func nothing() async throws {
        let empty: ScriptedHTTP.Answer = { _ in
            SourceResponse(status: 200, headers: [:], body: Array(#"{"results":[]}"#.utf8))
        }
        let http = ScriptedHTTP(empty)
        let page = try await source(http).changes(after: nil)
        _ = try await source(http).changes(after: page.next)
        #expect(await http.requests.map(\.json) == [nil, nil])
    }

    @Test("count from the beginning of the read, not from its end") func clock() async throws {
        let late: ScriptedHTTP.Answer = { [row] _ in
            SourceResponse(
                status: 200,
                headers: ["date": "Mon, 23 Nov 2026 15:00:00 GMT"],
                body: Array("{\"results\":[\(row)]}".utf8)
            )
        }
        let http = ScriptedHTTP([list(row, next: "t"), late])
        let end = try await source(http).readAll().end
        #expect(try FeedCursor(#require(end)).since == 1_795_435_200)
    }

    @Test(
        "are read from the beginning with a cursor that is not understood",
        arguments: ["", "{}", "7", #"{"v":2,"mode":"rest"}"#, #"{"v":1,"mode":"other"}"#]
    )
    func foreignCursor(text: String) async {
        await #expect(throws: SourceError.cursorExpired) {
            try await source(ScriptedHTTP([])).changes(after: SyncCursor(text))
        }
    }

    @Test("end when a page leads back to itself or its token is too long") func circles() async throws {
        var middle = FeedCursor()
        middle.from = "t"
        let again = try middle.encoded()
        let http = ScriptedHTTP([list(row, next: "t"), list(row, next: String(repeating: "x", count: 5000))])
        for _ in 1...2 {
            let error = await #expect(throws: SourceError.self) { try await source(http).changes(after: again) }
            guard case .malformed? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
    }

    private func list(_ rows: String..., next: String? = nil) -> ScriptedHTTP.Answer {
        let next = next.map { "\"\($0)\"" } ?? "null"
        return { _ in .json("{\"results\":[\(rows.joined(separator: ","))],\"next\":\(next)}") }
    }
}

func source(_ http: ScriptedHTTP, percentScale: Double = 100) -> PathgatherSource {
    PathgatherSource(
        id: "pathgather",
        name: "Pathgather",
        percentScale: percentScale,
        api: PathgatherAPI(http: http),
        now: { Date(timeIntervalSince1970: 1_795_435_200) }
    )
}
