import Contracts
import Core
import Foundation
import Testing

@testable import CSVSource

@Suite("CSV source") struct CSVSourceTests {
    private let header = "email,activity,title,percent,completed_at\n"

    @Test("keeps the badge source contract") func contract() async throws {
        let text = header + "a@acme.example,k8s,Kubernetes,100,2026-02-01\n,go,Go,,\nb@acme.example,k8s,,40,\n"
        try await withSource(text) { try await checkBadgeSource($0, file: Array(text.utf8)) }
    }

    @Test("the demo file keeps the contract and has nothing that cannot be read") func demo() async throws {
        let source = source(repository.appending(path: "docs/demo/learning.csv"))
        try await checkBadgeSource(source)
        #expect(await source.check() == SourceHealth(.healthy, "18 activities, 56 records."))
    }

    @Test("reads a date of completion as completed, a percentage as progress, neither as not started")
    func states() async throws {
        let rows = "a@b.example,x,,100,2026-02-01\na@b.example,y,,100,\na@b.example,z,,,\na@b.example,w,,\"12,5 %\",\n"
        let facts = try batch(header + rows).facts
        #expect(facts.map(\.state) == [.completed, .inProgress, .notStarted, .inProgress])
        #expect(facts.map(\.percent) == [.full, .full, nil, Percent(clamping: 12.5)])
        #expect(facts[0].completedAt == Date(timeIntervalSince1970: 1_769_904_000))
    }

    @Test(
        "names the line it cannot read and reads the others",
        arguments: [
            "nobody,k8s,,,": "“nobody” is not an e-mail address.",
            "a@b.example,,,,": "The activity is missing.",
            "a@b.example,k8s,,much,": "“much” is not a percentage.",
            "a@b.example,k8s,,nan,": "“nan” is not a percentage.",
            "a@b.example,k8s,,,03/04/2026": "“03/04/2026” is no date such as 2026-12-31 or 2026-12-31T09:30:00Z.",
            "a@b.example,k8s,,,2026-02-30": "“2026-02-30” is no date such as 2026-12-31 or 2026-12-31T09:30:00Z.",
        ]
    )
    func problem(line: String, reason: String) throws {
        let batch = try batch(header + "a@b.example,x,,,\n\(line)\nb@b.example,x,,,\n")
        #expect(batch.problems == [RecordProblem(record: "line 3", reason: reason)])
        #expect(batch.facts.count == 2)
    }

    @Test("knows a person in any spelling of the address")
    func spelling() async throws {
        try await withSource(header + "\u{A0} Ada@Acme.EXAMPLE\u{A0},k8s,,,2026-02-01\n") { source in
            let ada = try #require(PersonKey(.email, "ada@acme.example"))
            #expect(try await source.progress(of: [ada]).batch.facts.count == 1)
        }
    }

    @Test("takes the later of two rows of the same record, but keeps a completion") func twice() throws {
        let batch = try batch(
            header + "a@b.example,x,,10,\nA@b.example,x,,30,\na@b.example,y,,100,2026-02-01\na@b.example,y,,5,\n"
        )
        #expect(batch.facts.map(\.percent) == [Percent(clamping: 30), .full])
    }

    @Test("has nothing new while the file stays the same, and all of it when it changed") func changes() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let source = source(file)
        try Data((header + "a@b.example,x,,10,\n").utf8).write(to: file)
        let first = try await source.changes(after: nil)
        #expect(try await source.changes(after: first.next).batch == FactBatch())
        try Data((header + "a@b.example,x,,20,\n").utf8).write(to: file)
        let second = try await source.changes(after: first.next)
        #expect(second.batch.facts.map(\.percent) == [Percent(clamping: 20)])
        #expect(second.batch.facts.map(\.recordID) == first.batch.facts.map(\.recordID))
    }

    @Test("gives a long file in pages, each record once, and begins again when it changes half-way")
    func pages() async throws {
        let lines = (0..<2_500).map { "p\($0)@b.example,x,,10,\n" }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let source = source(file)
        try Data((header + lines.joined() + "🐍,x,,,\n").utf8).write(to: file)
        var (pages, cursor): ([ChangePage], SyncCursor?) = ([], nil)
        repeat {
            let page = try await source.changes(after: cursor)
            (pages, cursor) = (pages + [page], page.next)
        } while pages.last?.hasMore == true
        #expect(pages.map(\.batch.facts.count) == [1_000, 1_000, 500])
        #expect(Set(pages.flatMap { $0.batch.facts.map(\.recordID) }).count == 2_500)
        #expect(pages.map(\.batch.problems.count) == [0, 0, 1])
        try Data((header + lines.reversed().joined()).utf8).write(to: file)
        let changed = try await source.changes(after: pages[0].next)
        #expect(changed.batch.facts.count == 1_000 && changed.hasMore)
        #expect(changed.batch.facts.first?.person == pages[2].batch.facts.last?.person)
    }

    @Test("says what it cannot read for as long as it stands in the file, without the character NUL")
    func problemsStay() async throws {
        try await withSource(header + "a@b.example,x,,,\n\0🐍,x,,,\n") { source in
            let first = try await source.changes(after: nil)
            let again = try await source.changes(after: first.next)
            #expect(first.batch.facts.count == 1 && again.batch.facts.isEmpty && !again.hasMore)
            #expect(first.batch.problems.count == 1 && again.batch.problems == first.batch.problems)
            #expect(again.batch.problems.allSatisfy { !$0.reason.utf8.contains(0) })
        }
    }

    @Test("takes a position that nobody gave for the beginning", arguments: ["", "🏅", "x:1", ":", "a:b:c", "-1"])
    func strangePosition(cursor: String) async throws {
        try await withSource(header + "a@b.example,x,,,\n") { source in
            let page = try await source.changes(after: SyncCursor(cursor))
            #expect(page.batch.facts.count == 1)
        }
    }

    @Test("says which file is missing") func missing() async {
        let source = source(URL(filePath: "/nowhere/learning.csv"))
        let error = SourceError.unavailable("The file /nowhere/learning.csv cannot be read.")
        await #expect(throws: error) { try await source.changes(after: nil) }
        #expect(await source.check().status == .down)
    }

    @Test("says which column is missing") func columns() {
        #expect(throws: SourceError.self) { try batch("mail,activity\na@b.example,x\n") }
    }

    @Test("survives any bytes") func fuzz() throws {
        let alphabet = Array("\",;\t\r\n@ax.1-é🏅\u{A0}".utf8) + [0xFF, 0x00, 0xEF, 0xBB, 0xBF]
        var random = Generator(seed: 7)
        for length in 0..<400 {
            let junk = (0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
            let batch = try batch(bytes: Array(header.utf8) + junk)
            #expect(batch.facts.allSatisfy { !$0.person.isEmpty && !$0.activity.rawValue.isEmpty })
        }
    }

    private func batch(_ text: String) throws -> FactBatch { try batch(bytes: Array(text.utf8)) }

    private func batch(bytes: [UInt8]) throws -> FactBatch { try source(URL(filePath: "/nowhere")).facts(in: bytes) }

    private func source(_ file: URL) -> CSVSource {
        CSVSource(id: "csv", name: "CSV", file: file, now: { Date(timeIntervalSince1970: 0) })
    }

    private func withSource(_ text: String, _ body: (CSVSource) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try await body(source(file))
    }

    private var repository: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }
}
