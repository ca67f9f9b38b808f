import Core
import Foundation

struct SQLAuditLog: AuditLog {
    let database: any SQLDatabase

    func events(limit: Int) async throws -> [AuditEvent] {
        try await database.read { session in
            try session.rows(
                "SELECT at, actor, action, subject, detail FROM audit_event ORDER BY id DESC LIMIT \(limit)"
            ) { row in
                AuditEvent(
                    at: row.date(),
                    actor: try row.actor(),
                    action: try row.word(),
                    subject: row.text(),
                    detail: row.text()
                )
            }
        }
    }
}

extension SQLSession {
    /// Writes down a change, in the transaction of the change.
    func record(_ event: AuditEvent) throws {
        try execute(
            """
            INSERT INTO audit_event (at, actor, action, subject, detail)
            VALUES (\(event.at), \(event.actor), \(event.action), \(event.subject), \(event.detail))
            """
        )
    }
}

extension SQLRow {
    fileprivate mutating func actor() throws(SQLError) -> Actor {
        let text = text()
        if text == Actor.rule.description { return .rule }
        if text == Actor.commandLine.description { return .commandLine }
        let directory = "directory:"
        if text.hasPrefix(directory) { return .directory(ID(String(text.dropFirst(directory.count)))) }
        guard text.hasPrefix("person:") else { throw .unreadable("“\(text)” is no actor") }
        return .person(ID(String(text.dropFirst("person:".count))))
    }
}
