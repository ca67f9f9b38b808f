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
    let providers: [any IdentityProvider]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("me/awards/:id") { request, context in
            let held = try await context.ownAward(in: awards)
            let query = request.uri.queryParameters
            let news: News? = query["claimed"] != nil ? .claimed : query["saved"] != nil ? .saved : nil
            return site.response(page(held, news, context), context)
        }
        router.post("me/awards/:id/visibility") { request, context in
            let held = try await context.ownAward(in: awards)
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
}
