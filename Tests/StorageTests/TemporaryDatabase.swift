import Contracts
import Core
import Foundation
import Logging

@testable import Storage

/// The databases that the portal runs on.
enum Engine: CaseIterable {
    case sqlite
    case postgres
}

/// A database of its own: a SQLite file that is removed when it is no longer used, or one on the tests' server.
final class TemporaryDatabase: Sendable {
    static let logger = Logger(label: "test")
    private let folder: URL
    /// Of the SQLite file.
    let path: String
    let url: String
    let portal: PortalDatabase

    init(_ engine: Engine = .sqlite, migrated: Bool = true) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        path = folder.appending(path: "data/laurel.sqlite").path
        switch engine {
        case .sqlite: url = "sqlite:\(path)"
        case .postgres: url = try await TestServer.shared.makeDatabase(migrated: migrated)
        }
        portal = try PortalDatabase.open(url: url, logger: Self.logger)
        if migrated, engine == .sqlite { _ = try await portal.migrate(at: Date()) }
    }

    deinit {
        do {
            try portal.close()
            if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
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
            proofs: portal.proofs,
            signIns: portal.signIns,
            accounts: portal.accounts,
            rates: portal.rates,
            jobs: portal.jobs,
            lists: portal.lists,
            preferences: portal.preferences,
            awardLetters: portal.awardLetters,
            settings: portal.settings,
            directories: portal.directories,
            imports: portal.imports,
            checks: portal.checks,
            addressProofs: portal.addressProofs,
            leavers: portal.leavers,
            sharing: portal.sharing,
            announcements: portal.announcements,
            figures: portal.figures,
            calls: portal.calls,
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
