import Core
import Foundation

/// Who stands behind an address of a list.
struct ListedStanding {
    var id: Person.ID
    var hasLeft: Bool
}

extension SQLSession {
    /// The rows, each with what keeps it from being used.
    func checked(_ rows: [ListedPerson], for badge: BadgeClass.ID, at date: Date) throws -> [ListedPerson] {
        let emails = rows.map { $0.problem == nil ? EmailAddress($0.address) : nil }
        let people = try standings(of: Set(emails.compactMap(\.self)))
        let holders = try holders(of: badge, among: Set(people.values.map(\.id)), at: date)
        var seen: Set<Person.ID> = []
        return zip(rows, emails).map { row, email in
            var row = row
            if row.problem == nil {
                row.problem = Self.problem(email, people, holders, &seen)
            }
            return row
        }
    }

    private static func problem(
        _ email: EmailAddress?,
        _ people: [EmailAddress: ListedStanding],
        _ holders: Set<Person.ID>,
        _ seen: inout Set<Person.ID>
    ) -> ListedPerson.Problem? {
        guard let email else { return .noAddress }
        guard let person = people[email] else { return .unknown }
        guard !person.hasLeft else { return .left }
        guard seen.insert(person.id).inserted else { return .repeated }
        return holders.contains(person.id) ? .hasIt : nil
    }

    func standings(of emails: Set<EmailAddress>) throws -> [EmailAddress: ListedStanding] {
        var found: [EmailAddress: ListedStanding] = [:]
        for some in emails.sorted(by: { $0.description < $1.description }).chunks(ofAtMost: 500) {
            let rows = try rows(
                """
                SELECT person_email.email, person.id, person.deactivated_at
                  FROM person_email JOIN person ON person.id = person_email.person_id
                 WHERE person_email.email IN \(list: some)
                """
            ) { row in
                (row.email(), ListedStanding(id: row.id(), hasLeft: row.optionalDate() != nil))
            }
            for (email, standing) in rows { found[email] = standing }
        }
        return found
    }

    private func holders(
        of badge: BadgeClass.ID,
        among people: Set<Person.ID>,
        at date: Date
    ) throws -> Set<Person.ID> {
        var holders: Set<Person.ID> = []
        for some in people.sorted().chunks(ofAtMost: 500) {
            holders.formUnion(
                try rows(
                    """
                    SELECT person_id FROM award
                     WHERE badge_id = \(badge) AND person_id IN \(list: some)
                       AND revoked_at IS NULL AND superseded_by IS NULL
                       AND (expires_at IS NULL OR expires_at > \(date))
                    """
                ) { $0.id() as Person.ID }
            )
        }
        return holders
    }
}
