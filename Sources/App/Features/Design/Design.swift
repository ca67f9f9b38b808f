import Core
import Foundation
import Hummingbird
import Pictures

/// Where badges are designed, published and withdrawn.
///
/// `GET /design`, `GET /design/new`, `POST /design`, `GET` and `POST /design/{slug}`,
/// `POST /design/{slug}/publication`, `POST /design/{slug}/withdrawal`; for designers.
struct Design {
    static let newBadge = "new"

    let site: Site
    let forms: FormGuard
    let badges: any BadgeStore
    let learning: any LearningStore
    let awarding: AwardingJob
    let sources: [any BadgeSource]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("design") { _, context in
            _ = try context.require(.designer)
            return site.response(try await list(), context)
        }
        router.get("design/:slug") { request, context in
            _ = try context.require(.designer)
            let query = request.queryFields
            let search = query["activity"] ?? ""
            let slug = try context.parameters.require("slug")
            let pattern = query["copy"]
            return site.response(try await editor(slug, copying: pattern, search, context), context)
        }
        router.post("design") { request, context in try await save(nil, request, context) }
        router.post("design/:slug") { request, context in
            try await save(context.parameters.require("slug"), request, context)
        }
        router.post("design/:slug/publication") { request, context in
            try await set(.published, request, context)
        }
        router.post("design/:slug/withdrawal") { request, context in
            try await set(.withdrawn, request, context)
        }
    }

    private func list() async throws -> Page {
        var badges: [BadgeClass] = []
        for status in [BadgeStatus.draft, .published, .withdrawn] { badges += try await self.badges.badges(status) }
        return Page(title: Words[.yourDesigns], section: .design, body: Self.list(badges))
    }

    /// - Parameter copying: the slug of a badge whose words and rule a new one begins with.
    private func editor(
        _ text: String,
        copying pattern: String?,
        _ search: String,
        _ context: PortalContext
    ) async throws -> Page {
        guard text != Self.newBadge else {
            var form = BadgeForm()
            if let pattern {
                form = BadgeForm(try await badge(pattern))
                form.slug = ""
                form.revision = 0
            } else {
                form.take(.proposed(for: RandomToken.make()))
            }
            return try await page(form, nil, problems: [], search: search, context)
        }
        let badge = try await badge(text)
        return try await page(BadgeForm(badge), badge, problems: [], search: search, context)
    }

    private func badge(_ text: String) async throws -> BadgeClass {
        guard let slug = try? Slug(text) else { throw BadgeError.notFound(text) }
        return try await badges.badge(slug)
    }

    /// Saves the form, or shows it again: with what is wrong, or with another row.
    private func save(_ text: String?, _ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try context.require(.designer)
        let body = try await forms.read(request, context)
        let old = if let text { try await badge(text) } else { nil as BadgeClass? }
        var form = BadgeForm(body)
        var problems: [FormProblem] = []
        await takeUpload(body, &form, &problems)
        let fields = body.fields
        guard fields["add"] == nil, fields["remove"] == nil, fields["preview"] == nil, fields["find"] == nil else {
            form.edit(add: fields["add"], remove: fields["remove"])
            return site.response(
                try await page(form, old, problems: problems, search: fields["activity_search"] ?? "", context),
                context
            )
        }
        do {
            let badge = try await store(form, old, problems, by: .person(person.id))
            if fields["publish"] != nil { try await publish(badge, by: person) }
            return Response.redirect(
                to: fields["publish"] == nil ? "/design/\(badge.slug)?saved=1" : "/badges/\(badge.slug)"
            )
        } catch let error as InvalidForm {
            problems = error.problems
        } catch let error as BadgeError where Self.field(of: error) != nil {
            problems.append(FormProblem(field: Self.field(of: error) ?? "", message: error.words))
            if case .changedMeanwhile = error, let text { form.revision = try await badge(text).revision }
        }
        var page = try await page(form, old, problems: problems, search: fields["activity_search"] ?? "", context)
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    private func takeUpload(_ body: FormBody, _ form: inout BadgeForm, _ problems: inout [FormProblem]) async {
        guard let file = body.files["picture_file"] else { return }
        do {
            let picture = try PictureCheck.picture(file.bytes)
            try await badges.save(picture, at: site.now())
            form.upload = picture.id.rawValue
        } catch let error as PictureError {
            problems.append(FormProblem(field: "picture_file", message: error.words))
        } catch {
            problems.append(FormProblem(field: "picture_file", message: Words[.pictureNotKept]))
        }
    }

    private func store(
        _ form: BadgeForm,
        _ old: BadgeClass?,
        _ problems: [FormProblem],
        by actor: Actor
    ) async throws -> BadgeClass {
        let wanted = Set(form.requirements.compactMap { ActivityText.ref($0.activity) })
        let known = Set(try await learning.activities(wanted).keys)
        let checked: BadgeForm.Checked
        var problems = problems
        if case .upload(let id) = form.picture, try await badges.picture(id) == nil {
            problems.append(FormProblem(field: "picture_file", message: Words[.pictureGone]))
        }
        do {
            checked = try form.checked(known)
        } catch {
            throw InvalidForm(problems + error.problems)
        }
        guard problems.isEmpty else { throw InvalidForm(problems) }
        guard let old else {
            let issuers = try await badges.issuers()
            guard let issuer = issuers.first(where: { form.issuer.isEmpty || $0.id.rawValue == form.issuer }) else {
                throw BadgeError.notPublishable(Words[.noSuchIssuer])
            }
            let badge = NewBadge(id: ID(UUID()), slug: checked.slug, issuer: issuer.id, content: checked.content)
            return try await badges.create(badge, by: actor, at: site.now())
        }
        let edit = BadgeEdit(
            badge: old.id,
            revision: form.revision,
            slug: checked.slug,
            content: checked.content,
            isCorrection: form.isCorrection
        )
        return try await badges.save(edit, by: actor, at: site.now())
    }

    /// The field that an error of the store belongs to.
    private static func field(of error: BadgeError) -> String? {
        switch error {
        case .slugTaken, .slugFixed, .invalidSlug: "slug"
        case .changedMeanwhile: "name"
        case .notFound, .notPublishable, .withdrawn: nil
        }
    }

    private func publish(_ badge: BadgeClass, by person: Person) async throws {
        _ = try await badges.set(.published, of: badge.slug, by: .person(person.id), at: site.now())
        try await awarding.run()
    }

    private func set(_ status: BadgeStatus, _ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try context.require(.designer)
        _ = try await forms.read(request, context)
        let badge = try await badge(context.parameters.require("slug"))
        _ = try await badges.set(status, of: badge.slug, by: .person(person.id), at: site.now())
        try await awarding.run()
        return Response.redirect(to: "/badges/\(badge.slug)")
    }
}
