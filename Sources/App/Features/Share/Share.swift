import Core
import HTTPTypes
import Hummingbird
import NIOCore

/// What other places fetch or are given when somebody shows a badge.
///
/// `GET /awards/{uuid}/card.png`, `/preview.png`, `/certificate.pdf`, `/embed`, `/share/{target}`. The person's own
/// visits to the last one are counted.
struct Share {
    let site: Site
    let awards: any AwardStore
    let sharing: any SharingStore
    let desk: DrawingDesk
    let targets: [ShareTarget]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        for (name, kind) in [("card.png", DrawingDesk.Kind.card), ("preview.png", .preview)] {
            router.get("awards/:id/\(name)") { request, context in
                let held = try await context.visibleAward(in: awards)
                let card = try await drawing(kind, held, site.language)
                return answer(card, held, "image/png", request)
            }
        }
        router.get("awards/:id/certificate.pdf") { request, context in
            let held = try await context.visibleAward(in: awards)
            let sheet = try await drawing(.certificate, held, Words.current.language)
            let name = "certificate-\(held.award.id.rawValue.prefix(8)).pdf"
            var response = answer(sheet, held, "application/pdf", request, disposition: "inline; filename=\"\(name)\"")
            response.headers[.vary] = "Accept-Language, Cookie"
            return response
        }
        router.get("awards/:id/embed") { _, context in embedded(try await context.visibleAward(in: awards)) }
        router.get("awards/:id/share/:target") { _, context in
            let held = try await context.visibleAward(in: awards)
            let name = try context.parameters.require("target")
            guard let target = targets.first(where: { $0.id == name }) else { throw HTTPError(.notFound) }
            if let person = context.person, person.id == held.award.person {
                try await sharing.countShare(of: held.award.id, at: target.id, by: person.id, at: site.now())
            }
            var response = Response.redirect(to: target.address(for: shared(held)), type: .found)
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    /// Cards speak the language of the site, because what shows them keeps one for everybody; certificates the reader's.
    private func drawing(
        _ kind: DrawingDesk.Kind,
        _ held: HeldAward,
        _ language: Language
    ) async throws -> PublicDocument {
        let address = site.absolute("/awards/\(held.award.id)")
        return try await desk.document(kind, of: held, at: address, in: site.words(language))
    }

    /// Others may keep what everybody may see, and ask each time whether it is still the same.
    private func answer(
        _ document: PublicDocument,
        _ held: HeldAward,
        _ type: String,
        _ request: Request,
        disposition: String? = nil
    ) -> Response {
        var response = document.response(
            to: request,
            type: type,
            lifetime: .checked,
            varies: false,
            disposition: disposition
        )
        if held.award.visibility != .link {
            response.headers[.cacheControl] = "private, no-cache"
            response.headers[.accessControlAllowOrigin] = nil
        }
        return response
    }

    private func shared(_ held: HeldAward) -> SharedAward {
        SharedAward(
            url: site.absolute("/awards/\(held.award.id)"),
            text: Words.say(.shareText, ["badge": .text(held.content.name), "issuer": .text(held.issuer.name)]),
            name: held.content.name,
            issuer: held.issuer.name,
            id: held.award.id,
            issuedOn: held.award.issuedOn,
            expires: held.award.expires
        )
    }
}
