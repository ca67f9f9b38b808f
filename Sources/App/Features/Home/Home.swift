import Core
import Foundation
import Hummingbird

/// A person's own page: badges to claim, badges on the way, badges held, badges to earn.
///
/// `GET /`, `POST /claims` (takes all waiting badges), `POST /refreshes` (asks the learning systems again).
/// Reads only the database; what the sources know now arrives behind its back.
struct Home {
    static let goingLimit = 6
    static let couldEarnLimit = 3

    let site: Site
    let forms: FormGuard
    let catalogue: BadgeCatalogue
    let awards: any AwardStore
    let learning: any LearningStore
    let imports: any ImportStore
    let refresh: PersonRefresh
    let sourceNames: [SourceID: String]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("") { request, context in
            let person = try context.requirePerson()
            let contents = try await contents(for: person)
            let isAfterClaim = request.uri.queryParameters["claimed"] != nil
            return site.response(page(contents, isAfterClaim: isAfterClaim, context), context)
        }
        router.post("claims") { request, context in
            let person = try context.requirePerson()
            _ = try await forms.read(request, context)
            let waiting = try await awards.awards(of: person.id).filter { $0.award.claimedAt == nil }
            for held in waiting { try await awards.claim(held.award.id, by: person.id, at: site.now()) }
            let only = waiting.count == 1 ? waiting.first : nil
            return Response.redirect(to: only.map { "/me/awards/\($0.award.id)?claimed=1" } ?? "/?claimed=1")
        }
        router.post("refreshes") { request, context in
            let person = try context.requirePerson()
            _ = try await forms.read(request, context)
            let refreshes = try await learning.refreshes(of: person.id)
            await refresh.ask(about: person.id, refreshes: refreshes, olderThan: PersonRefresh.pause)
            return Response.redirect(to: "/#going")
        }
    }

    /// What the page shows.
    struct Contents {
        var person: Person
        /// The newest first.
        var held: [HeldAward]
        /// From elsewhere, the newest first.
        var imported: [ImportedBadge]
        /// The furthest first.
        var going: [Going]
        var couldEarn: [BadgeClass]
        var badgeCount: Int
        /// The source whose word is the oldest, and since when it stands; nil when no source was asked yet.
        var knowledge: Knowledge?
        var isRefreshing: Bool
        var now: Date

        /// Awards that wait to be taken.
        var waiting: [HeldAward] { held.filter { $0.award.claimedAt == nil && $0.award.verdict(at: now) == .valid } }
    }

    struct Going: Sendable {
        var badge: BadgeClass
        var standing: Standing
        /// The first step that is not done.
        var next: Activity?
    }

    struct Knowledge {
        var source: String
        var asOf: Date
    }

    func contents(for person: Person) async throws -> Contents {
        let snapshot = try await catalogue.current()
        let held = try await awards.awards(of: person.id)
        let facts = try await learning.progress(of: person.id)
        let refreshes = try await learning.refreshes(of: person.id)
        let now = site.now()
        let isRefreshing = await refresh.ask(
            about: person.id,
            refreshes: refreshes,
            olderThan: PersonRefresh.staleAfter
        )
        let has = Set(held.filter { $0.award.verdict(at: now) == .valid }.map(\.award.badge))
        let going = Self.going(facts, snapshot, without: has)
        let begun = has.union(going.map(\.badge.id))
        return Contents(
            person: person,
            held: held,
            imported: try await imports.imports(of: person.id),
            going: Array(going.prefix(Self.goingLimit)),
            couldEarn: snapshot.earnable.lazy.filter { !begun.contains($0.id) }
                .prefix(Self.couldEarnLimit).map { snapshot.badges[$0.place] },
            badgeCount: snapshot.badges.count,
            knowledge: knowledge(facts, refreshes),
            isRefreshing: isRefreshing,
            now: now
        )
    }

    /// Looks only at the badges that something the person did counts for, however many others there are.
    static func going(
        _ facts: [Progress],
        _ snapshot: BadgeCatalogue.Snapshot,
        without held: Set<BadgeClass.ID>
    ) -> [Going] {
        let known = Dictionary(facts.map { ($0.activity, $0) }) { first, _ in first }
        let places = Set(known.keys.flatMap { snapshot.placesByActivity[$0] ?? [] })
        let going = places.sorted().compactMap { place -> Going? in
            let badge = snapshot.badges[place]
            guard !held.contains(badge.id), let rule = badge.content.rule else { return nil }
            let standing = Standing(rule, known)
            guard standing.hasBegun, standing.metAt == nil else { return nil }
            let next = standing.steps.first { $0.metAt == nil }
            return Going(
                badge: badge,
                standing: standing,
                next: next.flatMap { snapshot.activities[$0.requirement.activity] }
            )
        }
        return going.sorted { $0.standing.percent > $1.standing.percent }
    }

    private func knowledge(_ facts: [Progress], _ refreshes: [SourceID: Date]) -> Knowledge? {
        var asOf: [SourceID: Date] = refreshes
        for fact in facts where asOf[fact.activity.source] == nil { asOf[fact.activity.source] = fact.asOf }
        let known = asOf.filter { sourceNames[$0.key] != nil }
        guard let oldest = known.min(by: { $0.value < $1.value }) else { return nil }
        return Knowledge(source: sourceNames[oldest.key] ?? "", asOf: oldest.value)
    }
}
