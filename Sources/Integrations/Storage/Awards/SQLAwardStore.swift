import Core
import Foundation

struct SQLAwardStore: AwardStore {
    let database: any SQLDatabase
    let editions: EditionMemory
    /// Names new awards.
    var newID: @Sendable () -> UUID = { UUID() }

    func award(_ id: Award.ID) async throws -> HeldAward {
        let found = try await database.read { try held("\(HeldAward.select) WHERE award.id = \(id)", $0) }
        guard let award = found.first else { throw AwardError.notFound }
        return award
    }

    func awards(of person: Person.ID) async throws -> [HeldAward] {
        try await database.read { session in
            try held(
                """
                \(HeldAward.select)
                 WHERE award.person_id = \(person) AND award.superseded_by IS NULL
                 ORDER BY award.issued_at DESC, award.id
                """,
                session
            )
        }
    }

    func awards(of badge: BadgeClass.ID, page: Int) async throws -> AwardPage {
        try await awards(
            """
            \(HeldAward.select)
             WHERE award.badge_id = \(badge)
             ORDER BY award.issued_at DESC, award.id
             LIMIT \(AwardPage.size + 1) OFFSET \(max(page, 0) * AwardPage.size)
            """
        )
    }

    func awards(page: Int) async throws -> AwardPage {
        try await awards(
            """
            \(HeldAward.select)
             ORDER BY award.issued_at DESC, award.id
             LIMIT \(AwardPage.size + 1) OFFSET \(max(page, 0) * AwardPage.size)
            """
        )
    }

    /// A page, by a statement that asks for one award more.
    private func awards(_ statement: SQL) async throws -> AwardPage {
        let found = try await database.read { try held(statement, $0) }
        return AwardPage(awards: Array(found.prefix(AwardPage.size)), hasMore: found.count > AwardPage.size)
    }

    private func held(_ statement: SQL, _ session: any SQLSession) throws -> [HeldAward] {
        try held(session.rows(statement) { row in (award: try Award(&row), name: row.text()) }, session)
    }

    /// With what the badge said in the version that each award pins; in the same order.
    func held(_ found: [(award: Award, name: String)], _ session: any SQLSession) throws -> [HeldAward] {
        guard !found.isEmpty else { return [] }
        let keys = Set(found.map { EditionMemory.Key(badge: $0.award.badge, version: $0.award.badgeVersion) })
        let known = try editions.editions(keys, session)
        return try found.map { award, name in
            guard let edition = known[EditionMemory.Key(badge: award.badge, version: award.badgeVersion)] else {
                throw SQLError.unreadable("the badge of award \(award.id) has no version \(award.badgeVersion)")
            }
            return HeldAward(
                award: award,
                slug: edition.slug,
                content: edition.content,
                issuer: edition.issuer,
                personName: name
            )
        }
    }

    func histories(of people: [Person.ID]) async throws -> [Person.ID: [BadgeClass.ID: AwardHistory]] {
        try await database.read { session in
            var histories: [Person.ID: [BadgeClass.ID: AwardHistory]] = [:]
            for some in people.chunks(ofAtMost: 500) {
                let rows = try session.rows(
                    """
                    SELECT person_id, badge_id, id, issued_at, expires_at, revoked_at
                      FROM award
                     WHERE person_id IN \(list: some) AND superseded_by IS NULL
                     ORDER BY CASE WHEN revoked_at IS NULL THEN 1 ELSE 0 END, issued_at, id
                    """
                ) { row in
                    let (person, badge): (Person.ID, BadgeClass.ID) = (row.id(), row.id())
                    return (person, badge, AwardHistory(&row))
                }
                // The last one stays: the award that is held, if there is one.
                for (person, badge, history) in rows { histories[person, default: [:]][badge] = history }
            }
            return histories
        }
    }
}

extension AwardHistory {
    fileprivate init(_ row: inout SQLRow) {
        self.init(award: row.id(), issuedOn: row.date(), expires: row.optionalDate(), revokedAt: row.optionalDate())
    }
}

extension Array {
    /// Pieces that fit into one statement's list.
    func chunks(ofAtMost size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
