import Core
import Foundation

struct SQLSharingStore: SharingStore {
    let database: any SQLDatabase

    func set(_ visibility: Visibility, of award: Award.ID, by person: Person.ID, at date: Date) async throws {
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE award SET visibility = \(visibility.rawValue)
                 WHERE id = \(award) AND person_id = \(person) AND visibility <> \(visibility.rawValue)
                """
            )
            guard changed == 1 else { return try session.requireAward(award, of: person) }
            try session.record(
                AuditEvent(
                    at: date,
                    actor: .person(person),
                    action: .awardVisibilityChanged,
                    subject: award.rawValue,
                    detail: visibility.rawValue
                )
            )
        }
    }

    func people(named text: String, limit: Int) async throws -> [Person] {
        guard let pattern = SearchText.pattern(containing: text) else { return [] }
        return try await database.read { session in
            let people = try session.rows(
                """
                SELECT \(Person.columns) FROM person
                 WHERE NOT expected AND deactivated_at IS NULL AND search_name LIKE \(pattern) ESCAPE '\\'
                   AND NOT EXISTS (SELECT 1 FROM profile
                                    WHERE profile.person_id = person.id AND visibility = 'owner')
                 ORDER BY search_name, id
                 LIMIT \(limit)
                """
            ) { Person(&$0) }
            return try session.completed(people)
        }
    }

    func countShare(of award: Award.ID, at target: String, by person: Person.ID, at date: Date) async throws {
        try await database.write { session in
            try session.requireAward(award, of: person)
            try session.execute(
                """
                INSERT INTO award_share (award_id, target, shares, last_at) VALUES (\(award), \(target), 1, \(date))
                ON CONFLICT (award_id, target) DO UPDATE SET shares = award_share.shares + 1, last_at = excluded.last_at
                """
            )
        }
    }

    func shares(of award: Award.ID) async throws -> [String: Int] {
        let rows = try await database.read { session in
            try session.rows("SELECT target, shares FROM award_share WHERE award_id = \(award)") { row in
                (row.text(), row.integer())
            }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func profile(of person: Person.ID) async throws -> Profile {
        let profile = try await database.read { session in
            try session.first("SELECT about, visibility FROM profile WHERE person_id = \(person)") { row in
                Profile(person: person, about: row.text(), visibility: try row.visibility())
            }
        }
        return profile ?? Profile(person: person)
    }

    func save(_ profile: Profile, at date: Date) async throws {
        try await database.write { session in
            guard try session.finds("SELECT 1 FROM person WHERE id = \(profile.person) AND erased_at IS NULL") else {
                throw PersonError.notFound
            }
            try session.execute(
                """
                INSERT INTO profile (person_id, about, visibility)
                VALUES (\(profile.person), \(profile.about), \(profile.visibility.rawValue))
                ON CONFLICT (person_id) DO UPDATE SET about = excluded.about, visibility = excluded.visibility
                """
            )
            try session.record(
                AuditEvent(
                    at: date,
                    actor: .person(profile.person),
                    action: .profileSaved,
                    subject: profile.person.rawValue,
                    detail: profile.visibility.rawValue
                )
            )
        }
    }
}

extension SQLSession {
    fileprivate func requireAward(_ award: Award.ID, of person: Person.ID) throws {
        guard try finds("SELECT 1 FROM award WHERE id = \(award) AND person_id = \(person)") else {
            throw AwardError.notFound
        }
    }
}

extension SQLRow {
    mutating func visibility() throws(SQLError) -> Visibility {
        let text = text()
        guard let visibility = Visibility(rawValue: text) else { throw .unreadable("the visibility “\(text)”") }
        return visibility
    }
}
