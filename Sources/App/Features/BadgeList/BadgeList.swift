import Core
import Foundation
import Hummingbird

/// All badges that can be earned, with a search and filters, which are links with counts.
///
/// `GET /badges?q=…&topic=…&level=…&way=…&show=…&order=…&page=…`, open to everyone.
struct BadgeList {
    static let pageSize = 24

    let site: Site
    let catalogue: BadgeCatalogue
    let awards: any AwardStore
    let sourceNames: [SourceID: String]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("badges") { request, context in
            let query = request.queryFields
            var filter = BadgeFilter { query[$0] }
            if context.person == nil { filter.holding = nil }
            let held = try await held(by: context.person)
            let badges = BadgeSearch.search(try await catalogue.current().badges, filter.text)
            let found = BadgeFindings(badges, filter, held: held)
            let number = query["page"].flatMap { Int($0) } ?? 1
            let page = page(found, filter, number: number, held: held, isSignedIn: context.person != nil)
            return site.response(page, context)
        }
    }

    private func held(by person: Person?) async throws -> Set<BadgeClass.ID> {
        guard let person else { return [] }
        let now = site.now()
        let histories = try await awards.histories(of: [person.id])[person.id] ?? [:]
        return Set(histories.filter { $0.value.counts(at: now) }.keys)
    }
}
