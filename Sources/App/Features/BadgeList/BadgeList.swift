import Core
import Foundation
import Hummingbird

/// All badges that can be earned, with a search.
///
/// `GET /badges?q=…&page=…`, open to everyone.
struct BadgeList {
    static let pageSize = 24

    let site: Site
    let catalogue: BadgeCatalogue
    let awards: any AwardStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("badges") { request, context in
            let text = (request.uri.queryParameters["q"].map(String.init) ?? "").trimmed
            let number = request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1
            let found = BadgeSearch.search(try await catalogue.current().badges, text)
            let held = try await held(by: context.person)
            return site.response(page(found, text: text, number: number, held: held), context)
        }
    }

    private func held(by person: Person?) async throws -> Set<BadgeClass.ID> {
        guard let person else { return [] }
        let now = site.now()
        let histories = try await awards.histories(of: [person.id])[person.id] ?? [:]
        return Set(histories.filter { $0.value.counts(at: now) }.keys)
    }
}
