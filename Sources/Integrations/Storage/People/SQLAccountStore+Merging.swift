import Core
import Foundation

extension SQLAccountStore {
    func preview(merging person: Person.ID, into other: Person.ID) async throws -> MergePreview {
        guard person != other else { throw PersonError.samePerson }
        return try await database.read { session in
            MergePreview(
                from: try session.person(person),
                into: try session.person(other),
                awards: try session.count("SELECT count(*) FROM award WHERE person_id = \(person)"),
                doubles: try session.awardsHeldTwice(by: other, and: person).count,
                identities: try session.count("SELECT count(*) FROM external_identity WHERE person_id = \(person)"),
                keptAwards: try session.count("SELECT count(*) FROM award WHERE person_id = \(other)"),
                keptIdentities: try session.count("SELECT count(*) FROM external_identity WHERE person_id = \(other)")
            )
        }
    }

    func merge(_ person: Person.ID, into other: Person.ID, by actor: Actor, at date: Date) async throws {
        guard person != other else { throw PersonError.samePerson }
        try await database.write { session in
            _ = try session.person(person)
            guard try session.person(other).deactivatedAt == nil else { throw PersonError.deactivated }
            try session.settleWhatIsHeldTwice(by: other, and: person, at: date)
            try session.execute("UPDATE award SET person_id = \(other) WHERE person_id = \(person)")
            try session.execute("UPDATE award_letter SET person_id = \(other) WHERE person_id = \(person)")
            try session.execute("UPDATE collection SET person_id = \(other) WHERE person_id = \(person)")
            try session.execute("DELETE FROM profile WHERE person_id = \(person)")
            try session.execute("UPDATE learning_fact SET person_id = \(other) WHERE person_id = \(person)")
            try session.execute("UPDATE external_identity SET person_id = \(other) WHERE person_id = \(person)")
            try session.execute("UPDATE directory_user SET person_id = \(other) WHERE person_id = \(person)")
            try session.moveAddresses(of: person, to: other)
            try session.moveImports(of: person, to: other)
            try session.moveRoles(of: person, to: other)
            try session.execute("DELETE FROM waiting_for_awards WHERE person_id = \(person)")
            try session.close(person, by: actor, at: date)
            try session.wait(for: [other])
            let event = AuditEvent(
                at: date,
                actor: actor,
                action: .peopleMerged,
                subject: other.rawValue,
                detail: person.rawValue
            )
            try session.record(event)
        }
    }
}

extension SQLSession {
    fileprivate func count(_ statement: SQL) throws -> Int { try first(statement) { $0.integer() } ?? 0 }

    fileprivate func moveAddresses(of person: Person.ID, to other: Person.ID) throws {
        let next = try count("SELECT coalesce(max(position) + 1, 0) FROM person_email WHERE person_id = \(other)")
        try execute(
            """
            UPDATE person_email SET person_id = \(other), position = position + \(next)
             WHERE person_id = \(person)
            """
        )
    }

    fileprivate func moveRoles(of person: Person.ID, to other: Person.ID) throws {
        try execute(
            """
            INSERT INTO person_role (person_id, role, origin)
            SELECT \(other), role, origin FROM person_role WHERE person_id = \(person)
            ON CONFLICT (person_id, role, origin) DO NOTHING
            """
        )
        try execute("DELETE FROM person_role WHERE person_id = \(person)")
    }
}
