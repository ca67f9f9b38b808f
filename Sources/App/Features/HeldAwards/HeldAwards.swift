import Core
import Foundation
import Hummingbird

/// Awards as those see them who gave them: who has what, since when, and how it is taken back.
///
/// For administrators all: `GET /admin/awards`, `GET /admin/awards/{id}`. For designers those of a badge:
/// `GET /design/{slug}/holders`, `GET /design/{slug}/holders.csv`, `GET /design/{slug}/holders/{id}`. Below an award's
/// page: `POST …/revocation`, `…/suspension` and `…/resumption`.
struct HeldAwards {
    private static let pageLimit = 1_000_000

    let site: Site
    let forms: FormGuard
    let badges: any BadgeStore
    let awards: any AwardStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/awards") { request, context in
            _ = try context.require(.administrator)
            let number = min(max(1, request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1), Self.pageLimit)
            return site.response(awardsPage(try await awards.awards(page: number - 1), number), context)
        }
        router.get("design/:slug/holders") { request, context in
            _ = try context.require(.designer)
            let badge = try await badge(context)
            let query = HolderForm(request).query(badge.id, at: site.now())
            return site.response(holdersPage(badge, query, try await awards.holders(query)), context)
        }
        router.get("design/:slug/holders.csv") { request, context in
            _ = try context.require(.designer)
            let badge = try await badge(context)
            let query = HolderForm(request).query(badge.id, at: site.now())
            return HolderFile(site: site, awards: awards, badge: badge, query: query).response
        }
        addAward(at: "admin/awards/:id", for: .administrator, to: router)
        addAward(at: "design/:slug/holders/:id", for: .designer, to: router)
    }

    private func addAward(at path: RouterPath, for role: Role, to router: some RouterMethods<PortalContext>) {
        router.get(path) { _, context in
            let person = try context.require(role)
            return site.response(awardPage(try await award(context), nil, role, person, context), context)
        }
        router.post(RouterPath("\(path)/revocation")) { request, context in
            let person = try context.require(role)
            let reason = try await reason("reason", request, context)
            let held = try await award(context)
            if let problem = Self.problem(with: reason) {
                let draft = ReasonDraft(form: .revocation, reason: reason, problem: problem)
                return refusal(awardPage(held, draft, role, person, context), context)
            }
            let revocation = Revocation(at: site.now(), reason: reason)
            try await awards.revoke(held.award.id, revocation, by: .person(person.id))
            return Response.redirect(to: Self.address(held, role))
        }
        router.post(RouterPath("\(path)/suspension")) { request, context in
            let person = try context.require(role)
            let reason = try await reason("hold-reason", request, context)
            let held = try await award(context)
            if let problem = Self.problem(with: reason) {
                let draft = ReasonDraft(form: .suspension, reason: reason, problem: problem)
                return refusal(awardPage(held, draft, role, person, context), context)
            }
            let suspension = Suspension(at: site.now(), reason: reason)
            try await awards.suspend(held.award.id, suspension, by: .person(person.id))
            return Response.redirect(to: Self.address(held, role))
        }
        router.post(RouterPath("\(path)/resumption")) { request, context in
            let person = try context.require(role)
            _ = try await forms.read(request, context)
            let held = try await award(context)
            try await awards.resume(held.award.id, by: .person(person.id), at: site.now())
            return Response.redirect(to: Self.address(held, role))
        }
    }

    /// Where the award's page is for somebody in this role.
    static func address(_ held: HeldAward, _ role: Role) -> String {
        role == .administrator ? "/admin/awards/\(held.award.id)" : "/design/\(held.slug)/holders/\(held.award.id)"
    }

    private func reason(_ field: String, _ request: Request, _ context: PortalContext) async throws -> String {
        (try await forms.read(request, context).fields[field] ?? "").trimmed
    }

    private func refusal(_ page: Page, _ context: PortalContext) -> Response {
        var page = page
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    private static func problem(with reason: String) -> String? {
        if reason.isEmpty { return Words[.reasonMissing] }
        var reader = FormReader([:])
        reader.check(reason, as: "reason", label: .whyWord, limit: Revocation.reasonLimit)
        return reader.problems.first?.message
    }

    private func badge(_ context: PortalContext) async throws -> BadgeClass {
        let text = try context.parameters.require("slug")
        guard let slug = try? Slug(text) else { throw BadgeError.notFound(text) }
        return try await badges.badge(slug)
    }

    /// - Throws: ``Core/AwardError/notFound``, also for an award of another badge than the address says.
    private func award(_ context: PortalContext) async throws -> HeldAward {
        guard let id = Award.ID(uuid: try context.parameters.require("id")) else { throw AwardError.notFound }
        let held = try await awards.award(id)
        if let slug = context.parameters.get("slug"), slug != held.slug.description { throw AwardError.notFound }
        return held
    }
}

/// A reason that was typed into one of the forms of an award's page, and what is wrong with it.
struct ReasonDraft {
    enum Form {
        case revocation
        case suspension
    }

    var form: Form
    var reason: String
    var problem: String
}
