import Core
import Foundation
import Hummingbird
import Storage

/// What administrators see and do: sources, people and roles, awards, the audit trail.
///
/// `GET /admin`, `POST /admin/sources/{id}/sync`, `/admin/people`, `/admin/awards`, `/admin/audit`.
struct Admin {
    private static let pageLimit = 1_000_000

    let site: Site
    let forms: FormGuard
    let sources: [SyncService]
    let people: any PersonStore
    let awards: any AwardStore
    let learning: any LearningStore
    let audit: any AuditLog
    let accounts: any AccountStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin") { _, context in
            _ = try context.require(.administrator)
            return site.response(try await overview(context), context)
        }
        router.post("admin/sources/:id/sync") { request, context in
            _ = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let id = try context.parameters.require("id")
            guard let source = sources.first(where: { $0.source.id.rawValue == id }) else { throw HTTPError(.notFound) }
            source.wake()
            return Response.redirect(to: "/admin?syncing=\(URLText.query(id))")
        }
        router.get("admin/audit") { _, context in
            _ = try context.require(.administrator)
            return site.response(try await auditTrail(), context)
        }
        addPeople(to: router)
        addAccounts(to: router)
        addAwards(to: router)
    }

    private func addPeople(to router: some RouterMethods<PortalContext>) {
        router.get("admin/people") { request, context in
            _ = try context.require(.administrator)
            let text = (request.uri.queryParameters["q"].map(String.init) ?? "").trimmed
            let number = Self.pageNumber(request)
            let page = try await people.people(matching: text, page: number - 1)
            return site.response(peoplePage(page, text, number, context), context)
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

    private func addAwards(to router: some RouterMethods<PortalContext>) {
        router.get("admin/awards") { request, context in
            _ = try context.require(.administrator)
            let number = Self.pageNumber(request)
            return site.response(awardsPage(try await awards.awards(page: number - 1), number), context)
        }
        router.get("admin/awards/:id") { _, context in
            _ = try context.require(.administrator)
            return site.response(awardPage(try await award(context), nil, context), context)
        }
        router.post("admin/awards/:id/revocation") { request, context in
            let administrator = try context.require(.administrator)
            let form = try await forms.read(request, context)
            let held = try await award(context)
            let reason = (form.fields["reason"] ?? "").trimmed
            guard let problem = Self.problem(with: reason) else {
                let revocation = Revocation(at: site.now(), reason: reason)
                try await awards.revoke(held.award.id, revocation, by: .person(administrator.id))
                return Response.redirect(to: "/awards/\(held.award.id)")
            }
            return refusal(held, ReasonDraft(form: .revocation, reason: reason, problem: problem), context)
        }
        router.post("admin/awards/:id/suspension") { request, context in
            let administrator = try context.require(.administrator)
            let form = try await forms.read(request, context)
            let held = try await award(context)
            let reason = (form.fields["hold-reason"] ?? "").trimmed
            guard let problem = Self.problem(with: reason) else {
                let suspension = Suspension(at: site.now(), reason: reason)
                try await awards.suspend(held.award.id, suspension, by: .person(administrator.id))
                return Response.redirect(to: "/admin/awards/\(held.award.id)")
            }
            return refusal(held, ReasonDraft(form: .suspension, reason: reason, problem: problem), context)
        }
        router.post("admin/awards/:id/resumption") { request, context in
            let administrator = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let id = try await award(context).award.id
            try await awards.resume(id, by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/awards/\(id)")
        }
    }

    private func refusal(_ held: HeldAward, _ draft: ReasonDraft, _ context: PortalContext) -> Response {
        var page = awardPage(held, draft, context)
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    /// Bounded, because the store multiplies it.
    private static func pageNumber(_ request: Request) -> Int {
        min(max(1, request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1), pageLimit)
    }

    private func award(_ context: PortalContext) async throws -> HeldAward {
        guard let id = Award.ID(uuid: try context.parameters.require("id")) else { throw AwardError.notFound }
        return try await awards.award(id)
    }

    private static func problem(with reason: String) -> String? {
        if reason.isEmpty { return AwardError.reasonMissing.message }
        guard reason.count > Revocation.reasonLimit else { return nil }
        return "The reason has \(reason.count) characters; \(Revocation.reasonLimit) fit."
    }
}
