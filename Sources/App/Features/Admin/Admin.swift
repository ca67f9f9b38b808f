import Core
import Foundation
import Hummingbird
import Storage

/// What administrators see and do: sources, directories, people and their roles.
///
/// `GET /admin`, `POST /admin/sources/{id}/sync`, `/admin/people`.
struct Admin {
    private static let pageLimit = 1_000_000

    let site: Site
    let forms: FormGuard
    let sources: [SyncService]
    let people: any PersonStore
    let learning: any LearningStore
    let accounts: any AccountStore
    let directories: [Directory]
    let directoryStore: any DirectoryStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin") { request, context in
            _ = try context.require(.administrator)
            let asked = request.uri.queryParameters["syncing"].map(String.init)
            return site.response(try await overview(asked: asked, context), context)
        }
        router.post("admin/sources/:id/sync") { request, context in
            _ = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let id = try context.parameters.require("id")
            guard let source = sources.first(where: { $0.source.id.rawValue == id }) else { throw HTTPError(.notFound) }
            source.wake()
            return Response.redirect(to: "/admin?syncing=\(URLText.query(id))")
        }
        addPeople(to: router)
        addAccounts(to: router)
    }

    private func addPeople(to router: some RouterMethods<PortalContext>) {
        router.get("admin/people") { request, context in
            _ = try context.require(.administrator)
            let text = (request.queryFields["q"] ?? "").trimmed
            let number = Self.pageNumber(request)
            let filter = PeopleFilter(rawValue: request.uri.queryParameters["show"].map(String.init) ?? "") ?? .all
            let page = try await people.people(matching: text, filter, page: number - 1)
            return site.response(peoplePage(page, text, filter, number, context), context)
        }
        router.post("admin/people/:id/roles") { request, context in
            let administrator = try context.require(.administrator)
            let form = try await forms.read(request, context)
            let person = try await people.person(ID(context.parameters.require("id")))
            guard let role = Role(rawValue: form.fields["role"] ?? "") else {
                throw PersonError.unknownRole(form.fields["role"] ?? "")
            }
            try await people.set(
                role,
                of: person.id,
                to: form.fields["granted"] == "1",
                by: .person(administrator.id),
                at: site.now()
            )
            return Response.redirect(to: "/admin/people?q=\(URLText.query(form.fields["q"] ?? ""))")
        }
    }

    /// Bounded, because the store multiplies it.
    private static func pageNumber(_ request: Request) -> Int {
        min(max(1, request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1), pageLimit)
    }
}
