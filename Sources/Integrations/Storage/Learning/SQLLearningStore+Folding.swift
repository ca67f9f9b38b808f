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
            var folding = Folding(source: source, date: date, newID: newID)
            try folding.load(facts, session)
            for fact in facts { try folding.fold(fact, session) }
            try session.wait(for: folding.mayEarn)
            if let position { try session.store(position.cursor, of: source) }
            return FoldReport(changed: folding.changed.count, unbound: folding.unbound.count)
        }
    }

    func bindFacts(to person: Person.ID, at date: Date) async throws -> Int {
        try await database.write { session in
            let keys = Set(try session.keys(of: person))
            let expected = Set(try session.expectedPeople(behind: keys).values)
            var count = 0
            for other in expected.sorted() { count += try session.handOver(other, to: person, at: date) }
            if !expected.isEmpty { try session.wait(for: [person]) }
            return count
        }
    }
}

/// One batch of facts on its way into the database: what is known is read first, in a few statements.
private struct Folding {
    let source: SourceID
    let date: Date
    let newID: @Sendable () -> UUID
    private var known: [String: StoredFact] = [:]
    private var owners: [PersonKey: Person.ID] = [:]
    private var expected: [PersonKey: Person.ID] = [:]
    private var erased: Set<PersonKey> = []

    /// Record ids of facts that were new or newer.
    private(set) var changed: Set<String> = []
    private(set) var unbound: Set<String> = []
    private(set) var mayEarn: Set<Person.ID> = []

    init(source: SourceID, date: Date, newID: @escaping @Sendable () -> UUID) {
        self.source = source
        self.date = date
        self.newID = newID
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
        let keys = Set(facts.flatMap(\.person))
        owners = try session.owners(of: keys)
        let others = keys.subtracting(owners.keys)
        expected = try session.expectedPeople(behind: others)
        erased = try session.erasedKeys(among: others)
    }

    mutating func fold(_ fact: ProgressFact, _ session: any SQLSession) throws {
        let before = known[fact.recordID]
        guard let person = try person(of: fact, before, session),
            let now = StoredFact(fact, person: person, after: before)
        else { return }
        if let before, now.saysTheSame(as: before) {
            if now.changedAt != before.changedAt { try session.update(changedAt: now, of: source) }
        } else {
            try session.store(now, of: source, at: date)
            changed.insert(fact.recordID)
            if isExpected(fact) { unbound.insert(fact.recordID) } else { unbound.remove(fact.recordID) }
            if now.mayEarn(after: before) { mayEarn.insert(now.person) }
        }
        known[fact.recordID] = now
    }

    /// Whether nobody who ever signed in has one of the keys.
    private func isExpected(_ fact: ProgressFact) -> Bool { !fact.person.contains { owners[$0] != nil } }

    /// The person behind the strongest key that somebody has; else whom the record belonged to; else somebody whom the
    /// portal expects from now on.
    ///
    /// nil when the record names nobody, or somebody who was erased and has not come back.
    private mutating func person(
        of fact: ProgressFact,
        _ before: StoredFact?,
        _ session: any SQLSession
    ) throws -> Person.ID? {
        if let owner = fact.person.first(where: { owners[$0] != nil }).flatMap({ owners[$0] }) { return owner }
        if let before { return before.person }
        guard !fact.person.isEmpty, erased.isDisjoint(with: fact.person) else { return nil }
        let known = fact.person.first { expected[$0] != nil }.flatMap { expected[$0] }
        let person = known ?? ID(newID())
        if known == nil { try session.expect(person, at: date) }
        let fresh = fact.person.filter { expected[$0] == nil }
        try session.remember(fresh, of: person)
        for key in fresh { expected[key] = person }
        return person
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
}
