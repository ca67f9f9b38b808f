import Core
import Foundation
import Logging

extension SQLPersonStore {
    func start(_ session: Session) async throws {
        try await database.write { database in
            try database.execute("DELETE FROM session WHERE seen_at <= \(session.startedAt - Session.idleLimit)")
            do {
                try database.execute(
                    """
                    INSERT INTO session (token_hash, person_id, form_token, started_at, seen_at,
                                         provider, subject, stay, hint, stay_until, agent,
                                         sealed_token)
                    VALUES (\(session.token), \(session.person), \(session.formToken), \(session.startedAt),
                            \(session.seenAt), \(session.identity?.provider.rawValue ?? ""),
                            \(session.identity?.subject ?? ""), \(session.stay.id), \(session.stay.hint),
                            \(session.stay.until), \(session.agent), \(session.sealedToken.map(SQLValue.blob)))
                    """
                )
            } catch SQLError.foreignKey {
                throw PersonError.notFound
            }
            try database.record(
                AuditEvent(
                    at: session.startedAt,
                    actor: .person(session.person),
                    action: .signedIn,
                    subject: session.person.rawValue
                )
            )
        }
    }

    func session(_ token: TokenHash, at date: Date) async throws -> SignedIn? {
        guard var found = try await database.read({ try $0.signedIn(token) }) else { return nil }
        guard found.person.deactivatedAt == nil, !found.session.isOver(at: date) else { return nil }
        if date >= found.session.seenAt + 60 {
            found.session.seenAt = date.stored
            await touch(found.session)
        }
        return found
    }

    /// Moves the idle limit.
    ///
    /// A page does not fail because it could not be moved: the next one tries again.
    private func touch(_ session: Session) async {
        do {
            try await database.write(.relaxed) { database in
                try database.execute(
                    """
                    UPDATE session SET seen_at = \(session.seenAt)
                     WHERE token_hash = \(session.token) AND seen_at < \(session.seenAt)
                    """
                )
            }
        } catch {
            logger.warning("a session's idle limit was not moved", metadata: ["error": "\(error)"])
        }
    }

    func end(_ token: TokenHash) async throws {
        try await database.write { database in
            try database.execute("DELETE FROM session WHERE token_hash = \(token)")
        }
    }
}

extension SQLSession {
    /// One row for each pair of an address and a role, most often one: a single statement is the fastest.
    fileprivate func signedIn(_ token: TokenHash) throws -> SignedIn? {
        var found: SignedIn?
        _ = try rows(
            """
            SELECT person_email.email, person_role.role,
                   session.person_id, session.form_token, session.started_at, session.seen_at,
                   session.provider, session.subject, session.stay, session.hint, session.stay_until,
                   session.agent, session.sealed_token, \(Person.columns)
              FROM session
              JOIN person ON person.id = session.person_id
              LEFT JOIN person_email ON person_email.person_id = person.id
              LEFT JOIN person_role ON person_role.person_id = person.id
             WHERE session.token_hash = \(token)
             ORDER BY person_email.position
            """
        ) { row in
            let email = try row.optional { row throws(SQLError) in row.email() }
            let role = try row.optional { row throws(SQLError) in try row.word() as Role }
            if found == nil { found = SignedIn(&row, token) }
            if let email, found?.person.emails.contains(email) == false { found?.person.emails.append(email) }
            if let role { found?.person.roles.insert(role) }
        }
        return found
    }
}

extension SignedIn {
    fileprivate init(_ row: inout SQLRow, _ token: TokenHash) {
        var session = Session(
            token: token,
            person: row.id(),
            formToken: row.text(),
            startedAt: row.date(),
            seenAt: row.date()
        )
        session.readOrigin(&row)
        session.sealedToken = row.optional { $0.blob() }
        self.init(session: session, person: Person(&row))
    }
}
