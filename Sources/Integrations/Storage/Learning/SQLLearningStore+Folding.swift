import Core
import Foundation

extension SQLLearningStore {
    func fold(
        _ facts: [ProgressFact],
        of source: SourceID,
        at date: Date,
        position: FeedPosition?
    ) async throws -> FoldReport {
        try await database.write { session in
            if let position { try session.require(position.lease, of: source) }
            var folding = Folding(source: source, date: date)
            try folding.load(facts, session)
            for fact in facts { try folding.fold(fact, session) }
            try session.wait(for: folding.mayEarn)
            if let position { try session.store(position.cursor, of: source) }
            return FoldReport(changed: folding.changed.count, unbound: folding.unbound.count)
        }
    }

    func bindFacts(to person: Person.ID) async throws -> Int {
        try await database.write { session in
            let hashes = try session.keys(of: person).map(\.hash)
            let waiting = try session.rows(
                "SELECT DISTINCT source, record_id FROM unbound_key WHERE key_hash IN \(list: hashes)"
            ) { (source: $0.text(), record: $0.text()) }
            for fact in waiting {
                try session.execute(
                    """
                    UPDATE learning_fact SET person_id = \(person)
                     WHERE source = \(fact.source) AND record_id = \(fact.record)
                    """
                )
                try session.execute(
                    "DELETE FROM unbound_key WHERE source = \(fact.source) AND record_id = \(fact.record)"
                )
            }
            if !waiting.isEmpty { try session.wait(for: [person]) }
            return waiting.count
        }
    }
}

/// One batch of facts on its way into the database: what is known is read first, in a few statements.
private struct Folding {
    let source: SourceID
    let date: Date
    private var known: [String: StoredFact] = [:]
    private var owners: [PersonKey: Person.ID] = [:]

    /// Record ids of facts that were new or newer.
    private(set) var changed: Set<String> = []
    private(set) var unbound: Set<String> = []
    private(set) var mayEarn: Set<Person.ID> = []

    init(source: SourceID, date: Date) {
        self.source = source
        self.date = date
    }

    mutating func load(_ facts: [ProgressFact], _ session: any SQLSession) throws {
        for some in Set(facts.map(\.recordID)).sorted().chunks(ofAtMost: 500) {
            let stored = try session.rows(
                """
                SELECT \(StoredFact.columns) FROM learning_fact
                 WHERE source = \(source) AND record_id IN \(list: some)
                """
            ) { try StoredFact(&$0) }
            for fact in stored { known[fact.recordID] = fact }
        }
        owners = try session.owners(of: Set(facts.flatMap(\.person)))
    }

    mutating func fold(_ fact: ProgressFact, _ session: any SQLSession) throws {
        let before = known[fact.recordID]
        let owner = fact.person.first { owners[$0] != nil }.flatMap { owners[$0] }
        guard let now = StoredFact(fact, person: owner, after: before) else { return }
        if let before, now.saysTheSame(as: before) {
            if now.changedAt != before.changedAt { try session.update(changedAt: now, of: source) }
        } else {
            try session.store(now, of: source, at: date)
            changed.insert(fact.recordID)
            if let person = now.person, now.mayEarn(after: before) { mayEarn.insert(person) }
        }
        known[fact.recordID] = now
        if now.person == nil {
            if changed.contains(fact.recordID) { unbound.insert(fact.recordID) }
            try session.wait(now, of: source, for: fact.person)
        } else if let before, before.person == nil {
            unbound.remove(fact.recordID)
            try session.execute("DELETE FROM unbound_key WHERE source = \(source) AND record_id = \(fact.recordID)")
        }
    }
}

extension SQLSession {
    /// When the database was told is kept from the first time, so that old news does not look new.
    fileprivate func store(_ fact: StoredFact, of source: SourceID, at date: Date) throws {
        try execute(
            """
            INSERT INTO learning_fact (source, record_id, activity_id, person_id, state, percent, started_at,
                                       completed_at, changed_at, told_at)
            VALUES (\(source), \(fact.recordID), \(fact.activity), \(fact.person), \(fact.state), \(fact.percent),
                    \(fact.startedAt), \(fact.completedAt), \(fact.changedAt), \(date))
            ON CONFLICT (source, record_id) DO UPDATE
               SET activity_id = excluded.activity_id, person_id = excluded.person_id, state = excluded.state,
                   percent = excluded.percent, started_at = excluded.started_at,
                   completed_at = excluded.completed_at, changed_at = excluded.changed_at, told_at = excluded.told_at
            """
        )
    }

    fileprivate func update(changedAt fact: StoredFact, of source: SourceID) throws {
        try execute(
            """
            UPDATE learning_fact SET changed_at = \(fact.changedAt)
             WHERE source = \(source) AND record_id = \(fact.recordID)
            """
        )
    }

    /// Remembers the keys by which the fact will find its person.
    fileprivate func wait(_ fact: StoredFact, of source: SourceID, for keys: [PersonKey]) throws {
        for key in keys {
            try execute(
                """
                INSERT INTO unbound_key (key_hash, source, record_id) VALUES (\(key.hash), \(source), \(fact.recordID))
                ON CONFLICT (key_hash, source, record_id) DO NOTHING
                """
            )
        }
    }
}
