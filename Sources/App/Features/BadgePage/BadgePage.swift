import Core
import Foundation
import Hummingbird

/// Shows what a badge is, how to earn it, and how far the reader is.
///
/// `GET /badges/{slug}`, open to everyone; drafts to designers only.
struct BadgePage {
    let site: Site
    let badges: any BadgeStore
    let catalogue: BadgeCatalogue
    let awards: any AwardStore
    let learning: any LearningStore
    let sourceNames: [SourceID: String]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("badges/:slug") { _, context in
            let contents = try await contents(context.parameters.require("slug"), context.person)
            return site.response(page(contents), context)
        }
    }

    /// What the page shows.
    struct Contents {
        var badge: BadgeClass
        /// nil for strangers and for badges without a rule.
        var standing: Standing?
        var activities: [ActivityRef: Activity]
        /// The reader's own last award of the badge, if there is one.
        var held: AwardHistory?
        var isDesigner: Bool
        var now: Date
    }

    /// - Throws: ``Core/BadgeError/notFound(_:)``, also for a draft that the reader may not see.
    func contents(_ text: String, _ person: Person?) async throws -> Contents {
        guard let slug = try? Slug(text) else { throw BadgeError.notFound(text) }
        let snapshot = try await catalogue.current()
        let badge: BadgeClass
        if let published = snapshot.bySlug[slug] {
            badge = published
        } else {
            badge = try await badges.badge(slug)
            if badge.status == .draft, person?.may(.designer) != true { throw BadgeError.notFound(text) }
        }
        var contents = Contents(
            badge: badge,
            activities: try await activities(of: badge, snapshot),
            isDesigner: person?.may(.designer) == true,
            now: site.now()
        )
        guard let person else { return contents }
        if let rule = badge.content.rule {
            let facts = try await learning.progress(of: person.id)
            contents.standing = Standing(rule, Dictionary(facts.map { ($0.activity, $0) }) { first, _ in first })
        }
        contents.held = try await awards.histories(of: [person.id])[person.id]?[badge.id]
        return contents
    }

    private func activities(
        of badge: BadgeClass,
        _ snapshot: BadgeCatalogue.Snapshot
    ) async throws -> [ActivityRef: Activity] {
        guard badge.status != .published else { return snapshot.activities }
        return try await learning.activities(Set(badge.content.rule?.requirements.map(\.activity) ?? []))
    }
}
