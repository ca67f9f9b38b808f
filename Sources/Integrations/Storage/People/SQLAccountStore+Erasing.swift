import Core
import Foundation

extension SQLAccountStore {
    func erase(_ person: Person.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            guard try !session.finds("SELECT 1 FROM person WHERE id = \(person) AND erased_at IS NOT NULL") else {
                return
            }
            let found = try session.person(person)
            if found.deactivatedAt == nil, found.roles.contains(.administrator),
                try !session.hasAdministrator(besides: person)
            {
                throw PersonError.lastAdministrator
            }
            for account in [person] + (try session.accounts(mergedInto: person)) {
                try session.erase(account, at: date)
                let event = AuditEvent(at: date, actor: actor, action: .personErased, subject: account.rawValue)
                try session.record(event)
            }
        }
    }
}

extension SQLSession {
    /// Closed ones whose things went to `person`, also by way of others.
    fileprivate func accounts(mergedInto person: Person.ID) throws -> [Person.ID] {
        try rows(
            """
            WITH RECURSIVE merged (id) AS (
                SELECT detail FROM audit_event
                 WHERE action = \(AuditEvent.Action.peopleMerged.rawValue) AND subject = \(person)
                UNION SELECT audit_event.detail FROM audit_event JOIN merged ON audit_event.subject = merged.id
                       WHERE audit_event.action = \(AuditEvent.Action.peopleMerged.rawValue)
            )
            SELECT id FROM person
             WHERE id IN (SELECT id FROM merged) AND id <> \(person)
               AND deactivated_at IS NOT NULL AND erased_at IS NULL
             ORDER BY id
            """
        ) { $0.id() }
    }

    fileprivate func erase(_ person: Person.ID, at date: Date) throws {
        let keys = try keys(of: person)
        try rememberErased(keys)
        try eraseLearning(of: person)
        try eraseImports(of: person)
        try eraseWords(about: person)
        try eraseMessages(to: person)
        try eraseAccess(of: person)
        let name = Person.erasedName
        try execute(
            """
            UPDATE person
               SET name = \(name), search_name = \(SearchText.folded(name)), language = '', zone = '', appearance = '',
                   wants_mail = \(false), mail_kinds = '', mail_token = NULL,
                   deactivated_at = coalesce(deactivated_at, \(date)), erased_at = \(date)
             WHERE id = \(person)
            """
        )
    }
}
