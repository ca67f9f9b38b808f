import Core
import Foundation

struct SQLSettingStore: SettingStore {
    let database: any SQLDatabase

    func setting(_ name: String) async throws -> String? {
        try await database.read { session in
            try session.first("SELECT value FROM portal_setting WHERE name = \(name)") { $0.text() }
        }
    }

    func save(_ json: String, as name: String, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            try session.execute(
                """
                INSERT INTO portal_setting (name, value) VALUES (\(name), \(json))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """
            )
            try session.record(AuditEvent(at: date, actor: actor, action: .settingSaved, subject: name))
        }
    }
}
