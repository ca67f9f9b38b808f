import Core
import Foundation

/// Foundation has a class of the same name.
private typealias Progress = Core.Progress

extension SQLLearningStore {
    func progress(of person: Person.ID) async throws -> [Core.Progress] {
        let records = try await database.read { session in
            try session.rows("SELECT \(Progress.columns) FROM learning_fact WHERE person_id = \(person)") { row in
                row.skip(1)
                return try Progress(&row)
            }
        }
        return Progress.strongest(of: records)
    }

    func progress(of people: [Person.ID]) async throws -> [Person.ID: [Core.Progress]] {
        try await database.read { session in
            var found: [Person.ID: [Progress]] = [:]
            for some in people.chunks(ofAtMost: 500) {
                let records = try session.rows(
                    "SELECT \(Progress.columns) FROM learning_fact WHERE person_id IN \(list: some)"
                ) { row in
                    let person: Person.ID = row.id()
                    return (person, try Progress(&row))
                }
                for (person, progress) in records { found[person, default: []].append(progress) }
            }
            return found.mapValues { Progress.strongest(of: $0) }
        }
    }

    func unboundFacts() async throws -> Int {
        try await database.read { session in
            try session.first(
                "SELECT count(*) FROM person JOIN learning_fact ON person_id = person.id WHERE expected"
            ) { $0.integer() } ?? 0
        }
    }
}

extension Core.Progress {
    fileprivate static let columns = SQL.Words(
        """
        learning_fact.person_id, learning_fact.source, learning_fact.activity_id, learning_fact.record_id,
        learning_fact.state, learning_fact.percent, learning_fact.completed_at, learning_fact.told_at
        """
    )

    /// Without the first column, the person.
    fileprivate init(_ row: inout SQLRow) throws {
        self.init(
            activity: ActivityRef(source: row.id(), id: row.id()),
            recordID: row.text(),
            state: try row.word(),
            percent: row.optionalReal().map(Percent.init(clamping:)),
            completedAt: row.optionalDate(),
            asOf: row.date()
        )
    }

    /// One for each activity, in a fixed order: an activity may have several records, one a year for example.
    fileprivate static func strongest(of records: [Self]) -> [Self] {
        var strongest: [ActivityRef: Progress] = [:]
        for record in records {
            if let other = strongest[record.activity], !record.isStronger(than: other) { continue }
            strongest[record.activity] = record
        }
        return strongest.values.sorted { ($0.activity.source, $0.activity.id) < ($1.activity.source, $1.activity.id) }
    }

    /// The newest completion counts most, then what is in progress, then the latest word.
    private func isStronger(than other: Self) -> Bool {
        let (mine, others) = (rank, other.rank)
        guard mine == others else { return mine > others }
        let (date, otherDate) = (completedAt ?? asOf, other.completedAt ?? other.asOf)
        return date == otherDate ? recordID > other.recordID : date > otherDate
    }

    private var rank: Int {
        switch state {
        case .completed: 2
        case .inProgress: 1
        case .notStarted, .failed, .withdrawn: 0
        }
    }
}
