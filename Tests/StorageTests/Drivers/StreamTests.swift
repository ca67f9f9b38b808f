import Contracts
import Testing

@testable import Storage

@Suite("Rows that are visited while they come")
struct StreamTests {
    private static func numbers(to last: Int) -> SQL {
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(last)) SELECT i, 'שלום 🏅 ' || i FROM n"
    }

    @Test("are all rows, in their order", arguments: Engine.allCases)
    func order(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        var seen: [(Int, String)] = []
        try owner.portal.database.snapshot { session in
            try session.each(Self.numbers(to: 5_000)) { row in seen.append((row.integer(), row.text())) }
        }
        #expect(seen.map(\.0) == Array(1...5_000))
        #expect(seen.last?.1 == "שלום 🏅 5000")
    }

    @Test("may be none", arguments: Engine.allCases)
    func none(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        try owner.portal.database.snapshot { session in
            try session.each("SELECT 1 WHERE 1 = 2") { _ in Issue.record("there is no row") }
        }
    }

    @Test("end when the visitor gives up, and the session goes on", arguments: Engine.allCases)
    func givesUp(engine: Engine) async throws {
        struct Enough: Error {}
        let owner = try await TemporaryDatabase(engine)
        let (count, next) = try owner.portal.database.snapshot { session in
            var count = 0
            #expect(throws: Enough.self) {
                try session.each(Self.numbers(to: 5_000)) { _ in
                    count += 1
                    if count == 3 { throw Enough() }
                }
            }
            return (count, try session.first("SELECT 7") { $0.integer() })
        }
        #expect(count == 3 && next == 7)
    }

    @Test("of a statement that fails half way are followed by its error", arguments: Engine.allCases)
    func fails(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        let failure = SQL.Words(sqlite: "abs(-9223372036854775803 - i)", postgres: "9223372036854775803 + i")
        let broken: SQL = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9)
            SELECT CASE WHEN i = 5 THEN \(failure) ELSE i END FROM n
            """
        var last = 0
        #expect(throws: SQLError.self) {
            try owner.portal.database.snapshot { session in
                try session.each(broken) { row in last = row.integer() }
            }
        }
        #expect(last < 5)
    }
}
