import Core
import Foundation

extension SQLAwardStore {
    func record(_ decisions: [AwardDecision], at date: Date) async throws -> [Award] {
        guard !decisions.isEmpty else { return [] }
        return try await database.write { session in
            var added: [Added] = []
            for decision in decisions {
                for earned in decision.earned {
                    guard let award = try add(earned, to: decision.waiting.person, at: date, session) else { continue }
                    added.append(award)
                }
                if let again = decision.again { try decide(about: decision.waiting.person, at: again, date, session) }
                try session.execute(
                    """
                    DELETE FROM waiting_for_awards
                     WHERE person_id = \(decision.waiting.person) AND mark = \(decision.waiting.mark)
                    """
                )
            }
            return try session.finish(added)
        }
    }

    private func decide(
        about person: Person.ID,
        at due: Date,
        _ date: Date,
        _ session: any SQLSession
    ) throws {
        _ = try session.add(
            ID(newID()),
            DecideAgainJob.kind,
            payload: try StoredJSON.text(DecideAgainJob(person: person)),
            key: DecideAgainJob.key(person, at: due),
            due: due,
            at: date
        )
    }

    /// - Returns: nil when the person has the badge or was erased, the key was used, or the badge is no longer awarded.
    private func add(
        _ earned: EarnedAward,
        to person: Person.ID,
        at date: Date,
        _ session: any SQLSession
    ) throws -> Added? {
        let award = Award(
            id: ID(newID()),
            badge: earned.badge,
            badgeVersion: earned.badgeVersion,
            person: person,
            issuedOn: earned.issuedOn.stored,
            expires: earned.expires?.stored
        )
        guard let badge = try session.publication(of: award.badge),
            try !session.finds(
                """
                SELECT 1 FROM award WHERE award_key = \(earned.key)
                UNION ALL SELECT 1 FROM person WHERE id = \(person) AND erased_at IS NOT NULL
                """
            )
        else { return nil }
        let renewed = try session.supersede(by: award, at: date)
        guard try award.insert(key: earned.key, session) else { return nil }
        try session.noteIssued(award, badge, by: .rule, at: date)
        return Added(award: award, isRenewal: renewed)
    }

    func give(_ award: Award, by actor: Actor) async throws {
        try await database.write { session in
            guard try session.finds("SELECT 1 FROM person WHERE id = \(award.person) AND erased_at IS NULL") else {
                throw PersonError.notFound
            }
            guard let badge = try session.publication(of: award.badge) else {
                throw BadgeError.withdrawn(try session.badge(award.badge).slug)
            }
            guard let added = try session.give(award, badge, by: actor) else {
                throw AwardError.hasItAlready(try session.held(award.badge, by: award.person) ?? award.id)
            }
            _ = try session.finish([added])
        }
    }

