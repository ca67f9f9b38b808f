import Contracts
import Core
import Foundation
import Logging

@testable import Storage

/// A SQLite file in a folder of its own, removed when it is no longer used.
final class TemporaryDatabase: Sendable {
    static let logger = Logger(label: "test")
    let folder: URL
    let path: String
    let portal: PortalDatabase

    init(migrated: Bool = true) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        path = folder.appending(path: "data/laurel.sqlite").path
        portal = try PortalDatabase.open(url: "sqlite:\(path)", logger: Self.logger)
        if migrated { _ = try await portal.migrate(at: Date()) }
    }

    deinit {
        do {
            try portal.close()
            try FileManager.default.removeItem(at: folder)
        } catch {
            Self.logger.error("the test database was not removed", metadata: ["error": "\(error)"])
        }
    }

    /// Keeps the database for as long as it is used.
    var fixture: StoreFixture {
        StoreFixture(
            badges: portal.badges,
            awards: portal.awards,
            people: portal.people,
            learning: portal.learning,
            audit: portal.audit,
            outbox: {
                try await self.portal.database.read { session in
                    try session.rows("SELECT kind, payload FROM outbox WHERE delivered_at IS NULL ORDER BY id") { row in
                        OutboxEntry(kind: row.text(), payload: try StoredJSON.value(row.text()))
                    }
                }
            },
            deactivate: { person, date in
                _ = try await self.portal.database.write { session in
                    try session.execute("UPDATE person SET deactivated_at = \(date) WHERE id = \(person)")
                }
            }
        )
    }
}
