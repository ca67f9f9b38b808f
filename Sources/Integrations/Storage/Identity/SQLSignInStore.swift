import Core
import Foundation

struct SQLSignInStore: SignInStore {
    let database: any SQLDatabase
    /// Names new people.
    var newID: @Sendable () -> UUID = { UUID() }

    func begin(_ flow: PendingSignIn) async throws {
        try await database.write(.relaxed) { session in
            let over = flow.startedAt - SignInFlow.limit
            try session.execute("DELETE FROM pending_sign_in WHERE started_at <= \(over)")
            try session.execute(
                """
                INSERT INTO pending_sign_in (handle_hash, provider, browser_hash, return_to, started_at)
                VALUES (\(flow.handle), \(flow.provider), \(flow.browser), \(flow.returnTo), \(flow.startedAt))
                """
            )
        }
    }

    func take(_ handle: TokenHash, at date: Date) async throws -> PendingSignIn? {
        let taken = try await database.write { session in
            try session.first(
                """
                DELETE FROM pending_sign_in WHERE handle_hash = \(handle)
                RETURNING provider, browser_hash, return_to, started_at
                """
            ) { row in
                PendingSignIn(
                    handle: handle,
                    provider: row.id(),
                    browser: TokenHash(stored: row.text()),
                    returnTo: row.text(),
                    startedAt: row.date()
                )
            }
        }
        guard let taken, taken.startedAt + SignInFlow.limit > date, taken.startedAt <= date + 60 else { return nil }
        return taken
    }

    func keep(_ arrival: PostedArrival) async throws {
        let recognised = try StoredJSON.text(StoredRecognised(arrival.recognised))
        try await database.write { session in
            let over = arrival.postedAt - PostedArrival.limit
            try session.execute("DELETE FROM posted_arrival WHERE posted_at <= \(over)")
            try session.execute(
                """
                INSERT INTO posted_arrival (handle_hash, provider, browser_hash, return_to, recognised, posted_at)
                VALUES (\(arrival.handle), \(arrival.provider), \(arrival.browser), \(arrival.returnTo),
                        \(recognised), \(arrival.postedAt))
                """
            )
        }
    }

    func takeArrival(_ handle: TokenHash, at date: Date) async throws -> PostedArrival? {
        let taken = try await database.write { session in
            try session.first(
                """
                DELETE FROM posted_arrival WHERE handle_hash = \(handle)
                RETURNING provider, browser_hash, return_to, recognised, posted_at
                """
            ) { row throws(SQLError) in
                PostedArrival(
                    handle: handle,
                    provider: row.id(),
                    browser: TokenHash(stored: row.text()),
                    returnTo: row.text(),
                    recognised: try StoredJSON.value(row.text(), as: StoredRecognised.self).recognised,
                    postedAt: row.date()
                )
            }
        }
        guard let taken, taken.postedAt + PostedArrival.limit > date, taken.postedAt <= date + 60 else { return nil }
        return taken
    }

    func use(_ token: TokenHash, of provider: ProviderID, until: Date, at date: Date) async throws -> Bool {
        try await database.write { session in
            try session.execute("DELETE FROM used_token WHERE until <= \(date)")
            let used = try session.execute(
                """
                INSERT INTO used_token (provider, token_hash, until) VALUES (\(provider), \(token), \(until))
                ON CONFLICT (provider, token_hash) DO NOTHING
                """
            )
            return used == 1
        }
    }

    func makeEmergencyLink(
        _ token: TokenHash,
        for email: EmailAddress,
        until: Date,
        at date: Date
    ) async throws -> Person {
        try await database.write { session in
            let id = try session.owner(of: email) ?? session.newAdministrator(email, ID(newID()), at: date)
            let person = try session.person(id)
            guard person.deactivatedAt == nil else { throw PersonError.deactivated }
            guard person.roles.contains(.administrator) else { throw PersonError.notAdministrator }
            try session.execute("DELETE FROM emergency_link WHERE until <= \(date) OR person_id = \(id)")
            try session.execute(
                "INSERT INTO emergency_link (token_hash, person_id, until) VALUES (\(token), \(id), \(until))"
            )
            try session.record(
                AuditEvent(at: date, actor: .commandLine, action: .emergencyLinkMade, subject: id.rawValue)
            )
            return person
        }
    }

    func useEmergencyLink(_ token: TokenHash, at date: Date) async throws -> Person? {
        try await database.write { session in
            let found = try session.first(
                "DELETE FROM emergency_link WHERE token_hash = \(token) RETURNING person_id, until"
            ) { (id: $0.id() as Person.ID, until: $0.date()) }
            guard let found, found.until > date else { return nil }
            let person = try session.person(found.id)
            guard person.deactivatedAt == nil else { throw PersonError.deactivated }
            try session.record(
                AuditEvent(at: date, actor: .person(found.id), action: .emergencyLinkUsed, subject: found.id.rawValue)
            )
            return person
        }
    }
}

extension SQLSession {
    /// The first administrator of a portal that nobody can sign in to yet.
    fileprivate func newAdministrator(_ email: EmailAddress, _ id: Person.ID, at date: Date) throws -> Person.ID {
        try insertPerson(id, name: String(email.description.prefix { $0 != "@" }), at: date)
        try execute("INSERT INTO person_email (email, person_id, position) VALUES (\(email), \(id), 0)")
        try execute("INSERT INTO person_role (person_id, role, origin) VALUES (\(id), 'administrator', '')")
        let event = AuditEvent(
            at: date,
            actor: .commandLine,
            action: .roleGranted,
            subject: id.rawValue,
            detail: Role.administrator.rawValue
        )
        try record(event)
        return id
    }
}
