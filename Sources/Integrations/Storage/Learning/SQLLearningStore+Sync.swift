import Core
import Foundation

extension SQLLearningStore {
    func lease(_ source: SourceID, at date: Date, until expiry: Date) async throws -> SyncLease? {
        try await database.write { session in
            try session.first(
                """
                INSERT INTO sync_lease (source, token, expires_at) VALUES (\(source), 1, \(expiry))
                ON CONFLICT (source) DO UPDATE
                   SET token = sync_lease.token + 1, expires_at = excluded.expires_at
                 WHERE sync_lease.expires_at <= \(date)
                RETURNING token
                """
            ) { SyncLease(source: source, token: $0.integer()) }
        }
    }

    func renew(_ lease: SyncLease, until expiry: Date) async throws {
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE sync_lease SET expires_at = \(expiry)
                 WHERE source = \(lease.source) AND token = \(lease.token)
                """
            )
            guard changed == 1 else { throw SyncError.leaseLost }
        }
    }

    func release(_ lease: SyncLease) async throws {
        try await database.write { session in
            try session.execute(
                """
                UPDATE sync_lease SET expires_at = \(Date.distantPast)
                 WHERE source = \(lease.source) AND token = \(lease.token)
                """
            )
        }
    }

    func syncState(of source: SourceID) async throws -> SyncState {
        try await database.read { session in
            let cursor: SyncCursor? = try session.first("SELECT position FROM sync_cursor WHERE source = \(source)") {
                $0.id()
            }
            let problems = try session.rows(
                "SELECT record, reason FROM sync_problem WHERE source = \(source) ORDER BY position"
            ) { RecordProblem(record: $0.text(), reason: $0.text()) }
            let last = try session.first(
                """
                SELECT last_success_at, finished_at, status, message, activities, facts, problem_count
                  FROM sync_outcome WHERE source = \(source)
                """
            ) { row in
                (successAt: row.optionalDate(), outcome: try SyncOutcome(&row, problems))
            }
            return SyncState(cursor: cursor, last: last?.outcome, lastSuccessAt: last?.successAt)
        }
    }

    func saveOutcome(_ outcome: SyncOutcome, of source: SourceID) async throws {
        try await database.write { session in
            let successAt = outcome.health.status == .healthy ? outcome.finishedAt : nil
            try session.tellTurn(to: outcome, of: source)
            try session.execute(
                """
                INSERT INTO sync_outcome (source, finished_at, status, message, activities, facts, problem_count,
                                          last_success_at)
                VALUES (\(source), \(outcome.finishedAt), \(outcome.health.status), \(outcome.health.message),
                        \(outcome.activities), \(outcome.facts), \(outcome.problemCount), \(successAt))
                ON CONFLICT (source) DO UPDATE
                   SET finished_at = excluded.finished_at, status = excluded.status, message = excluded.message,
                       activities = excluded.activities, facts = excluded.facts,
                       problem_count = excluded.problem_count,
                       last_success_at = coalesce(excluded.last_success_at, sync_outcome.last_success_at)
                """
            )
            try session.execute("DELETE FROM sync_problem WHERE source = \(source)")
            for (position, problem) in outcome.problems.enumerated() {
                try session.execute(
                    """
                    INSERT INTO sync_problem (source, position, record, reason)
                    VALUES (\(source), \(position), \(problem.record), \(problem.reason))
                    """
                )
            }
        }
    }
}

extension SQLSession {
    /// Tells administrators when a source begins to fail, and when it is well again; not about every run in between.
    fileprivate func tellTurn(to outcome: SyncOutcome, of source: SourceID) throws {
        let last = try first("SELECT status FROM sync_outcome WHERE source = \(source)") {
            try $0.word() as SourceHealth.Status
        }
        let (failed, fails) = (last?.isFailing ?? false, outcome.health.status.isFailing)
        guard failed != fails else { return }
        try tellAdministrators(fails ? .sourceFailing : .sourceWell, source: source, at: outcome.finishedAt)
    }
}

extension SyncOutcome {
    fileprivate init(_ row: inout SQLRow, _ problems: [RecordProblem]) throws {
        let finishedAt = row.date()
        let health = SourceHealth(try row.word(), row.text())
        self.init(
            finishedAt: finishedAt,
            health: health,
            activities: row.integer(),
            facts: row.integer(),
            problems: problems,
            problemCount: row.integer()
        )
    }
}

extension SQLSession {
    /// - Throws: ``SyncError/leaseLost`` when a later lease of `source` was given.
    func require(_ lease: SyncLease, of source: SourceID) throws {
        let token = try first("SELECT token FROM sync_lease WHERE source = \(source)") { $0.integer() }
        guard lease.source == source, lease.token == token else { throw SyncError.leaseLost }
    }

    func store(_ cursor: SyncCursor, of source: SourceID) throws {
        try execute(
            """
            INSERT INTO sync_cursor (source, position) VALUES (\(source), \(cursor))
            ON CONFLICT (source) DO UPDATE SET position = excluded.position
            """
        )
    }
}
