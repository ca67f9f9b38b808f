import Core
import Foundation
import Testing

@testable import Storage

/// Databases that older versions left behind, with something in every table that they had.
@Suite("Databases of older versions")
struct OldDatabaseTests {
    struct Old: Sendable, CustomTestStringConvertible {
        let engine: Engine
        let version: Int
        var testDescription: String { "\(engine) \(version)" }

        static let all = Engine.allCases.flatMap { engine in
            Migration.all.map { Old(engine: engine, version: $0.number) }
        }
    }

    /// - Returns: the database as the version left it, and how many rows each of its tables has.
    private static func make(_ old: Old) async throws -> (TemporaryDatabase, [String: Int]) {
        let owner = try await TemporaryDatabase(old.engine, migrated: false)
        let sql = owner.portal.database
        for (index, migration) in Migration.all.enumerated() where migration.number <= old.version {
            _ = try await Migrator(Array(Migration.all.prefix(index + 1))).migrate(sql, at: Date())
            try await sql.write { try $0.script(OldRows.text(migration.number, old.engine)) }
        }
        return (owner, try await counts(owner))
    }

    private static func counts(_ owner: TemporaryDatabase) async throws -> [String: Int] {
        let sql = owner.portal.database
        return try await sql.read { session in
            let tables = try DatabaseTable.all(session, sql.dialect).map(\.name)
            let counts = try tables.map {
                try session.first(SQL(schema: "SELECT count(*) FROM \($0)")) { $0.integer() } ?? 0
            }
            return Dictionary(uniqueKeysWithValues: zip(tables, counts))
        }
    }

    @Test("have something in each of their tables", arguments: Engine.allCases)
    func complete(engine: Engine) async throws {
        let (_, counts) = try await Self.make(Old(engine: engine, version: Migrator().known))
        #expect(counts.filter { $0.value == 0 }.keys.sorted() == [])
    }

    @Test("come to the current schema, and lose no row on the way", arguments: Old.all)
    func migrated(old: Old) async throws {
        let (owner, before) = try await Self.make(old)
        #expect(try await owner.portal.migrate(at: Date()) == (old.version, Migrator().known))
        let after = try await Self.counts(owner)
        for (table, count) in before { #expect(after[table] ?? 0 >= count, "\(table)") }
        #expect(try await owner.portal.badges.badges(.published).map(\.content.name) == ["X 🐍", "Y"])
        guard old.version >= 3 else { return }
        let awards = try await owner.portal.awards.awards(of: "p")
        #expect(Set(awards.map(\.award.id)) == ["a1", "b1"])
        #expect(Set(awards.map(\.content.name)) == ["X 🐍", "Y"])
        try await Self.expectPlaces(owner)
    }

    /// Awards from before proofs get a salt and a place, those of two issuers in two lists.
    private static func expectPlaces(_ owner: TemporaryDatabase) async throws {
        let proofs = owner.portal.proofs
        let places = [
            try await proofs.proof(of: "a1"), try await proofs.proof(of: "a2"), try await proofs.proof(of: "b1"),
        ]
        #expect(Set(places.map(\.salt)).count == 3 && places.allSatisfy { $0.salt.utf8.count == 32 })
        #expect(places[0].list == places[1].list && places[0].place != places[1].place)
        #expect(places[2].list != places[0].list)
        #expect(try await proofs.revokedPlaces(in: places[0].list) == [places[1].place])
        #expect(try await proofs.statusList(places[0].list)?.changes == 1)
        #expect(try await proofs.keyring().issuers.map(\.id) == ["a", "b"])
    }
}
