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

    /// What each version's own program may have written, by the number of the version that made its tables.
    private static let rows = [
        1: """
        INSERT INTO issuer (id, name) VALUES ('a', 'A 🏅'), ('b', 'B');
        INSERT INTO picture (id, media_type, bytes, created_at)
        VALUES ('\(String(repeating: "f", count: 64))', 'image/png', BYTES, 0);
        INSERT INTO badge_class (id, slug, issuer_id, status, version, revision, search_name, created_at, published_at)
        VALUES ('x', 'x', 'a', 'published', 1, 1, 'x', 0, 0), ('y', 'y', 'b', 'published', 1, 1, 'y', 0, 0);
        INSERT INTO badge_version (badge_id, version, name, description, criteria, picture, picture_description,
                                   alignments, tags, created_at)
        VALUES ('x', 1, 'X 🐍', '', '', '\(picture)', '', '[]', '["é"]', 0),
               ('y', 1, 'Y', '', '', '\(picture)', '', '[]', '[]', 0);
        """,
        2: """
        INSERT INTO person (id, name, search_name, created_at) VALUES ('p', 'שלום', 'שלום', 0), ('q', 'Q', 'q', 0);
        INSERT INTO person_email (email, person_id, position) VALUES ('p@acme.example', 'p', 0);
        INSERT INTO external_identity (provider, subject, person_id, linked_at) VALUES ('demo', 's', 'p', 0);
        INSERT INTO person_role (person_id, role, origin) VALUES ('p', 'administrator', '');
        INSERT INTO role_grant (email, role, granted_by, granted_at) VALUES ('n@acme.example', 'designer', 'cli', 0);
        INSERT INTO session (token_hash, person_id, form_token, started_at, seen_at)
        VALUES ('\(TokenHash(of: "t").description)', 'p', 'f', 0, 0);
        """,
        3: """
        INSERT INTO award (id, badge_id, badge_version, person_id, issued_at, evidence, narrative,
                           revoked_at, revocation_reason)
        VALUES ('a1', 'x', 1, 'p', 0, '[]', '', NULL, NULL), ('a2', 'x', 1, 'q', 0, '[]', '', 5, 'No.'),
               ('b1', 'y', 1, 'p', 0, '[]', '', NULL, NULL);
        UPDATE badge_class SET holders = 1;
        INSERT INTO waiting_for_awards (person_id, mark) VALUES ('p', 0);
        """,
        4: """
        INSERT INTO activity (source, id, kind, title, search_title, offered, saved_at)
        VALUES ('s', 'git', 'course', 'Git 🏅', 'git 🏅', TRUE, 0);
        INSERT INTO learning_fact (source, record_id, activity_id, person_id, state, percent, told_at)
        VALUES ('s', 'r', 'git', 'p', 'inProgress', 40, 0);
        INSERT INTO expected_person_key (key_hash, person_id) VALUES ('k', 'q');
        INSERT INTO refresh (person_id, source, refreshed_at) VALUES ('p', 's', 0);
        INSERT INTO sync_lease (source, token, expires_at) VALUES ('s', 7, 0);
        INSERT INTO sync_cursor (source, position) VALUES ('s', '12');
        INSERT INTO sync_outcome (source, finished_at, status, message, activities, facts, problem_count)
        VALUES ('s', 0, 'healthy', '', 1, 1, 1);
        INSERT INTO sync_problem (source, position, record, reason) VALUES ('s', 0, 'line 7', 'No.');
        """,
        5: """
        INSERT INTO audit_event (at, actor, action, subject, detail) VALUES (0, 'cli', 'badge.created', 'x', '');
        INSERT INTO outbox (kind, payload, created_at) VALUES ('award.issued', '{"award":"a1"}', 0);
        """,
        6: """
        INSERT INTO signing_key (id, issuer_id, algorithm, public_key, sealed_key, created_at)
        VALUES ('k', 'a', 'Ed25519', BYTES, BYTES, 0);
        """,
        7: """
        INSERT INTO pending_sign_in (handle_hash, provider, browser_hash, return_to, started_at)
        VALUES ('\(TokenHash(of: "h").description)', 'demo', '\(TokenHash(of: "b").description)', '/', 0);
        INSERT INTO used_token (provider, token_hash, until) VALUES ('demo', '\(TokenHash(of: "u").description)', 9);
        INSERT INTO provider_issuer (provider, issuer) VALUES ('demo', 'https://id.example');
        INSERT INTO emergency_link (token_hash, person_id, until) VALUES ('\(TokenHash(of: "e").description)', 'p', 9);
        """,
        8: """
        INSERT INTO job (id, kind, unique_key, payload, state, due_at, created_at)
        VALUES ('j', 'mail', 'm', '[]', 'waiting', 0, 0);
        """,
    ]

    private static let picture = #"{"kind":"link","url":"https://acme.example/x.png"}"#

    private static func text(_ version: Int, _ engine: Engine) -> String {
        (rows[version] ?? "").replacing("BYTES", with: engine == .sqlite ? "x'00ff'" : #"'\x00ff'"#)
    }

    /// - Returns: the database as the version left it, and how many rows each of its tables has.
    private static func make(_ old: Old) async throws -> (TemporaryDatabase, [String: Int]) {
        let owner = try await TemporaryDatabase(old.engine, migrated: false)
        let sql = owner.portal.database
        for (index, migration) in Migration.all.enumerated() where migration.number <= old.version {
            _ = try await Migrator(Array(Migration.all.prefix(index + 1))).migrate(sql, at: Date())
            try await sql.write { try $0.script(text(migration.number, old.engine)) }
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
        let (_, counts) = try await Self.make(Old(engine: engine, version: 8))
        // In PostgreSQL the last step makes these two for awards from before.
        let later: Set = engine == .sqlite ? [] : ["status_list", "award_proof"]
        #expect(Set(counts.filter { $0.value == 0 }.keys) == later)
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
