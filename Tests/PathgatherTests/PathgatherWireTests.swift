import Contracts
import Core
import Foundation
import Testing

@testable import Pathgather

@Suite("Pathgather's answers") struct PathgatherWireTests {
    private let key = #""path":{"id":"p1"},"user":{"id":"u1","email":"Ada@Acme.EXAMPLE"}"#

    @Test(
        "may give the percentage in any form",
        arguments: [
            (#""62.5""#, 100.0, 62.5), ("62.5", 100, 62.5), ("1", 100, 1), (#""0.625""#, 1, 62.5), ("1", 1, 100),
            ("104", 100, 100), (#""-3""#, 100, 0), ("null", 100, nil), (#""NaN""#, 100, nil), (#""inf""#, 100, 100),
            (#""""#, 100, nil), (#""half""#, 100, nil), ("{}", 100, nil), ("[1]", 100, nil), ("true", 100, nil),
        ]
    )
    func percentage(json: String, scale: Double, percent: Double?) async throws {
        let batch = try await read(#"{"id":"r","percentage":\#(json),\#(key)}"#, scale: scale)
        #expect(batch.facts.map(\.percent) == [percent.map { Percent(clamping: $0) }])
        #expect(batch.problems.isEmpty)
    }

    @Test("say completed by completed_at, never by 100 %") func completed() async throws {
        let done = #"{"id":"r1","completed_at":"2018-05-31T20:00:00.250-04:00","percentage":"0.0",\#(key)}"#
        let full = #"{"id":"r2","completed_at":null,"percentage":"100.0",\#(key)}"#
        let none = #"{"id":"r3","completed_at":"","percentage":"0.0",\#(key)}"#
        let begun = #"{"id":"r4","started_at":"2018-05-01T00:00:00.000-04:00","percentage":"0.0",\#(key)}"#
        let facts = try await read("\(done),\(full),\(none),\(begun)").facts
        #expect(facts.map(\.state) == [.completed, .inProgress, .notStarted, .inProgress])
        #expect(facts.map(\.completedAt) == [Date(timeIntervalSince1970: 1_527_811_200.25), nil, nil, nil])
    }

    @Test("name a person by address first, folded, then by their own id") func keys() async throws {
        let fact = try #require(try await read(#"{"id":"r",\#(key)}"#).facts.first)
        let ada = PersonKey(.email, "ada@acme.example")
        #expect(fact.person == [ada, PersonKey(.providerUserID, "u1", realm: "pathgather")])
    }

    @Test("without an id are known by person and path") func identity() async throws {
        #expect(try await read("{\(key)}").facts.map(\.recordID) == ["u1/p1"])
    }

    @Test("may hold members that nobody knows") func unknown() async throws {
        let row = #"{"id":"r","_type":"UserPath","new":{"deep":[1,{}]},"saved_at":[],\#(key)}"#
        #expect(try await read(row).facts.count == 1)
    }

    @Test(
        "that are broken are told and spoil nothing else",
        arguments: [
            (#"{"id":"r"}"#, "r", "It does not say which path it is about."),
            (#"{"id":"r","path":{"id":"p"}}"#, "r", "It does not say whom it is about."),
            (#"{"id":"r","path":{"id":"p"},"user":{"email":"nobody"}}"#, "r", "It does not say whom it is about."),
            (#"{"path":{"id":"p"},"user":{"email":"a@b.example"}}"#, "without id", "It has no id."),
            (#"{"id":"r","path":"p"}"#, "r", "“path” is of another type than it should be."),
            (#"{"id":7,"path":{"published":"x"}}"#, "7", "“path.published” is of another type than it should be."),
            ("null", "record 2 of its page", "It is of another type than it should be."),
            ("[]", "record 2 of its page", "It is of another type than it should be."),
            (
                #"{"id":"r","path":{"id":"p"},"user":{"id":"u"},"completed_at":"yesterday"}"#, "r",
                "“completed_at” is no date."
            ),
        ]
    )
    func broken(row: String, record: String, reason: String) async throws {
        let good = #"{"id":"good",\#(key)}"#
        let batch = try await read("\(good),\(row),\(good)")
        #expect(batch.facts.map(\.recordID) == ["good", "good"])
        #expect(batch.problems == [RecordProblem(record: record, reason: reason)])
    }

    @Test("end when next is null, empty or not there", arguments: [#","next":null"#, #","next":"""#, ""])
    func last(next: String) async throws {
        let http = ScriptedHTTP([{ _ in .json(#"{"results":[]\#(next)}"#) }])
        #expect(try await !source(http).changes(after: nil).hasMore)
    }

    @Test(
        "that are no lists are malformed",
        arguments: ["", " \n<!doctype html>", "{", "[]", "null", #"{"results":{}}"#, #"{"results":[{"id":"#, "NaN"]
    )
    func nonsense(body: String) async {
        let error = await #expect(throws: SourceError.self) {
            try await source(ScriptedHTTP([{ _ in .json(body) }])).changes(after: nil)
        }
        guard case .malformed? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }

    @Test("about other people are not shown to a person, and not read on") func strangers() async throws {
        let other = #"{"id":"r2","path":{"id":"p"},"user":{"id":"u2","email":"b@b.example"}}"#
        let http = ScriptedHTTP([{ [key] _ in .json(#"{"results":[{"id":"r",\#(key)},\#(other)],"next":"t"}"#) }])
        let ada = try #require(PersonKey(.email, "ada@acme.example"))
        let progress = try await source(http).progress(of: [ada])
        #expect(progress.batch.facts.map(\.recordID) == ["r"])
        #expect(progress.asOf == Date(timeIntervalSince1970: 1_795_435_200))
    }

    @Test("are asked for with any address, quoted as JSON") func quoting() throws {
        let odd = "\"\\\u{1}é🏅@x.example"
        let body = Data(Filter.userEmail(odd).json.utf8)
        let json = try JSONDecoder().decode([String: [String: [String: [String: String]]]].self, from: body)
        #expect(json == ["q": ["user": ["email": ["eq": odd]]]])
    }

    @Test("survive any damage", arguments: 0..<8) func fuzz(seed: UInt64) async throws {
        let row = #"{"id":"r","completed_at":"2018-05-31T20:00:00Z","percentage":"1e3",\#(key)}"#
        let whole = Array(#"{"results":[\#(row),\#(row)],"next":"t"}"#.utf8)
        var random = Generator(seed: seed)
        for _ in 0..<200 {
            var bytes = whole
            for _ in 0...(random.next() % 4) {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            let body = Array(bytes.prefix(random.next() % 3 == 0 ? Int(random.next() % UInt64(bytes.count)) : .max))
            let http = ScriptedHTTP([{ _ in SourceResponse(status: 200, headers: [:], body: body) }])
            do {
                let page = try await source(http).changes(after: nil)
                #expect(page.batch.facts.allSatisfy { !$0.person.isEmpty && !$0.recordID.isEmpty })
            } catch {
                guard case .malformed = error else { return #expect(Bool(false), "\(error)") }
            }
        }
    }

    private func read(_ rows: String, scale: Double = 100) async throws -> FactBatch {
        let http = ScriptedHTTP([{ _ in .json("{\"results\":[\(rows)]}") }])
        return try await source(http, percentScale: scale).changes(after: nil).batch
    }
}
