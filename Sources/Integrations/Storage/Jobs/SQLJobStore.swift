import Core
import Foundation

struct SQLJobStore: JobStore {
    let database: any SQLDatabase
    /// Names new jobs.
    var newID: @Sendable () -> UUID = { UUID() }

    func add(_ kind: String, payload: String, key: String, due: Date, at date: Date) async throws -> Bool {
        let id: Job.ID = ID(newID())
        return try await database.write { session in
            try session.add(id, kind, payload: payload, key: key, due: due, at: date)
        }
    }

    /// Processes that claim at the same time do not wait for each other: PostgreSQL passes over what another one
    /// is about to take; SQLite has one writer.
    func claim(_ kinds: Set<String>, at date: Date, until expiry: Date) async throws -> JobLease? {
        guard !kinds.isEmpty else { return nil }
        let passing = SQL.Words(sqlite: "", postgres: "FOR UPDATE SKIP LOCKED")
        return try await database.write { session in
            try session.first(
                """
                UPDATE job SET state = 'running', attempts = attempts + 1, token = token + 1, due_at = \(expiry)
                 WHERE id = (SELECT id FROM job
                              WHERE state IN ('waiting', 'running') AND due_at <= \(date)
                                AND kind IN \(list: kinds.sorted())
                              ORDER BY due_at, id LIMIT 1 \(passing))
                RETURNING \(Job.columns), token
                """
            ) { JobLease(job: try Job(&$0), token: $0.integer()) }
        }
    }

    func report(_ progress: Job.Progress, _ lease: JobLease, until expiry: Date) async throws {
        try await change(
            lease,
            """
            UPDATE job SET done = \(progress.done), total = \(progress.total), due_at = \(expiry)
             WHERE id = \(lease.job.id) AND token = \(lease.token) AND state = 'running'
            """
        )
    }

    func finish(_ lease: JobLease, note: String?, at date: Date) async throws {
        try await change(
            lease,
            """
            UPDATE job SET state = 'done', problem = \(note), finished_at = \(date)
             WHERE id = \(lease.job.id) AND token = \(lease.token) AND state = 'running'
            """
        )
    }

    /// Deliveries that fail are on the administrator's pages only: letters about letters have no end.
    func fail(_ lease: JobLease, problem: String, next: Date?, at date: Date) async throws {
        let state: Job.State = next == nil ? .dead : .waiting
        let statement: SQL = """
            UPDATE job SET state = \(state), problem = \(String(problem.prefix(2_000))),
                           due_at = \(next ?? date), finished_at = \(next == nil ? date : nil)
             WHERE id = \(lease.job.id) AND token = \(lease.token) AND state = 'running'
            """
        try await database.write { session in
            guard try session.execute(statement) == 1 else { throw JobError.leaseLost }
            guard next == nil, !lease.job.kind.hasPrefix("deliver.") else { return }
            try session.tellAdministrators(.jobFailed, job: lease.job.id, at: date)
        }
    }

    func postpone(_ lease: JobLease, until next: Date) async throws {
        try await change(
            lease,
            """
            UPDATE job SET state = 'waiting', attempts = attempts - 1, due_at = \(next)
             WHERE id = \(lease.job.id) AND token = \(lease.token) AND state = 'running'
            """
        )
    }

    private func change(_ lease: JobLease, _ statement: SQL) async throws {
        try await database.write { session in
            guard try session.execute(statement) == 1 else { throw JobError.leaseLost }
        }
    }

    // MARK: For administrators

    func jobs(_ state: Job.State, limit: Int) async throws -> [Job] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(Job.columns) FROM job
                 WHERE state = \(state) ORDER BY created_at DESC LIMIT \(limit)
                """
            ) { try Job(&$0) }
        }
    }

    func jobs(_ state: Job.State, of kinds: Set<String>, limit: Int) async throws -> [Job] {
        guard !kinds.isEmpty else { return [] }
        return try await database.read { session in
            try session.rows(
                """
                SELECT \(Job.columns) FROM job
                 WHERE state = \(state) AND kind IN \(list: kinds.sorted())
                 ORDER BY coalesce(finished_at, due_at) DESC, id LIMIT \(limit)
                """
            ) { try Job(&$0) }
        }
    }

    func job(_ id: Job.ID) async throws -> Job {
        let found = try await database.read { session in
            try session.first("SELECT \(Job.columns) FROM job WHERE id = \(id)") { try Job(&$0) }
        }
        guard let found else { throw JobError.notFound }
        return found
    }

    func counts() async throws -> [Job.State: Int] {
        try await database.read { session in
            let counts = try session.rows("SELECT state, count(*) FROM job GROUP BY state") { row in
                (try row.word() as Job.State, row.integer())
            }
            return Dictionary(uniqueKeysWithValues: counts)
        }
    }

    func retry(_ id: Job.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE job SET state = 'waiting', attempts = 0, due_at = \(date), finished_at = NULL
                 WHERE id = \(id) AND state = 'dead'
                """
            )
            guard changed == 1 else { throw JobError.notFound }
            try session.record(AuditEvent(at: date, actor: actor, action: .jobRetried, subject: id.rawValue))
        }
    }

    func clean(before date: Date) async throws {
        try await database.write { session in
            try session.execute("DELETE FROM job WHERE state = 'done' AND finished_at < \(date)")
            // The newest stays: SQLite counts on from it, and a number that came twice would be taken for delivered.
            try session.execute(
                "DELETE FROM outbox WHERE delivered_at < \(date) AND id < (SELECT max(id) FROM outbox)"
            )
            try session.execute("DELETE FROM award_letter WHERE noted_at < \(date)")
        }
    }
}

extension Job.State: SQLConvertible {}

extension SQLSession {
    func add(
        _ id: Job.ID,
        _ kind: String,
        payload: String,
        key: String,
        due: Date,
        at date: Date
    ) throws -> Bool {
        let added = try execute(
            """
            INSERT INTO job (id, kind, unique_key, payload, state, due_at, created_at)
            VALUES (\(id), \(kind), \(key), \(payload), 'waiting', \(due), \(date))
            ON CONFLICT (unique_key) DO NOTHING
            """
        )
        return added == 1
    }
}

extension Job {
    fileprivate static let columns = SQL.Words(
        "id, kind, payload, state, attempts, due_at, done, total, problem, created_at, finished_at"
    )

    fileprivate init(_ row: inout SQLRow) throws {
        let (id, kind, payload): (Job.ID, String, String) = (row.id(), row.text(), row.text())
        let state: State = try row.word()
        let (attempts, due, done, total) = (row.integer(), row.date(), row.optionalInteger(), row.optionalInteger())
        var progress: Progress?
        if let done, let total { progress = Progress(done: done, total: total) }
        self.init(
            id: id,
            kind: kind,
            payload: payload,
            state: state,
            attempts: attempts,
            due: due,
            progress: progress,
            problem: row.optionalText(),
            createdAt: row.date(),
            finishedAt: row.optionalDate()
        )
    }
}
