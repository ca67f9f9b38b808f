import Core
import Foundation

/// People of whom only a learning system has spoken so far.
///
/// They earn badges like everybody, so that these wait for them. All that is kept of who they are is the hash of the
/// keys under which they were named: they never agreed to more. Whoever signs in with one of the keys takes over.
extension SQLSession {
    /// The expected people whom the `keys` name.
    func expectedPeople(behind keys: Set<PersonKey>) throws -> [PersonKey: Person.ID] {
        let keysByHash = Dictionary(grouping: keys, by: \.hash)
        var found: [PersonKey: Person.ID] = [:]
        for some in keysByHash.keys.sorted().chunks(ofAtMost: 500) {
            let rows = try rows(
                "SELECT key_hash, person_id FROM expected_person_key WHERE key_hash IN \(list: some)"
            ) { (hash: $0.text(), person: $0.id() as Person.ID) }
            for row in rows { for key in keysByHash[row.hash] ?? [] { found[key] = row.person } }
        }
        return found
    }

    /// Keeps a place for somebody who may sign in one day.
    func expect(_ id: Person.ID, at date: Date) throws {
        let name = Person.expectedName
        try execute(
            """
            INSERT INTO person (id, name, search_name, created_at, expected)
            VALUES (\(id), \(name), \(SearchText.folded(name)), \(date), \(true))
            """
        )
    }

    func remember(_ keys: [PersonKey], of expected: Person.ID) throws {
        for key in keys {
            try execute(
                """
                INSERT INTO expected_person_key (key_hash, person_id) VALUES (\(key.hash), \(expected))
                ON CONFLICT (key_hash) DO NOTHING
                """
            )
        }
    }

    /// Gives `person` all that belongs to the expected person, who is no longer needed then.
    ///
    /// - Returns: how many facts.
    func handOver(_ expected: Person.ID, to person: Person.ID, at date: Date) throws -> Int {
        try settleWhatIsHeldTwice(by: person, and: expected, at: date)
        try execute("UPDATE award SET person_id = \(person) WHERE person_id = \(expected)")
        let facts = try execute("UPDATE learning_fact SET person_id = \(person) WHERE person_id = \(expected)")
        try execute("DELETE FROM waiting_for_awards WHERE person_id = \(expected)")
        try execute("DELETE FROM expected_person_key WHERE person_id = \(expected)")
        try execute("DELETE FROM person WHERE id = \(expected)")
        return facts
    }

    /// A badge that both have is held once, by the better award; the other one goes on answering at its address.
    ///
    /// Who may see the badge stays as `person` chose, and whoever took it does not have to take it again.
    func settleWhatIsHeldTwice(by person: Person.ID, and other: Person.ID, at date: Date) throws {
        for pair in try awardsHeldTwice(by: person, and: other) {
            let isTheirs = pair.theirs.isBetter(than: pair.own, at: date)
            let (kept, left) = isTheirs ? (pair.theirs, pair.own) : (pair.own, pair.theirs)
            try execute("UPDATE award SET superseded_by = \(kept.id) WHERE id = \(left.id)")
            if isTheirs {
                try execute(
                    """
                    UPDATE award
                       SET visibility = (SELECT own.visibility FROM award AS own WHERE own.id = \(left.id)),
                           claimed_at = coalesce(claimed_at,
                                                 (SELECT own.claimed_at FROM award AS own WHERE own.id = \(left.id)))
                     WHERE id = \(kept.id)
                    """
                )
            }
            try execute("UPDATE badge_class SET holders = holders - 1 WHERE id = \(pair.badge)")
        }
    }

    func awardsHeldTwice(
        by person: Person.ID,
        and other: Person.ID
    ) throws -> [(badge: BadgeClass.ID, theirs: AwardWorth, own: AwardWorth)] {
        try rows(
            """
            SELECT theirs.badge_id, theirs.id, theirs.suspended_at, theirs.expires_at,
                   own.id, own.suspended_at, own.expires_at
              FROM award AS theirs
              JOIN award AS own ON own.badge_id = theirs.badge_id AND own.person_id = \(person)
             WHERE theirs.person_id = \(other)
               AND theirs.revoked_at IS NULL AND theirs.superseded_by IS NULL
               AND own.revoked_at IS NULL AND own.superseded_by IS NULL
            """
        ) { (badge: $0.id() as BadgeClass.ID, theirs: AwardWorth(&$0), own: AwardWorth(&$0)) }
    }
}

/// What decides which of two awards of a badge is kept.
struct AwardWorth {
    let id: Award.ID
    private let isSuspended: Bool
    private let expires: Date

    init(_ row: inout SQLRow) {
        id = row.id()
        isSuspended = row.optionalDate() != nil
        expires = row.optionalDate() ?? .distantFuture
    }

    /// What counts beats what is on hold or has run out; of two alike, what is good for longer.
    func isBetter(than other: Self, at date: Date) -> Bool {
        if isSuspended != other.isSuspended { return other.isSuspended }
        return max(expires, date) > max(other.expires, date)
    }
}
