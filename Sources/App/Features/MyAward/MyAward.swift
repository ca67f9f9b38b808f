import Core
import Hummingbird

/// A badge as its person sees it: where to show it, who may see it, what to keep.
///
/// `GET /me/awards/{uuid}`, `POST /me/awards/{uuid}/visibility`.
struct MyAward {
    let site: Site
    let forms: FormGuard
    let awards: any AwardStore
    let sharing: any SharingStore
    /// Where the badge can be shown, in this order.
    let targets: [ShareTarget]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("me/awards/:id") { request, context in
            let held = try await award(context)
            let query = request.uri.queryParameters
            let news: News? = query["claimed"] != nil ? .claimed : query["saved"] != nil ? .saved : nil
            return site.response(page(held, news, context), context)
        }
        router.post("me/awards/:id/visibility") { request, context in
            let held = try await award(context)
            let form = try await forms.read(request, context)
            let visibility = form.fields["visibility"].flatMap(Visibility.init(rawValue:)) ?? held.award.visibility
            try await sharing.set(visibility, of: held.award.id, by: held.award.person, at: site.now())
            return Response.redirect(to: "/me/awards/\(held.award.id)?saved=1")
        }
    }

    /// What the person did a moment ago.
    enum News {
        case claimed
        case saved
    }

    /// - Throws: ``Core/AwardError/notFound`` also for somebody else's.
    private func award(_ context: PortalContext) async throws -> HeldAward {
        let person = try context.requirePerson()
        guard let id = Award.ID(uuid: try context.parameters.require("id")) else { throw AwardError.notFound }
        let held = try await awards.award(id)
        guard held.award.person == person.id else { throw AwardError.notFound }
        return held
    }
}
