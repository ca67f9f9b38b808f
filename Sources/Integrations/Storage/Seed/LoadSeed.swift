package import Core
package import Foundation

/// A made-up organisation to measure with: always the same people, badges and awards for the same numbers.
///
/// Every person has awards of several years (some taken back, some run out, most claimed), facts that belong to
/// some of them, and three badges that they are half-way to.
package struct LoadSeed: Sendable {
    package var people: Int
    package var badges: Int
    /// At most one of each badge for each person; the rest is left out.
    package var awards: Int
    /// How many people are signed in, each with the token ``sessionToken(_:)``.
    package var sessions: Int

    package init(people: Int, badges: Int, awards: Int, sessions: Int = 0) {
        self.people = max(people, 1)
        self.badges = max(badges, 1)
        self.awards = min(max(awards, 0), self.people * self.badges)
        self.sessions = min(max(sessions, 0), self.people)
    }

    /// The source that all facts and activities come from.
    package static let source: SourceID = "load"

    /// The token of the session of the person with this number, from 0; everybody can guess it.
    package static func sessionToken(_ number: Int) -> String { "load-session-\(number)" }

    /// How many badges a person is half-way to, and how many of the held ones have their facts.
    static let (begun, proven) = (3, 2)

    /// How often everybody gets an award, and then some get one more.
    var rounds: Int { (awards + people - 1) / people }

    /// The badge that a person gets in a round; another one in each round.
    func badge(of person: Int, round: Int) -> Int { (person * 31 + round) % badges }
}

/// How far a load is.
package struct LoadProgress: Sendable, Equatable {
    package var step: String
    package var done: Int
    package var total: Int
}

extension PortalDatabase {
    /// Fills an empty, migrated database with `seed`.
    ///
    /// - Parameter date: the day that it all leads up to; sessions start then.
    /// - Parameter report: is told after every transaction.
    /// - Throws: ``StorageError/notEmpty``.
    package func load(
        _ seed: LoadSeed,
        at date: Date,
        report: @escaping @Sendable (LoadProgress) -> Void = { _ in }
    ) async throws {
        let isEmpty = try await database.read { session in
            try !session.finds("SELECT 1 FROM person LIMIT 1") && !session.finds("SELECT 1 FROM badge_class LIMIT 1")
        }
        guard isEmpty else { throw StorageError.notEmpty }
        let loading = Loading(seed: seed, date: date.stored, database: database, report: report)
        try await loading.run()
    }
}

/// A load on its way: steps of many rows, in transactions of some thousands.
private struct Loading {
    let seed: LoadSeed
    let date: Date
    let database: any SQLDatabase
    let report: @Sendable (LoadProgress) -> Void

    private static let rowsPerTransaction = 20_000

    func run() async throws {
        let (seed, date) = (seed, date)
        try await step("Badges", seed.badges) { try seed.insertBadge($0, at: date, $1) }
        try await step("People", seed.people) { try seed.insertPerson($0, at: date, $1) }
        try await bulk("Awards", seed.awards, into: "award", LoadSeed.awardColumns) { number, add in
            try add(seed.award(number, at: date))
        }
        try await database.write(.relaxed) { try seed.insertStatusLists($0) }
        try await bulk("Proofs", seed.awards, into: "award_proof", LoadSeed.proofColumns) { number, add in
            try add(seed.proof(of: number))
        }
        try await bulk("Progress", seed.people, into: "learning_fact", LoadSeed.factColumns) { person, add in
            try seed.addFacts(of: person, at: date, add)
        }
        try await step("Sessions", seed.sessions) { try seed.insertSession($0, at: date, $1) }
        // The only one that waits for the disk, and with it for all before.
        try await database.write { session in
            try session.allowBulk(database.dialect)
            try session.execute(
                """
                UPDATE badge_class SET holders =
                       (SELECT count(*) FROM award
                         WHERE badge_id = badge_class.id AND revoked_at IS NULL AND superseded_by IS NULL)
                """
            )
            try session.execute(
                """
                UPDATE status_list SET changes =
                       (SELECT count(*) FROM award JOIN award_proof ON award_proof.award_id = award.id
                         WHERE award.revoked_at IS NOT NULL AND award_proof.list = status_list.number)
                """
            )
            try Counter.badges.raise(session)
        }
    }

    /// The big tables, in the fastest way that the database has.
    private func bulk(
        _ name: String,
        _ count: Int,
        into table: String,
        _ columns: [String],
        _ rows: @escaping @Sendable (Int, ([SQLValue]) throws -> Void) throws -> Void
    ) async throws {
        try await step(name, count) { numbers, session in
            try session.insert(into: table, columns: columns) { add in
                for number in numbers { try rows(number, add) }
            }
        }
    }

    private func step(
        _ name: String,
        _ count: Int,
        _ insert: @escaping @Sendable (Int, any SQLSession) throws -> Void
    ) async throws {
        try await step(name, count) { numbers, session in
            for number in numbers { try insert(number, session) }
        }
    }

    private func step(
        _ name: String,
        _ count: Int,
        _ insert: @escaping @Sendable (Range<Int>, any SQLSession) throws -> Void
    ) async throws {
        for start in stride(from: 0, to: count, by: Self.rowsPerTransaction) {
            let end = min(start + Self.rowsPerTransaction, count)
            try await database.write(.relaxed) { session in
                try session.allowBulk(database.dialect)
                try insert(start..<end, session)
            }
            report(LoadProgress(step: name, done: end, total: count))
        }
    }
}

extension SQLSession {
    /// Many rows at once take as long as they take, and go into indexes that memory should hold (256 MiB).
    fileprivate func allowBulk(_ dialect: SQLDialect) throws {
        switch dialect {
        case .postgres: try execute("SET LOCAL statement_timeout = 0")
        case .sqlite: try execute("PRAGMA cache_size = -262144")
        }
    }
}
