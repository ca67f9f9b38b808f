import Core
import Foundation

struct SQLAuditLog: AuditLog {
    let database: any SQLDatabase

    func events(limit: Int) async throws -> [AuditEvent] {
        try await database.read { session in
            try session.rows(
                "SELECT at, actor, action, subject, detail FROM audit_event ORDER BY id DESC LIMIT \(limit)"
            ) { try AuditEvent(&$0) }
        }
    }

    func events(_ query: AuditQuery) async throws -> AuditPage {
        try await database.read { session in
            let found = try session.rows(Self.statement(query)) { row in
                let number = row.integer()
                let name = row.optionalText()
                return (number, AuditPage.Entry(event: try AuditEvent(&row), actorName: name))
            }
            let page = found.prefix(query.limit)
            return AuditPage(
                entries: page.map(\.1),
                older: found.count > query.limit ? page.last?.0 : nil
            )
        }
    }

    /// Asks for one event more than the page holds.
    private static func statement(_ query: AuditQuery) -> SQL {
        let action = query.action?.rawValue ?? ""
        let actor = Actor.person(ID(query.about)).description
        let from = query.from ?? .distantPast
        let until = query.until ?? .distantFuture
        let before = query.before ?? .max
        let columns = SQL.Words(
            """
            SELECT audit_event.id, person.name, audit_event.at, audit_event.actor, audit_event.action,
                   audit_event.subject, audit_event.detail
              FROM audit_event
              LEFT JOIN person ON audit_event.actor LIKE 'person:%' AND person.id = substr(audit_event.actor, 8)
                              AND person.erased_at IS NULL
            """
        )
        let rest: SQL.Words = SQL.Words("ORDER BY audit_event.id DESC")
        return switch (action.isEmpty, query.about.isEmpty) {
        case (true, true):
            """
            \(columns) WHERE audit_event.id < \(before) AND audit_event.at >= \(from) AND audit_event.at < \(until)
            \(rest) LIMIT \(query.limit + 1)
            """
        case (false, true):
            """
            \(columns) WHERE audit_event.action = \(action) AND audit_event.id < \(before)
                        AND audit_event.at >= \(from) AND audit_event.at < \(until)
            \(rest) LIMIT \(query.limit + 1)
            """
        case (_, false):
            """
            \(columns) WHERE audit_event.id IN (
                SELECT id FROM audit_event WHERE subject = \(query.about) AND id < \(before)
                UNION SELECT id FROM audit_event WHERE actor = \(query.about) AND id < \(before)
                UNION SELECT id FROM audit_event WHERE actor = \(actor) AND id < \(before))
                        AND (\(action) = '' OR audit_event.action = \(action))
                        AND audit_event.at >= \(from) AND audit_event.at < \(until)
            \(rest) LIMIT \(query.limit + 1)
            """
        }
    }
}

extension AuditEvent {
    fileprivate init(_ row: inout SQLRow) throws {
        self.init(
            at: row.date(),
            actor: try row.actor(),
            action: try row.word(),
            subject: row.text(),
            detail: row.text()
        )
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
