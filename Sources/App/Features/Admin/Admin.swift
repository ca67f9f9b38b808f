import Core
import Foundation
import Hummingbird
import Storage

/// People and their roles, as administrators see and change them.
///
/// `GET /admin/people` and what is below it.
struct Admin {
    private static let pageLimit = 1_000_000

    let site: Site
    let forms: FormGuard
    let people: any PersonStore
    let accounts: any AccountStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
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
