import Core
import Foundation

extension Person {
    static let columns = SQL.Words(
        """
        person.id, person.name, person.created_at, person.deactivated_at, person.language, person.zone,
        person.appearance, person.wants_mail, person.mail_kinds
        """
    )

    /// Without addresses and roles, which stand in other tables.
    init(_ row: inout SQLRow) {
        self.init(
            id: row.id(),
            name: row.text(),
            createdAt: row.date(),
            deactivatedAt: row.optionalDate(),
            preferences: Preferences(&row)
        )
    }
}

extension Preferences {
    fileprivate init(_ row: inout SQLRow) {
        let (language, zone) = (row.text(), row.text())
        self.init(
            language: language.isEmpty ? nil : language,
            zone: zone.isEmpty ? nil : zone,
            appearance: Appearance(rawValue: row.text()),
            wantsMail: row.bool(),
            mailKinds: Set(row.text().split(separator: " ").compactMap { MailKind(rawValue: String($0)) })
        )
    }
}

extension SQLSession {
    /// - Throws: ``PersonError/notFound``, also for somebody who was erased.
    func person(_ id: Person.ID) throws -> Person {
        let statement: SQL = "SELECT \(Person.columns) FROM person WHERE id = \(id) AND erased_at IS NULL"
        let found = try first(statement) { Person(&$0) }
        guard let found, let person = try completed([found]).first else { throw PersonError.notFound }
        return person
    }

    /// The same people with their addresses and roles: two statements, however many they are.
    func completed(_ people: [Person]) throws -> [Person] {
        guard !people.isEmpty else { return [] }
        let ids = people.map(\.id)
        let emails = try rows(
            "SELECT person_id, email FROM person_email WHERE person_id IN \(list: ids) ORDER BY person_id, position"
        ) { row in
            let person: Person.ID = row.id()
            return (person, row.email())
        }
        let roles = try rows(
            "SELECT DISTINCT person_id, role FROM person_role WHERE person_id IN \(list: ids)"
        ) { row in
            let person: Person.ID = row.id()
            return (person, try row.word() as Role)
        }
        let emailsOf = Dictionary(grouping: emails, by: \.0)
        let rolesOf = Dictionary(grouping: roles, by: \.0)
        return people.map { person in
            var person = person
            person.emails = emailsOf[person.id, default: []].map(\.1)
            person.roles = Set(rolesOf[person.id, default: []].map(\.1))
            return person
        }
    }

    /// Whom the address belongs to.
    func owner(of email: EmailAddress) throws -> Person.ID? {
        try first("SELECT person_id FROM person_email WHERE email = \(email)") { $0.id() }
    }
}
