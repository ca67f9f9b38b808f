import Core
import Foundation

extension SQLBadgeStore {
    func create(_ badge: NewBadge, by actor: Actor, at date: Date) async throws -> BadgeClass {
        try await database.write { session in
            try Self.taking(badge.slug) {
                try session.execute(
                    """
                    INSERT INTO badge_class (id, slug, issuer_id, status, version, revision, search_name, created_at)
                    VALUES (\(badge.id), \(badge.slug), \(badge.issuer), \(BadgeStatus.draft), 1, 1,
                            \(SearchText.folded(badge.content.name)), \(date))
                    """
                )
            }
            try Self.insert(badge.content, badge: badge.id, version: 1, at: date, session)
            try Self.noteChange(.badgeCreated, badge.slug, by: actor, at: date, session)
            return try session.badge(badge.id)
        }
    }

    func save(_ edit: BadgeEdit, by actor: Actor, at date: Date) async throws -> BadgeClass {
        try await database.write { session in
            let badge = try session.badge(edit.badge)
            guard badge.revision == edit.revision else { throw BadgeError.changedMeanwhile(badge.slug) }
            let wasAwarded = try session.finds("SELECT 1 FROM award WHERE badge_id = \(badge.id) LIMIT 1")
            guard edit.slug == badge.slug || !wasAwarded else { throw BadgeError.slugFixed(badge.slug) }
            let meansOther = edit.content.meansOther(than: badge.content, isCorrection: edit.isCorrection)
            let version = wasAwarded && meansOther ? badge.version + 1 : badge.version
            if version > badge.version {
                try Self.insert(edit.content, badge: badge.id, version: version, at: date, session)
            } else {
                try Self.replace(edit.content, badge: badge.id, version: version, session)
            }
            try Self.taking(edit.slug) {
                try session.execute(
                    """
                    UPDATE badge_class
                       SET slug = \(edit.slug), version = \(version), revision = revision + 1,
                           search_name = \(SearchText.folded(edit.content.name))
                     WHERE id = \(badge.id)
                    """
                )
            }
            if badge.status == .published, let rule = edit.content.rule, rule != badge.content.rule {
                try session.wait(for: rule)
            }
            try Self.noteChange(.badgeSaved, edit.slug, "version \(version)", by: actor, at: date, session)
            return try session.badge(badge.id)
        }
    }

    func set(
        _ status: BadgeStatus,
        of slug: Slug,
        telling: Telling,
        by actor: Actor,
        at date: Date
    ) async throws -> BadgeClass {
        try await database.write { session in
            let badge = try session.badge(slug)
            switch (badge.status, status) {
            case (.draft, .published):
                try session.execute(
                    """
                    UPDATE badge_class
                       SET status = 'published', published_at = \(date), telling = \(telling), revision = revision + 1
                     WHERE id = \(badge.id)
                    """
                )
                if let rule = badge.content.rule { try session.wait(for: rule) }
                try Self.noteChange(.badgePublished, slug, by: actor, at: date, session)
            case (.published, .withdrawn):
                try session.execute(
                    """
                    UPDATE badge_class SET status = 'withdrawn', withdrawn_at = \(date), revision = revision + 1
                     WHERE id = \(badge.id)
                    """
                )
                try Self.noteChange(.badgeWithdrawn, slug, by: actor, at: date, session)
            case (let before, let after) where before == after: return badge
            case (.withdrawn, _): throw BadgeError.withdrawn(slug)
            case (.draft, _): throw BadgeError.notPublishable("A draft cannot be withdrawn: nobody sees it yet.")
            default: throw BadgeError.notPublishable("A published badge does not become a draft again. Withdraw it.")
            }
            return try session.badge(badge.id)
        }
    }

    /// Runs a statement that stores `slug`; the database knows best whether another badge has it.
    private static func taking(_ slug: Slug, _ statement: () throws -> Int) throws {
        do {
            _ = try statement()
        } catch SQLError.unique {
            throw BadgeError.slugTaken(slug)
        }
    }

    private static func noteChange(
        _ action: AuditEvent.Action,
        _ slug: Slug,
        _ detail: String = "",
        by actor: Actor,
        at date: Date,
        _ session: any SQLSession
    ) throws {
        try Counter.badges.raise(session)
        try session.record(
            AuditEvent(at: date, actor: actor, action: action, subject: slug.description, detail: detail)
        )
    }

    static func insert(
        _ content: BadgeContent,
        badge: BadgeClass.ID,
        version: Int,
        at date: Date,
        _ session: any SQLSession
    ) throws {
        let rule = try content.rule.map { try StoredJSON.text(StoredRule($0)) }
        try session.execute(
            """
            INSERT INTO badge_version (badge_id, version, name, description, criteria, picture, picture_description,
                                       rule, validity_months, alignments, tags, created_at)
            VALUES (\(badge), \(version), \(content.name), \(content.description), \(content.criteria),
                    \(try StoredJSON.text(StoredPicture(content.picture))), \(content.pictureDescription), \(rule),
                    \(content.validity.months), \(try StoredJSON.text(content.alignments)),
                    \(try StoredJSON.text(content.tags)), \(date))
            """
        )
    }

    private static func replace(
        _ content: BadgeContent,
        badge: BadgeClass.ID,
        version: Int,
        _ session: any SQLSession
    ) throws {
        let rule = try content.rule.map { try StoredJSON.text(StoredRule($0)) }
        try session.execute(
            """
            UPDATE badge_version
               SET edition = edition + 1, name = \(content.name), description = \(content.description),
                   criteria = \(content.criteria), picture = \(try StoredJSON.text(StoredPicture(content.picture))),
                   picture_description = \(content.pictureDescription), rule = \(rule),
                   validity_months = \(content.validity.months),
                   alignments = \(try StoredJSON.text(content.alignments)),
                   tags = \(try StoredJSON.text(content.tags))
             WHERE badge_id = \(badge) AND version = \(version)
            """
        )
    }
}
