import Core
import Foundation

struct SQLLearningStore: LearningStore {
    let database: any SQLDatabase
    /// Names expected people.
    var newID: @Sendable () -> UUID = { UUID() }

    // MARK: Catalogue

    func save(_ activities: [Activity], of source: SourceID, at date: Date) async throws {
        guard !activities.isEmpty else { return }
        try await database.write { session in
            let known = try session.activities(Set(activities.map(\.ref)))
            if activities.contains(where: { known[$0.ref] != $0 }) { try Counter.badges.raise(session) }
            for activity in activities {
                try session.execute(
                    """
                    INSERT INTO activity (source, id, kind, title, search_title, link, offered, saved_at)
                    VALUES (\(source), \(activity.ref.id), \(activity.kind), \(activity.title),
                            \(SearchText.folded(activity.title)), \(activity.link), \(activity.isOffered), \(date))
                    ON CONFLICT (source, id) DO UPDATE
                       SET kind = excluded.kind, title = excluded.title, search_title = excluded.search_title,
                           link = excluded.link, offered = excluded.offered, saved_at = excluded.saved_at
                    """
                )
            }
        }
    }

    func markMissing(of source: SourceID, since date: Date) async throws {
        try await database.write { session in
            let gone = try session.execute(
                "UPDATE activity SET offered = \(false) WHERE source = \(source) AND saved_at < \(date) AND offered"
            )
            if gone > 0 { try Counter.badges.raise(session) }
        }
    }

    func activities(titled text: String, limit: Int) async throws -> [Activity] {
        guard let pattern = SearchText.pattern(containing: text) else { return [] }
        return try await database.read { session in
            try session.rows(
                """
                SELECT \(Activity.columns) FROM activity
                 WHERE offered AND search_title LIKE \(pattern) ESCAPE '\\'
                 ORDER BY search_title, source, id
                 LIMIT \(limit)
                """
            ) { try Activity(&$0) }
        }
    }

    func activities(_ refs: Set<ActivityRef>) async throws -> [ActivityRef: Activity] {
        try await database.read { try $0.activities(refs) }
    }

    // MARK: Freshness

    func refreshes(of person: Person.ID) async throws -> [SourceID: Date] {
        let rows = try await database.read { session in
            try session.rows("SELECT source, refreshed_at FROM refresh WHERE person_id = \(person)") { row in
                let source: SourceID = row.id()
                return (source, row.date())
            }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func markRefreshed(_ person: Person.ID, from source: SourceID, at date: Date) async throws {
        try await database.write(.relaxed) { session in
            try session.execute(
                """
                INSERT INTO refresh (person_id, source, refreshed_at) VALUES (\(person), \(source), \(date))
                ON CONFLICT (person_id, source) DO UPDATE SET refreshed_at = excluded.refreshed_at
                """
            )
        }
    }

    // MARK: Awards to decide

    func waitingForAwards(limit: Int) async throws -> [WaitingPerson] {
        try await database.read { session in
            try session.rows(
                "SELECT person_id, mark FROM waiting_for_awards ORDER BY mark, person_id LIMIT \(limit)"
            ) { row in
                WaitingPerson(person: row.id(), mark: row.integer())
            }
        }
    }
}

extension Activity {
    fileprivate static let columns = SQL.Words(
        "activity.source, activity.id, activity.kind, activity.title, activity.link, activity.offered"
    )

    fileprivate init(_ row: inout SQLRow) throws {
        self.init(
            ref: ActivityRef(source: row.id(), id: row.id()),
            kind: try row.word(),
            title: row.text(),
            link: row.optionalText().flatMap(URL.init(string:)),
            isOffered: row.bool()
        )
    }
}

extension SQLSession {
    fileprivate func activities(_ refs: Set<ActivityRef>) throws -> [ActivityRef: Activity] {
        var found: [ActivityRef: Activity] = [:]
        for (source, refs) in Dictionary(grouping: refs, by: \.source) {
            for some in refs.map(\.id).sorted().chunks(ofAtMost: 500) {
                let activities = try rows(
                    "SELECT \(Activity.columns) FROM activity WHERE source = \(source) AND id IN \(list: some)"
                ) { try Activity(&$0) }
                for activity in activities { found[activity.ref] = activity }
            }
        }
        return found
    }
}