    func claim(_ id: Award.ID, by person: Person.ID, at date: Date) async throws {
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE award SET claimed_at = \(date)
                 WHERE id = \(id) AND person_id = \(person) AND claimed_at IS NULL
                """
            )
            if changed == 1 {
                try session.record(
                    AuditEvent(at: date, actor: .person(person), action: .awardClaimed, subject: id.rawValue)
                )
            } else if try !session.finds("SELECT 1 FROM award WHERE id = \(id) AND person_id = \(person)") {
                throw AwardError.notFound
            }
        }
    }

    func revoke(_ id: Award.ID, _ revocation: Revocation, by actor: Actor) async throws {
        let reason = revocation.reason.trimmed
        guard !reason.isEmpty else { throw AwardError.reasonMissing }
        try await database.write { session in
            try session.revoke(id, Revocation(at: revocation.at, reason: reason), by: actor)
        }
    }
}

/// What awards have to know of a published badge.
struct Publication {
    var slug: Slug
    var telling: Telling
    var date: Date
}

/// An award that was inserted.
struct Added {
    var award: Award
    /// It took the place of one that had run out, so its badge has no holder more.
    var isRenewal: Bool
}

extension SQLSession {
    /// - Returns: nil when the person holds the badge.
    func give(_ award: Award, _ badge: Publication, by actor: Actor) throws -> Added? {
        let renewed = try supersede(by: award, at: award.issuedOn)
        guard try award.insert(key: nil, self) else { return nil }
        try noteIssued(award, badge, by: actor, at: award.issuedOn)
        return Added(award: award, isRenewal: renewed)
    }

    /// - Throws: ``AwardError``.
    func revoke(_ id: Award.ID, _ revocation: Revocation, by actor: Actor) throws {
        let revoked = try first(
            """
            UPDATE award SET revoked_at = \(revocation.at), revocation_reason = \(revocation.reason)
             WHERE id = \(id) AND revoked_at IS NULL
            RETURNING badge_id, person_id, superseded_by
            """
        ) { row in
            let (badge, person): (BadgeClass.ID, Person.ID) = (row.id(), row.id())
            return (badge: badge, person: person, supersededBy: row.optionalText())
        }
        guard let revoked else {
            let exists = try finds("SELECT 1 FROM award WHERE id = \(id)")
            throw exists ? AwardError.revokedAlready : AwardError.notFound
        }
        try noteStatusChange(id)
        if revoked.supersededBy == nil { try changeHolders(of: revoked.badge, by: -1) }
        try record(
            AuditEvent(
                at: revocation.at,
                actor: actor,
                action: .awardRevoked,
                subject: id.rawValue,
                detail: revocation.reason
            )
        )
        let message = AwardMessage(award: id, badge: revoked.badge, person: revoked.person)
        try post(.awardRevoked, message, at: revocation.at)
    }

    /// Gives the awards their places in status lists and counts the holders, each row once: rows that everybody
    /// changes are changed as seldom as can be.
    func finish(_ added: [Added]) throws -> [Award] {
        let awards = added.map(\.award)
        try addProofs(of: awards)
        let holders = Dictionary(grouping: added.filter { !$0.isRenewal }, by: \.award.badge)
        for (badge, new) in holders.sorted(by: { $0.key < $1.key }) { try changeHolders(of: badge, by: new.count) }
        return awards
    }

    /// nil when the badge is not published, or not there.
    func publication(of badge: BadgeClass.ID) throws -> Publication? {
        try first(
            "SELECT slug, telling, published_at FROM badge_class WHERE id = \(badge) AND status = 'published'"
        ) { row in
            Publication(slug: try row.slug(), telling: try row.word(), date: row.date())
        }
    }

    /// Marks the award of the same badge that has run out at `date`.
    ///
    /// - Returns: whether there was one.
    func supersede(by award: Award, at date: Date) throws -> Bool {
        let changed = try execute(
            """
            UPDATE award SET superseded_by = \(award.id)
             WHERE badge_id = \(award.badge) AND person_id = \(award.person)
               AND revoked_at IS NULL AND superseded_by IS NULL AND expires_at <= \(date)
            """
        )
        return changed == 1
    }

    func held(_ badge: BadgeClass.ID, by person: Person.ID) throws -> Award.ID? {
        try first(
            """
            SELECT id FROM award
             WHERE badge_id = \(badge) AND person_id = \(person) AND revoked_at IS NULL AND superseded_by IS NULL
            """
        ) { $0.id() }
    }

    func changeHolders(of badge: BadgeClass.ID, by difference: Int) throws {
        try execute("UPDATE badge_class SET holders = holders + \(difference) WHERE id = \(badge)")
    }

    func noteIssued(_ award: Award, _ badge: Publication, by actor: Actor, at date: Date) throws {
        try record(
            AuditEvent(
                at: date,
                actor: actor,
                action: .awardIssued,
                subject: award.id.rawValue,
                detail: badge.slug.description
            )
        )
        let isOld = actor == .rule && award.issuedOn <= badge.date
        let message = AwardMessage(
            award: award.id,
            badge: award.badge,
            person: award.person,
            telling: isOld ? badge.telling : nil,
            published: isOld ? String(badge.date.milliseconds) : nil
        )
        try post(.awardIssued, message, at: date)
    }
}
