import Core
import Foundation

struct SQLAccountStore: AccountStore {
    let database: any SQLDatabase

    func sessions(of person: Person.ID, at date: Date) async throws -> [Session] {
        let all = try await database.read { session in
            try session.rows(
                """
                SELECT token_hash, form_token, started_at, seen_at, provider, subject, stay, hint, stay_until,
                       agent
                  FROM session WHERE person_id = \(person) ORDER BY seen_at DESC, token_hash LIMIT 200
                """
            ) { Session(&$0, of: person) }
        }
        return all.filter { !$0.isOver(at: date) }
    }

    func end(_ token: TokenHash, of person: Person.ID, at date: Date) async throws {
        try await database.write { session in
            let ended = try session.execute(
                "DELETE FROM session WHERE token_hash = \(token) AND person_id = \(person)"
            )
            try session.noteEnd(of: ended, person, by: .person(person), at: date)
        }
    }

    func endSessions(of person: Person.ID, except token: TokenHash?, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            try session.endSessions(of: person, except: token, by: actor, at: date)
        }
    }

    func endSessions(of provider: ProviderID, _ ended: EndedStay, at date: Date) async throws -> Int {
        guard ended.stay != nil || ended.subject != nil || ended.hint != nil else { return 0 }
        return try await database.write { session in
            let people: [Person.ID] = try session.rows(
                """
                DELETE FROM session WHERE provider = \(provider)
                   AND (\(ended.stay == nil) OR stay = \(ended.stay ?? ""))
                   AND (\(ended.subject == nil) OR subject = \(ended.subject ?? ""))
                   AND (\(ended.hint == nil) OR hint = \(ended.hint ?? ""))
                RETURNING person_id
                """
            ) { $0.id() }
            for (person, sessions) in Dictionary(grouping: people, by: \.self) {
                try session.noteEnd(of: sessions.count, person, by: .person(person), at: date)
            }
            return people.count
        }
    }

    func close(_ person: Person.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            guard try session.person(person).deactivatedAt == nil else { return }
            if try session.person(person).roles.contains(.administrator),
                try !session.hasAdministrator(besides: person)
            {
                throw PersonError.lastAdministrator
            }
            try session.close(person, by: actor, at: date)
        }
    }

    func reopen(_ person: Person.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            guard try session.person(person).deactivatedAt != nil else { return }
            try session.reopen(person, by: actor, at: date)
        }
    }
}

extension SQLSession {
    func close(_ person: Person.ID, by actor: Actor, at date: Date) throws {
        try execute("UPDATE person SET deactivated_at = \(date) WHERE id = \(person)")
        try execute("DELETE FROM emergency_link WHERE person_id = \(person)")
        try endSessions(of: person, except: nil, by: actor, at: date)
        try record(AuditEvent(at: date, actor: actor, action: .personClosed, subject: person.rawValue))
        if try privateAddress(of: person) != nil {
            try post(.personLeft, PersonMessage(person: person), at: date)
        }
    }

    func reopen(_ person: Person.ID, by actor: Actor, at date: Date) throws {
        try execute("UPDATE person SET deactivated_at = NULL WHERE id = \(person)")
        try record(AuditEvent(at: date, actor: actor, action: .personReopened, subject: person.rawValue))
    }

    func endSessions(of person: Person.ID, except token: TokenHash?, by actor: Actor, at date: Date) throws {
        let ended = try execute(
            "DELETE FROM session WHERE person_id = \(person) AND token_hash <> \(token?.description ?? "")"
        )
        try noteEnd(of: ended, person, by: actor, at: date)
    }

    fileprivate func noteEnd(of count: Int, _ person: Person.ID, by actor: Actor, at date: Date) throws {
        guard count > 0 else { return }
        let event = AuditEvent(
            at: date,
            actor: actor,
            action: .sessionsEnded,
            subject: person.rawValue,
            detail: String(count)
        )
        try record(event)
    }
}

extension Session {
    fileprivate init(_ row: inout SQLRow, of person: Person.ID) {
        self.init(
            token: TokenHash(stored: row.text()),
            person: person,
            formToken: row.text(),
            startedAt: row.date(),
            seenAt: row.date()
        )
        self.readOrigin(&row)
    }

    /// provider, subject, stay, hint, stay_until, agent.
    mutating func readOrigin(_ row: inout SQLRow) {
        let (provider, subject) = (row.text(), row.text())
        if !provider.isEmpty { identity = ExternalIdentity(provider: ID(provider), subject: subject) }
        stay = ProviderStay(id: row.optionalText(), hint: row.optionalText(), until: row.optionalDate())
        agent = row.text()
    }
}
