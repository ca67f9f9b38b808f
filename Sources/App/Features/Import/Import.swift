import Core
import Foundation
import Hummingbird

/// Where people keep badges and certificates from elsewhere.
///
/// `GET /import`, `GET` and `POST /import/links`, `GET /import/badges/{id}` with `/picture` and `/original`,
/// `POST /import/badges/{id}/visibility` and `/removal`; badges are checked first, at `/import/checks/{token}`.
struct Import {
    let site: Site
    let forms: FormGuard
    let imports: any ImportStore
    let checks: any CheckStore
    let addresses: any AddressProofStore
    let work: BadgeChecks
    let pictures: ForeignPictures
    /// Checks a minute of one person.
    let limit: SharedRateLimit
    /// Whether somebody delivers the message `address.code`.
    let sendsCodes: Bool
    /// So that nobody has the company's mail server write to a whole phone book.
    let codes: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("import") { request, context in
            let person = try context.requirePerson()
            let imported = try await imports.imports(of: person.id)
            let wasRemoved = request.uri.queryParameters["removed"] != nil
            return site.response(startPage(imported, [], "", wasRemoved: wasRemoved, context), context)
        }
        router.get("import/links") { request, context in
            _ = try context.requirePerson()
            return site.response(linkPage(LinkForm(request), [], context), context)
        }
        router.post("import/links") { request, context in
            let person = try context.requirePerson()
            let form = LinkForm(try await forms.read(request, context))
            do {
                let link = try LinkedCertificate(form.fields, at: site.now())
                let badge = link.badge(ID(UUID()), of: person.id, at: site.now())
                try await imports.add(badge, original: nil, picture: nil)
                return Response.redirect(to: "/import/badges/\(badge.id)?added=1")
            } catch let error as LinkedCertificate.Mistakes {
                return again(form, error.problems, context)
            } catch let error as ImportError {
                return again(form, [FormProblem(field: "link", message: Words.message(of: error))], context)
            }
        }
        router.get("import/badges/:id") { request, context in
            let badge = try await badge(context)
            let isNew = request.uri.queryParameters["added"] != nil
            let isSaved = request.uri.queryParameters["saved"] != nil
            return site.response(badgePage(badge, isNew: isNew, isSaved: isSaved, context), context)
        }
        router.post("import/badges/:id/visibility") { request, context in
            let badge = try await badge(context)
            let form = try await forms.read(request, context)
            let chosen = form.fields["visibility"].flatMap(Visibility.init(rawValue:)) ?? badge.visibility
            try await imports.set(chosen, of: badge.id, by: badge.person, at: site.now())
            return Response.redirect(to: "/import/badges/\(badge.id)?saved=1")
        }
        router.post("import/badges/:id/removal") { request, context in
            let badge = try await badge(context)
            _ = try await forms.read(request, context)
            try await imports.remove(badge.id, of: badge.person, at: site.now())
            return Response.redirect(to: "/import?removed=1")
        }
        addChecks(to: router)
        addFiles(to: router)
    }

    private func again(_ form: LinkForm, _ problems: [FormProblem], _ context: PortalContext) -> Response {
        var page = linkPage(form, problems, context)
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    func badge(_ context: PortalContext) async throws -> ImportedBadge {
        let person = try context.requirePerson()
        return try await imports.badge(ID(context.parameters.require("id")), of: person.id)
    }
}

/// The form of a certificate that is kept as a link, as it was typed.
struct LinkForm {
    static let names = ["link", "title", "issuer", "issued_on", "expires"]
    var fields: [String: String]

    init(_ form: FormBody) { fields = form.fields.filter { Self.names.contains($0.key) } }

    /// Filled in by a page that knows the address already.
    init(_ request: Request) {
        let query = request.queryFields
        fields = Dictionary(
            uniqueKeysWithValues: Self.names.compactMap { name in
                query[name].map { (name, String($0.prefix(2_048))) }
            }
        )
    }
}
