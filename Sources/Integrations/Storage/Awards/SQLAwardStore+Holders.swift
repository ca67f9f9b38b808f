import Core
import Foundation

extension SQLAwardStore {
    func holders(_ query: HolderQuery) async throws -> HolderPage {
        guard let pattern = SearchText.pattern(containing: query.text) else {
            return HolderPage(holders: [], next: nil)
        }
        return try await database.read { session in
            var found: [(award: Award, name: String)] = []
            var rest: [(email: EmailAddress?, origin: Holder.Origin)] = []
            _ = try session.rows(Self.statement(query, pattern)) { row in
                found.append((try Award(&row), row.text()))
                rest.append((row.optional { $0.email() }, try row.word()))
            }
            let hasMore = found.count > query.limit
            let held = try held(Array(found.prefix(query.limit)), session)
            let holders = zip(held, rest).map { Holder(held: $0, email: $1.email, origin: $1.origin) }
            let last = hasMore ? holders.last?.held.award : nil
            return HolderPage(
                holders: holders,
                next: last.map { HolderQuery.Place(issuedOn: $0.issuedOn, award: $0.id) }
            )
        }
    }

    /// Asks for one award more than the page holds.
    private static func statement(_ query: HolderQuery, _ pattern: String) -> SQL {
        let state = query.state?.rawValue ?? ""
        let date = query.after?.issuedOn ?? .distantFuture
        let award = query.after?.award.rawValue ?? ""
        return """
            SELECT \(Award.columns), person.name,
                   (SELECT email FROM person_email WHERE person_id = person.id ORDER BY position LIMIT 1),
                   CASE WHEN award.award_key IS NOT NULL THEN 'rule'
                        WHEN EXISTS (SELECT 1 FROM award_list_row WHERE award_id = award.id) THEN 'list'
                        ELSE 'hand' END
              FROM award JOIN person ON person.id = award.person_id
             WHERE award.badge_id = \(query.badge)
               AND (award.issued_at < \(date) OR (award.issued_at = \(date) AND award.id > \(award)))
               AND (\(pattern) = '%%' OR person.search_name LIKE \(pattern) ESCAPE '\\'
                    OR person.id IN (SELECT person_id FROM person_email WHERE email LIKE \(pattern) ESCAPE '\\'))
               AND (\(state) = ''
                    OR (\(state) = 'revoked' AND award.revoked_at IS NOT NULL)
                    OR (award.revoked_at IS NULL AND award.superseded_by IS NULL
                        AND ((\(state) = 'on-hold' AND award.suspended_at IS NOT NULL)
                             OR (\(state) = 'expired' AND award.expires_at <= \(query.date))
                             OR (\(state) IN ('valid', 'unclaimed') AND award.suspended_at IS NULL
                                 AND (award.expires_at IS NULL OR award.expires_at > \(query.date))
                                 AND (\(state) = 'valid' OR award.claimed_at IS NULL)))))
             ORDER BY award.issued_at DESC, award.id
             LIMIT \(query.limit + 1)
            """
    }
}
