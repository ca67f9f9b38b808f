import Core
import Foundation
import Hummingbird
import NIOCore
import Pictures

/// Where badges are designed, published and withdrawn.
///
/// `GET /design`, `GET /design/new`, `POST /design`, `GET` and `POST /design/{slug}`, both of `…/icons` (symbols) and
/// `…/publication`, `POST /design/{slug}/withdrawal`; for designers.
struct Design {
    static let newBadge = "new"

    let site: Site
    let forms: FormGuard
    let badges: any BadgeStore
    let learning: any LearningStore
    let awards: any AwardStore
    let jobs: any JobStore
    let awarding: AwardingJob
    let sources: [any BadgeSource]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("design") { request, context in
            _ = try context.require(.designer)
            let number = request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1
            return site.response(try await list(page: number), context)
        }
        router.get("design/:slug") { request, context in
            _ = try context.require(.designer)
            let query = request.queryFields
            let search = query["activity"] ?? ""
            let slug = try context.parameters.require("slug")
            let page = try await editor(slug, copying: query["copy"], isSample: query["sample"] != nil, search, context)
            return site.response(page, context)
        }
        router.post("design") { request, context in try await save(nil, request, context) }
        router.post("design/:slug") { request, context in
            try await save(context.parameters.require("slug"), request, context)
        }
        addPublicationRoutes(to: router)
        addSymbolRoutes(to: router)
        router.post("design/:slug/withdrawal") { request, context in
            let person = try context.require(.designer)
            _ = try await forms.read(request, context)
            let badge = try await badge(context.parameters.require("slug"))
            _ = try await badges.set(.withdrawn, of: badge.slug, by: .person(person.id), at: site.now())
            return Response.redirect(to: "/badges/\(badge.slug)")
        }
    }

    /// - Parameters:
    ///   - pattern: the slug of a badge whose words and rule a new one begins with.
    ///   - isSample: whether a new one begins with words to change.
    private func editor(
        _ text: String,
        copying pattern: String?,
        isSample: Bool,
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
                if isSample { form.takeSample() }
            }
            return try await page(form, nil, problems: [], search: search, context)
        }
        let badge = try await badge(text)
        return try await page(BadgeForm(badge), badge, problems: [], search: search, context)
    }

    func badge(_ text: String) async throws -> BadgeClass {
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
        if fields["preview"] == "live" { return try await live(form, old, context) }
        guard fields["add"] == nil, fields["remove"] == nil, fields["preview"] == nil, fields["find"] == nil,
            fields["chosen"] == nil
        else {
            form.edit(add: fields["add"], remove: fields["remove"])
            return site.response(
                try await page(form, old, problems: problems, search: fields["activity_search"] ?? "", context),
                context
            )
        }
        do {
            let badge = try await store(form, old, problems, by: .person(person.id))
            guard fields["publish"] != nil else { return Response.redirect(to: "/design/\(badge.slug)?saved=1") }
            return try await publish(badge, by: person)
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

    /// The parts of the page that follow the form; nothing is saved.
    private func live(_ form: BadgeForm, _ badge: BadgeClass?, _ context: PortalContext) async throws -> Response {
        let view = try await view(form, badge, problems: [], search: "", context)
        return Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: view.live.text))
        )
    }

    func takeUpload(_ body: FormBody, _ form: inout BadgeForm, _ problems: inout [FormProblem]) async {
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
        let known = Set(try await chosenActivities(form).keys)
        var checked: BadgeForm.Checked
        var problems = problems
        if case .upload(let id) = form.picture, try await badges.picture(id) == nil {
            problems.append(FormProblem(field: "picture_file", message: Words[.pictureGone]))
        }
        do {
            checked = try form.checked(known, drawnPicture: drawnPicture(form))
        } catch {
            throw InvalidForm(problems + error.problems)
        }
        guard problems.isEmpty else { throw InvalidForm(problems) }
        checked.content.picture = try await kept(checked.content.picture, checked.slug, old)
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
}
