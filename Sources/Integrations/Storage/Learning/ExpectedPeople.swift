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
    func handOver(_ expected: Person.ID, to person: Person.ID) throws -> Int {
        try supersedeWhatIsHeld(by: person, of: expected)
        try execute("UPDATE award SET person_id = \(person) WHERE person_id = \(expected)")
        let facts = try execute("UPDATE learning_fact SET person_id = \(person) WHERE person_id = \(expected)")
        try execute("DELETE FROM waiting_for_awards WHERE person_id = \(expected)")
        try execute("DELETE FROM expected_person_key WHERE person_id = \(expected)")
        try execute("DELETE FROM person WHERE id = \(expected)")
        return facts
    }

    /// A badge that both have is held once; the other award goes on answering at its address.
    func supersedeWhatIsHeld(by person: Person.ID, of other: Person.ID) throws {
        for pair in try awardsHeldTwice(by: person, and: other) {
            try execute("UPDATE award SET superseded_by = \(pair.own) WHERE id = \(pair.theirs)")
            try execute("UPDATE badge_class SET holders = holders - 1 WHERE id = \(pair.badge)")
        }
    }

    func awardsHeldTwice(
        by person: Person.ID,
        and other: Person.ID
    ) throws -> [(theirs: Award.ID, badge: BadgeClass.ID, own: Award.ID)] {
        try rows(
            """
            SELECT theirs.id, theirs.badge_id, own.id FROM award AS theirs
              JOIN award AS own ON own.badge_id = theirs.badge_id AND own.person_id = \(person)
             WHERE theirs.person_id = \(other)
               AND theirs.revoked_at IS NULL AND theirs.superseded_by IS NULL
               AND own.revoked_at IS NULL AND own.superseded_by IS NULL
            """
        ) { (theirs: $0.id() as Award.ID, badge: $0.id() as BadgeClass.ID, own: $0.id() as Award.ID) }
    }
}
