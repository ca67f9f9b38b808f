import Core
import Foundation

extension SQLPersonStore {
    func set(_ role: Role, of person: Person.ID, to granted: Bool, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            let roles = try session.person(person).roles
            if granted {
                // Also beside the same role from a provider, whose groups may go.
                try session.give(role, to: person, from: "")
            }
            guard roles.contains(role) != granted else { return }
            if !granted {
                if role == .administrator, try !session.hasAdministrator(besides: person) {
                    throw PersonError.lastAdministrator
                }
                try session.execute("DELETE FROM person_role WHERE person_id = \(person) AND role = \(role)")
            }
            try session.note(granted ? .roleGranted : .roleTaken, role, of: person, by: actor, at: date)
        }
    }

    func grant(_ role: Role, to email: EmailAddress, by actor: Actor, at date: Date) async throws -> Bool {
        try await database.write { session in
            if let person = try session.owner(of: email) {
                let hadIt = try session.person(person).roles.contains(role)
                guard try session.give(role, to: person, from: ""), !hadIt else { return true }
                try session.note(.roleGranted, role, of: person, by: actor, at: date)
                return true
            }
            let isNew = try session.execute(
                """
                INSERT INTO role_grant (email, role, granted_by, granted_at)
                VALUES (\(email), \(role), \(actor), \(date))
                ON CONFLICT (email, role) DO NOTHING
                """
            )
            if isNew == 1 {
                try session.record(
                    AuditEvent(at: date, actor: actor, action: .roleGranted, subject: "\(email)", detail: role.rawValue)
                )
            }
            return false
        }
    }
}

extension SQLSession {
    /// Remembers the role as given by `origin`: "" for the portal itself, otherwise a provider.
    ///
    /// - Returns: whether that is new.
    @discardableResult
    fileprivate func give(_ role: Role, to person: Person.ID, from origin: String) throws -> Bool {
        let given = try execute(
            """
            INSERT INTO person_role (person_id, role, origin) VALUES (\(person), \(role), \(origin))
            ON CONFLICT (person_id, role, origin) DO NOTHING
            """
        )
        return given == 1
    }

    func hasAdministrator(besides person: Person.ID) throws -> Bool {
        try finds(
            """
            SELECT 1 FROM person_role JOIN person ON person.id = person_role.person_id
             WHERE person_role.role = 'administrator' AND person.deactivated_at IS NULL AND person.id <> \(person)
             LIMIT 1
            """
        )
    }

    fileprivate func note(
        _ action: AuditEvent.Action,
        _ role: Role,
        of person: Person.ID,
        by actor: Actor,
        at date: Date
    ) throws {
        try record(AuditEvent(at: date, actor: actor, action: action, subject: person.rawValue, detail: role.rawValue))
    }

    /// Takes the word of `origin` for the roles that come from it; what the portal or others gave stays.
    func takeOver(
        _ roles: Set<Role>?,
        from origin: String,
        of person: Person.ID,
        by actor: Actor,
        at date: Date
    ) throws {
        guard let roles else { return }
        let before = try self.person(person).roles
        try execute("DELETE FROM person_role WHERE person_id = \(person) AND origin = \(origin)")
        for role in roles { try give(role, to: person, from: origin) }
        let after = try self.person(person).roles
        for role in Role.allCases where before.contains(role) != after.contains(role) {
            let action: AuditEvent.Action = after.contains(role) ? .roleGranted : .roleTaken
            try note(action, role, of: person, by: actor, at: date)
        }
    }

    /// Gives what was granted to the person's addresses before.
    func giveGrantedRoles(to person: Person.ID, at date: Date) throws {
        let roles: [Role] = try rows(
            """
            DELETE FROM role_grant
             WHERE email IN (SELECT email FROM person_email WHERE person_id = \(person))
            RETURNING role
            """
        ) { try $0.word() }
        for role in Set(roles) where try give(role, to: person, from: "") {
            try note(.roleGranted, role, of: person, by: .person(person), at: date)
        }
    }
}
