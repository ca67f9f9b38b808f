import Core
import Foundation

extension SQLJobStore {
    /// In one transaction, so that a message becomes its jobs once.
    func distribute(_ handlers: [String: Set<String>], limit: Int, at date: Date) async throws -> Int {
        let passing = SQL.Words(sqlite: "", postgres: "FOR UPDATE SKIP LOCKED")
        return try await database.write { session in
            let messages = try session.rows(
                """
                SELECT id, kind, payload FROM outbox
                 WHERE delivered_at IS NULL ORDER BY id LIMIT \(limit) \(passing)
                """
            ) { row in
                OutboxMessage(number: row.integer(), kind: row.text(), payload: try StoredJSON.value(row.text()))
            }
            for message in messages {
                for (handler, kinds) in handlers.sorted(by: { $0.key < $1.key }) where kinds.contains(message.kind) {
                    let kind = "deliver.\(handler)"
                    let payload = try StoredJSON.text(message)
                    let key = "\(kind).\(message.number)"
                    _ = try session.add(ID(newID()), kind, payload: payload, key: key, due: date, at: date)
                }
            }
            try session.execute(
                "UPDATE outbox SET delivered_at = \(date) WHERE id IN \(list: messages.map(\.number))"
            )
            return messages.count
        }
    }
}
