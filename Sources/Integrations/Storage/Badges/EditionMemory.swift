import Core
import Synchronization

/// What awards show of their badges and issuers: read once, and kept while no badge and no issuer changes.
///
/// The counter of changes is read in the same transaction, so nothing here is ever older than the award beside it.
/// Only for reads: in a transaction that may still fail, an edition is not final.
final class EditionMemory: Sendable {
    struct Key: Hashable {
        var badge: BadgeClass.ID
        var version: Int
    }

    struct Edition: Sendable {
        var slug: Slug
        var content: BadgeContent
        var issuer: Issuer
    }

    private struct Known {
        var revision = -1
        var editions: [Key: Edition] = [:]
    }

    /// More than a portal has versions of badges; above it the memory is emptied and fills again.
    private static let limit = 5_000
    private let known = Mutex(Known())

    /// The editions that `keys` name, among others.
    func editions(_ keys: Set<Key>, _ session: any SQLSession) throws -> [Key: Edition] {
        let revision = try Counter.badges.value(session)
        let kept = known.withLock { $0.revision == revision ? $0.editions : [:] }
        let missing = Set(keys.filter { kept[$0] == nil }.map(\.badge))
        guard !missing.isEmpty else { return kept }
        let fresh = try read(missing, session)
        known.withLock { known in
            if known.revision != revision || known.editions.count > Self.limit { known = Known(revision: revision) }
            known.editions.merge(fresh) { _, new in new }
        }
        return kept.merging(fresh) { _, new in new }
    }

    /// All versions of the badges.
    private func read(_ badges: Set<BadgeClass.ID>, _ session: any SQLSession) throws -> [Key: Edition] {
        var editions: [Key: Edition] = [:]
        for some in badges.sorted().chunks(ofAtMost: 500) {
            let found = try session.rows(
                """
                SELECT badge_version.badge_id, badge_version.version, badge_class.slug, \(BadgeContent.columns),
                       \(Issuer.columns)
                  FROM badge_version
                  JOIN badge_class ON badge_class.id = badge_version.badge_id
                  JOIN issuer ON issuer.id = badge_class.issuer_id
                 WHERE badge_version.badge_id IN \(list: some)
                """
            ) { row in
                let key = Key(badge: row.id(), version: row.integer())
                let edition = Edition(slug: try row.slug(), content: try BadgeContent(&row), issuer: Issuer(&row))
                return (key, edition)
            }
            for (key, edition) in found { editions[key] = edition }
        }
        return editions
    }
}
