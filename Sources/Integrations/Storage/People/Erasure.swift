import Core
import Foundation

/// What erasing a person takes away, by subject; the order matters only where one row names another.
extension SQLSession {
    /// Learning systems go on naming them: what they tell is not kept until the person comes back.
    func rememberErased(_ keys: [PersonKey]) throws {
        for key in keys {
            try execute("INSERT INTO erased_key (key_hash) VALUES (\(key.hash)) ON CONFLICT (key_hash) DO NOTHING")
        }
    }

    /// Those of the `keys` that named somebody who was erased.
    func erasedKeys(among keys: Set<PersonKey>) throws -> Set<PersonKey> {
        let keysByHash = Dictionary(grouping: keys, by: \.hash)
        var found: Set<PersonKey> = []
        for some in keysByHash.keys.sorted().chunks(ofAtMost: 500) {
            let hashes = try rows("SELECT key_hash FROM erased_key WHERE key_hash IN \(list: some)") { $0.text() }
            for hash in hashes { found.formUnion(keysByHash[hash] ?? []) }
        }
        return found
    }

    func eraseLearning(of person: Person.ID) throws {
        try execute("DELETE FROM learning_fact WHERE person_id = \(person)")
        try execute("DELETE FROM refresh WHERE person_id = \(person)")
        try execute("DELETE FROM waiting_for_awards WHERE person_id = \(person)")
        try execute("DELETE FROM expected_person_key WHERE person_id = \(person)")
    }

    func eraseImports(of person: Person.ID) throws {
        try execute(
            """
            DELETE FROM imported_file WHERE badge_id IN (SELECT id FROM imported_badge WHERE person_id = \(person))
            """
        )
        try execute("DELETE FROM imported_badge WHERE person_id = \(person)")
        try execute("DELETE FROM badge_check WHERE person_id = \(person)")
    }

    /// What the person wrote, and what others wrote about them.
    ///
    /// Nobody sees the awards any more. Why one was taken back stood in public lists, which keep the entry and say no
    /// more than that; a rule that is met again in another account gives another award.
    func eraseWords(about person: Person.ID) throws {
        let reason = "It was taken back."
        try execute(
            """
            UPDATE award
               SET visibility = 'owner', evidence = '[]', narrative = '',
                   award_key = CASE WHEN award_key IS NULL THEN NULL ELSE 'erased ' || id END,
                   revocation_reason = CASE WHEN revocation_reason IS NULL THEN NULL ELSE \(reason) END,
                   suspension_reason = CASE WHEN suspension_reason IS NULL THEN NULL ELSE \(reason) END
             WHERE person_id = \(person)
            """
        )
        try execute("DELETE FROM profile WHERE person_id = \(person)")
        try execute("DELETE FROM collection WHERE person_id = \(person)")
        try execute(
            """
            UPDATE audit_event SET detail = ''
             WHERE action IN \(list: [AuditEvent.Action.awardRevoked, .awardSuspended].map(\.rawValue))
               AND subject IN (SELECT id FROM award WHERE person_id = \(person))
            """
        )
        try execute(
            """
            UPDATE audit_event SET subject = \(person)
             WHERE subject IN (SELECT email FROM person_email WHERE person_id = \(person))
            """
        )
        try execute(
            """
            UPDATE award_list_row SET address = '', note = ''
             WHERE award_id IN (SELECT id FROM award WHERE person_id = \(person))
                OR lower(trim(address)) IN (SELECT email FROM person_email WHERE person_id = \(person))
            """
        )
    }

    /// Also those that were sent: codes name the address that they went to.
    func eraseMessages(to person: Person.ID) throws {
        let mark = "%\"person\":\"\(person.rawValue)\"%"
        try execute("DELETE FROM outbox WHERE CAST(payload AS text) LIKE \(mark)")
        try execute("DELETE FROM job WHERE CAST(payload AS text) LIKE \(mark)")
        try execute("DELETE FROM award_letter WHERE person_id = \(person)")
    }

    /// Sessions take along what was posted in them.
    func eraseAccess(of person: Person.ID) throws {
        try execute("DELETE FROM session WHERE person_id = \(person)")
        try execute("DELETE FROM emergency_link WHERE person_id = \(person)")
        try execute("DELETE FROM leaver_visit WHERE person_id = \(person)")
        try execute("DELETE FROM address_proof WHERE person_id = \(person)")
        try execute("DELETE FROM directory_user WHERE person_id = \(person)")
        try execute("DELETE FROM directory_leaver WHERE person_id = \(person)")
        try execute("DELETE FROM external_identity WHERE person_id = \(person)")
        try execute("DELETE FROM person_email WHERE person_id = \(person)")
        try execute("DELETE FROM person_role WHERE person_id = \(person)")
    }
}
