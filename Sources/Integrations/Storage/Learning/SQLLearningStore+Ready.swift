import Core
import Foundation

extension SQLLearningStore {
    /// More than any progress: a requirement without threshold is met by its completion only.
    private static let never = 101.0

    func ready(for rule: Rule, without badge: BadgeClass.ID?, at date: Date) async throws -> ReadyPeople {
        let wanted = rule.requirements.enumerated().map { step, requirement -> [SQLValue] in
            [
                .integer(step), requirement.activity.source.sqlValue, requirement.activity.id.sqlValue,
                .real(requirement.threshold?.value ?? Self.never),
            ]
        }
        let limit = ReadyPeople.recordLimit
        let found = try await database.read { session in
            try session.first(
                """
                WITH wanted (step, source, activity_id, enough) AS (VALUES \(rows: wanted)),
                     met AS (
                         SELECT fact.person_id, wanted.step
                           FROM wanted
                           JOIN learning_fact AS fact
                             ON fact.source = wanted.source AND fact.activity_id = wanted.activity_id
                          WHERE (fact.state = 'completed' AND fact.completed_at <= \(date + Awarding.tolerance))
                             OR (fact.state = 'inProgress' AND fact.percent >= wanted.enough)
                          LIMIT \(limit)
                     ),
                     ready AS (
                         SELECT person_id FROM met GROUP BY person_id HAVING count(DISTINCT step) >= \(rule.needed)
                     )
                SELECT (SELECT count(*) FROM met), count(CASE WHEN person.expected THEN NULL ELSE 1 END),
                       count(CASE WHEN person.expected THEN 1 ELSE NULL END)
                  FROM ready JOIN person ON person.id = ready.person_id
                 WHERE NOT EXISTS (
                     SELECT 1 FROM award
                      WHERE award.person_id = ready.person_id AND award.badge_id = \(badge?.rawValue ?? "")
                 )
                """
            ) { (records: $0.integer(), members: $0.integer(), expected: $0.integer()) }
        }
        guard let found else { return ReadyPeople(members: 0, expected: 0) }
        return ReadyPeople(
            members: found.members,
            expected: found.expected,
            isAtLeast: found.records == limit
        )
    }
}
