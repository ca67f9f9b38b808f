import Core
import Hummingbird

/// Erases an account for good, when its person or an administrator on the person's behalf says so.
///
/// `GET` and `POST /settings/erasure`, `GET` and `POST /admin/people/{id}/erasure`; `GET /erased` says that it is done.
struct Erasure {
    static let triesPerMinute = 6

    let site: Site
    let forms: FormGuard
    let people: any PersonStore
    let accounts: any AccountStore
    /// For whoever erases.
    let limit: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("settings/erasure") { _, context in
            _ = try context.requirePerson()
            return site.response(ownPage(context.formFields), context)
        }
        router.post("settings/erasure") { request, context in
            let person = try context.requirePerson()
            guard try await isSure(request, person, context) else {
                return again(ownPage(context.formFields, problem: Words[.eraseTickMissing]), context)
            }
            try await accounts.erase(person.id, by: .person(person.id), at: site.now())
            var response = Response.redirect(to: "/erased")
            response.setCookie(site.cookie(Sessions.cookie, "", maxAge: 0))
            return response
        }
        router.get("erased") { _, context in site.response(donePage, context) }
        addOthers(to: router)
    }

    private func addOthers(to router: some RouterMethods<PortalContext>) {
        router.get("admin/people/:id/erasure") { _, context in
            _ = try context.require(.administrator)
            let person = try await people.person(ID(context.parameters.require("id")))
            return site.response(page(of: person, context.formFields), context)
        }
        router.post("admin/people/:id/erasure") { request, context in
            let administrator = try context.require(.administrator)
            let isSure = try await isSure(request, administrator, context)
            let person = try await people.person(ID(context.parameters.require("id")))
            guard isSure else {
                return again(page(of: person, context.formFields, problem: Words[.eraseTickMissing]), context)
            }
            try await accounts.erase(person.id, by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/people")
        }
    }

    /// Whether the box is ticked.
    private func isSure(_ request: Request, _ actor: Person, _ context: PortalContext) async throws -> Bool {
        let form = try await forms.read(request, context)
        guard try await limit.allows(actor.id.rawValue, at: site.now()) else { throw TooManyRequests() }
        return form.fields["sure"] == "on"
    }

    private func again(_ page: Page, _ context: PortalContext) -> Response {
        var page = page
        page.status = .unprocessableContent
        return site.response(page, context)
    }
}
