import Core
import HTTPTypes
import Hummingbird

/// The first page after the first sign-in: what somebody has earned already, and one button to take it.
///
/// `GET /welcome`; who has claimed something belongs on the home page. ``Arrival`` sends people here.
struct Welcome {
    static let beginningCount = 3

    let site: Site
    let catalogue: BadgeCatalogue
    let awards: any AwardStore
    let learning: any LearningStore
    let refresh: PersonRefresh
    /// Whether a code can be sent to a private address.
    let sendsCodes: Bool

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("welcome") { _, context in
            let person = try context.requirePerson()
            let held = try await awards.awards(of: person.id)
            guard held.allSatisfy({ $0.award.claimedAt == nil }) else { return Response.redirect(to: "/") }
            return site.response(page(try await contents(person, held), context), context)
        }
    }

    /// What the page shows.
    struct Contents {
        var person: Person
        /// Valid awards that wait to be taken, the newest first.
        var waiting: [HeldAward]
        /// Where nothing waits: badges that learning earns.
        var begin: [BadgeClass]
        /// A source is being asked at this moment.
        var isLooking: Bool
    }

    private func contents(_ person: Person, _ held: [HeldAward]) async throws -> Contents {
        let now = site.now()
        let waiting = held.filter { $0.award.verdict(at: now) == .valid }
        let isLooking = await refresh.ask(
            about: person.id,
            refreshes: try await learning.refreshes(of: person.id),
            olderThan: PersonRefresh.staleAfter
        )
        let snapshot = try await catalogue.current()
        let begin = snapshot.earnable.prefix(Self.beginningCount).map { snapshot.badges[$0.place] }
        return Contents(person: person, waiting: waiting, begin: waiting.isEmpty ? begin : [], isLooking: isLooking)
    }
}
