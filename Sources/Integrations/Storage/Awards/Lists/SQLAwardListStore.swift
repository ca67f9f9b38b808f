import Core
import Foundation

struct SQLAwardListStore: AwardListStore {
    let database: any SQLDatabase
    /// Names new awards and jobs.
    var newID: @Sendable () -> UUID = { UUID() }

    func add(_ list: AwardList, _ rows: [ListedPerson]) async throws -> AwardList {
        try await database.write { session in
            try session.execute(
                """
                INSERT INTO award_list
                       (id, badge_id, created_by, name, state, created_at, address_column, note_column)
                VALUES (\(list.id), \(list.badge), \(list.createdBy), \(list.name), 'checked', \(list.createdAt),
                        \(list.columns.address), \(list.columns.note))
                """
            )
            for row in try session.checked(rows, for: list.badge, at: list.createdAt) {
                try session.execute(
                    """
                    INSERT INTO award_list_row (list_id, line, address, note, problem)
                    VALUES (\(list.id), \(row.line), \(row.address), \(row.note), \(row.problem?.rawValue))
                    """
                )
            }
            return try session.list(list.id)
        }
    }

    func list(_ id: AwardList.ID) async throws -> AwardList {
        try await database.read { try $0.list(id) }
    }

    func lists(by person: Person.ID, limit: Int) async throws -> [AwardList] {
        try await database.read { session in
            let ids = try session.rows(
                """
                SELECT id FROM award_list WHERE created_by = \(person) ORDER BY created_at DESC, id LIMIT \(limit)
                """
            ) { $0.id() as AwardList.ID }
            return try ids.map { try session.list($0) }
        }
    }

    func rows(_ id: AwardList.ID, onlyProblems: Bool, after line: Int, limit: Int) async throws -> [ListedPerson] {
        let condition =
            onlyProblems ? SQL.Words("AND problem IS NOT NULL") : SQL.Words("")
        return try await database.read { session in
            try session.rows(
                """
                SELECT line, address, note, problem, award_id FROM award_list_row
                 WHERE list_id = \(id) AND line > \(line) \(condition) ORDER BY line LIMIT \(limit)
                """
            ) { try ListedPerson(&$0) }
        }
    }

    func start(_ id: AwardList.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE award_list SET state = 'giving', started_at = \(date)
                 WHERE id = \(id) AND state IN ('checked', 'stopped')
                """
            )
            guard changed == 1 else {
                _ = try session.list(id)
                throw AwardListError.startedAlready
            }
            try addJob(for: id, at: date, session)
            try session.record(AuditEvent(at: date, actor: actor, action: .listStarted, subject: id.rawValue))
        }
    }

    func stop(_ id: AwardList.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            let changed = try session.execute(
                "UPDATE award_list SET state = 'stopped' WHERE id = \(id) AND state = 'giving'"
            )
            guard changed == 1 else { return _ = try session.list(id) }
            try session.record(AuditEvent(at: date, actor: actor, action: .listStopped, subject: id.rawValue))
        }
    }

    func undo(_ id: AwardList.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            guard try session.list(id).canBeUndone(at: date) else { throw AwardListError.tooLateToUndo }
            try session.execute("UPDATE award_list SET state = 'undoing' WHERE id = \(id)")
            try addJob(for: id, at: date, session)
            try session.record(AuditEvent(at: date, actor: actor, action: .listUndone, subject: id.rawValue))
        }
    }

    private func addJob(for list: AwardList.ID, at date: Date, _ session: any SQLSession) throws {
        let id = newID()
        let payload = try StoredJSON.text(AwardListJob(list: list))
        let key = "\(AwardListJob.kind).\(list).\(id)"
        _ = try session.add(ID(id), AwardListJob.kind, payload: payload, key: key, due: date, at: date)
    }
}

extension ListedPerson {
    fileprivate init(_ row: inout SQLRow) throws {
        self.init(line: row.integer(), address: row.text(), note: row.text())
        let problem = row.optionalText()
        self.problem = problem.flatMap(Problem.init)
        award = row.optionalID()
    }
}

extension SQLSession {
    /// - Throws: ``Core/AwardListError/notFound``.
    func list(_ id: AwardList.ID) throws -> AwardList {
        let found = try first(
            """
            SELECT award_list.id, badge_id, slug, created_by, name, award_list.created_at, address_column, note_column,
                   state, started_at
              FROM award_list JOIN badge_class ON badge_class.id = award_list.badge_id
             WHERE award_list.id = \(id)
            """
        ) { row in
            AwardList(
                id: row.id(),
                badge: row.id(),
                slug: try row.slug(),
                createdBy: row.id(),
                name: row.text(),
                createdAt: row.date(),
                columns: AwardList.Columns(address: row.optionalText(), note: row.optionalText()),
                state: try row.word(),
                startedAt: row.optionalDate()
            )
        }
        guard var list = found else { throw AwardListError.notFound }
        list.counts = try counts(of: id)
        return list
    }

    private func counts(of list: AwardList.ID) throws -> AwardList.Counts {
        let rows = try rows(
            """
            SELECT problem, CASE WHEN award_id IS NULL THEN 0 ELSE 1 END, taken_back, count(*)
              FROM award_list_row WHERE list_id = \(list) GROUP BY 1, 2, 3
            """
        ) { row in
            (problem: row.optionalText(), isGiven: row.integer() == 1, isTakenBack: row.bool(), count: row.integer())
        }
        var counts = AwardList.Counts()
        for row in rows {
            if let problem = row.problem.flatMap(ListedPerson.Problem.init) {
                counts.problems[problem, default: 0] += row.count
            } else if row.isTakenBack {
                counts.takenBack += row.count
            } else if row.isGiven {
                counts.given += row.count
            } else {
                counts.ready += row.count
            }
        }
        return counts
    }
}

extension AwardList.State: SQLConvertible {}
