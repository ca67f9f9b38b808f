import Core
import Foundation

struct SQLProofStore: ProofStore {
    let database: any SQLDatabase
    let contents: ContentMemory

    func stamp(of award: Award.ID) async throws -> ProofStamp {
        let stamp = try await database.read { session in
            try session.first(
                """
                SELECT (SELECT value FROM counter WHERE name = \(Counter.badges)), award.revoked_at,
                       award.suspended_at,
                       (SELECT email FROM person_email
                         WHERE person_email.person_id = award.person_id AND position = 0)
                  FROM award WHERE award.id = \(award)
                """
            ) { row in
                ProofStamp(
                    revision: row.integer(),
                    revokedAt: row.optionalDate(),
                    suspendedAt: row.optionalDate(),
                    email: row.optionalText().flatMap { EmailAddress($0) }
                )
            }
        }
        guard let stamp else { throw AwardError.notFound }
        return stamp
    }

    func proof(of award: Award.ID) async throws -> AwardProof {
        let proof = try await database.read { session in
            try session.first("SELECT salt, list, place FROM award_proof WHERE award_id = \(award)") { row in
                AwardProof(salt: row.text(), list: row.integer(), place: row.integer())
            }
        }
        guard let proof else { throw AwardError.notFound }
        return proof
    }

    func edition(of slug: Slug, version: Int?) async throws -> BadgeEdition {
        let edition = try await database.read { session in
            try session.first(
                """
                \(Self.selectEdition)
                 WHERE badge_class.slug = \(slug) AND badge_class.status <> 'draft'
                   AND badge_version.version = coalesce(\(version), badge_class.version)
                """
            ) { row in
                let (revision, version, versions) = (row.integer(), row.integer(), row.integer())
                return BadgeEdition(
                    slug: slug,
                    version: version,
                    versions: versions,
                    content: try contents.content(&row),
                    issuer: Issuer(&row),
                    revision: revision
                )
            }
        }
        guard let edition else { throw BadgeError.notFound(slug.description) }
        return edition
    }

    private static let selectEdition =
        SQL.Words(
            """
            SELECT (SELECT value FROM counter WHERE name = 'badges'), badge_version.version, badge_class.version,
            """
        ) + BadgeContent.columns + SQL.Words(",") + Issuer.columns
        + SQL.Words(
            """
              FROM badge_class
              JOIN badge_version ON badge_version.badge_id = badge_class.id
              JOIN issuer ON issuer.id = badge_class.issuer_id
            """
        )

    // MARK: Status

    func statusList(_ number: Int) async throws -> StatusListState? {
        try await database.read { session in
            try session.first("SELECT number, issuer_id, changes FROM status_list WHERE number = \(number)") { row in
                StatusListState(number: row.integer(), issuer: row.id(), changes: row.integer())
            }
        }
    }

    func revokedPlaces(in number: Int) async throws -> [Int] {
        try await database.read { session in
            try session.rows(
                """
                SELECT award_proof.place
                  FROM award_proof JOIN award ON award.id = award_proof.award_id
                 WHERE award_proof.list = \(number) AND award.revoked_at IS NOT NULL
                """
            ) { $0.integer() }
        }
    }

    func suspendedPlaces(in number: Int) async throws -> [Int] {
        try await database.read { session in
            try session.rows(
                """
                SELECT award_proof.place
                  FROM award_proof JOIN award ON award.id = award_proof.award_id
                 WHERE award_proof.list = \(number) AND award.suspended_at IS NOT NULL
                """
            ) { $0.integer() }
        }
    }

    func changeCount(of issuer: Issuer.ID) async throws -> Int {
        let count = try await database.read { session in
            try session.first("SELECT coalesce(sum(changes), 0) FROM status_list WHERE issuer_id = \(issuer)") {
                $0.integer()
            }
        }
        return count ?? 0
    }

    func revocations(of issuer: Issuer.ID) async throws -> [RevokedAward] {
        try await database.read { session in
            try session.rows(
                """
                SELECT award.id, coalesce(award.revocation_reason, award.suspension_reason), award.revoked_at
                  FROM award JOIN badge_class ON badge_class.id = award.badge_id
                 WHERE (award.revoked_at IS NOT NULL OR award.suspended_at IS NOT NULL)
                   AND badge_class.issuer_id = \(issuer)
                 ORDER BY coalesce(award.revoked_at, award.suspended_at), award.id
                """
            ) { RevokedAward(award: $0.id(), reason: $0.text(), isSuspended: $0.optionalDate() == nil) }
        }
    }
}
