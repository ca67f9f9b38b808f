import Core
import Foundation
import Logging

struct SQLPersonStore: PersonStore {
    let database: any SQLDatabase
    let logger: Logger
    /// Names new people.
    var newID: @Sendable () -> UUID = { UUID() }

    func person(_ id: Person.ID) async throws -> Person {
        try await database.read { try $0.person(id) }
    }

    func person(_ email: EmailAddress) async throws -> Person {
        try await database.read { session in
            guard let owner = try session.owner(of: email) else { throw PersonError.notFound }
            return try session.person(owner)
        }
    }

    func keys(of person: Person.ID) async throws -> [PersonKey] {
        try await database.read { try $0.keys(of: person) }
    }

    func people(matching text: String, _ filter: PeopleFilter, page: Int) async throws -> PeoplePage {
        guard let pattern = SearchText.pattern(containing: text) else { return PeoplePage(people: [], total: 0) }
        let role: Role? =
            switch filter {
            case .designers: .designer
            case .administrators: .administrator
            case .all, .closed: nil
            }
        let closed = filter == .closed ? 1 : 0
        return try await database.read { session in
            let total = try session.first(
                """
                SELECT count(*) FROM person
                 WHERE \(Self.matching) (search_name LIKE \(pattern) ESCAPE '\\'
                    OR id IN (SELECT person_id FROM person_email WHERE email LIKE \(pattern) ESCAPE '\\'))
                   AND (\(role?.rawValue ?? "") = ''
                    OR id IN (SELECT person_id FROM person_role WHERE role = \(role?.rawValue ?? "")))
                   AND (\(closed) = 0 OR deactivated_at IS NOT NULL)
                """
            ) { $0.integer() }
            let people = try session.rows(
                """
                SELECT \(Person.columns) FROM person
                 WHERE \(Self.matching) (search_name LIKE \(pattern) ESCAPE '\\'
                    OR id IN (SELECT person_id FROM person_email WHERE email LIKE \(pattern) ESCAPE '\\'))
                   AND (\(role?.rawValue ?? "") = ''
                    OR id IN (SELECT person_id FROM person_role WHERE role = \(role?.rawValue ?? "")))
                   AND (\(closed) = 0 OR deactivated_at IS NOT NULL)
                 ORDER BY search_name, id
                 LIMIT \(PeoplePage.size) OFFSET \(max(page, 0) * PeoplePage.size)
                """
            ) { Person(&$0) }
            return PeoplePage(people: try session.completed(people), total: total ?? 0)
        }
    }

    private static let matching = SQL.Words("NOT expected AND erased_at IS NULL AND")
}

extension SQLSession {
    /// Identities first, because an address may pass to somebody else; then addresses, the preferred one first.
    func keys(of person: Person.ID) throws -> [PersonKey] {
        guard try finds("SELECT 1 FROM person WHERE id = \(person) AND erased_at IS NULL") else {
            throw PersonError.notFound
        }
        let accounts = try rows(
            """
            SELECT provider, subject FROM external_identity
             WHERE person_id = \(person) ORDER BY linked_at, provider, subject
            """
        ) { row in
            let provider = row.text()
            return PersonKey(.account, row.text(), realm: provider)
        }
        let emails = try rows("SELECT email FROM person_email WHERE person_id = \(person) ORDER BY position") { row in
            PersonKey(row.email())
        }
        return accounts.compactMap { $0 } + emails
    }
}
