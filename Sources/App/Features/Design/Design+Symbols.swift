import Core
import Foundation
import Hummingbird

extension Design {
    func addSymbolRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("design/:slug/icons") { request, context in
            _ = try context.require(.designer)
            let query = request.queryFields
            let slug = try context.parameters.require("slug")
            let form = slug == Self.newBadge ? BadgeForm() : BadgeForm(try await badge(slug))
            let search = query["q"] ?? ""
            let number = query["page"].flatMap { Int($0) } ?? 1
            return site.response(symbols(form, slug, search, page: number, context), context)
        }
        router.post("design/:slug/icons") { request, context in
            _ = try context.require(.designer)
            let body = try await forms.read(request, context)
            let slug = try context.parameters.require("slug")
            if slug != Self.newBadge { _ = try await badge(slug) }
            var form = BadgeForm(body)
            var problems: [FormProblem] = []
            await takeUpload(body, &form, &problems)
            let number = body.fields["page"].flatMap { Int($0) } ?? 1
            let page = symbols(form, slug, body.fields["symbol_search"] ?? "", page: number, context)
            return site.response(page, context)
        }
    }

    private func symbols(
        _ form: BadgeForm,
        _ slug: String,
        _ search: String,
        page: Int,
        _ context: PortalContext
    ) -> Page {
        let view = SymbolChoice(
            form: form,
            address: slug == Self.newBadge ? "/design" : "/design/\(slug)",
            search: search.trimmed,
            library: site.symbols,
            page: page,
            iconsAddress: "/design/\(slug)/icons",
            formFields: context.formFields
        )
        return Page(title: Words[.chooseSymbol], section: .design, body: view.html)
    }

    /// The picture as it is stored: a symbol from the library goes along, and so does the whole drawing.
    func kept(_ picture: BadgePicture, _ slug: Slug, _ old: BadgeClass?) async throws -> BadgePicture {
        guard case .artwork(let chosen) = picture, SymbolName(chosen.symbol) != nil else { return picture }
        var artwork = drawn(chosen, old)
        guard !artwork.drawing.isEmpty else {
            throw InvalidForm([FormProblem(field: "symbol", message: Words[.symbolGone])])
        }
        let drawing = UploadedPicture(.svg, checked: Array(artwork.svg(for: slug.description).utf8))
        try await badges.save(drawing, at: site.now())
        artwork.kept = drawing.id
        return .artwork(artwork)
    }
}
