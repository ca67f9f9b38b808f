import Core
import Foundation
import Hummingbird

/// Lets a designer give a badge by hand.
///
/// `GET` and `POST /award`.
struct GiveAward {
    let site: Site
    let forms: FormGuard
    let catalogue: BadgeCatalogue
    let people: any PersonStore
    let awards: any AwardStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("award") { request, context in
            _ = try context.require(.designer)
            let form = AwardForm(badge: request.uri.queryParameters["badge"].map(String.init) ?? "")
            return site.response(try await page(form, [], context), context)
        }
        router.post("award") { request, context in
            let designer = try context.require(.designer)
            let form = AwardForm(try await forms.read(request, context))
            do {
                let award = try await award(form)
                try await awards.give(award, by: .person(designer.id))
                await catalogue.awardsWereGiven()
                return Response.redirect(to: "/awards/\(award.id)")
            } catch let error as InvalidForm {
                return try await again(form, error.problems, context)
            } catch AwardError.hasItAlready {
                return try await again(form, [FormProblem(field: "email", message: Words[.hasItAlready])], context)
            }
        }
    }

    private func again(_ form: AwardForm, _ problems: [FormProblem], _ context: PortalContext) async throws -> Response
    {
        var page = try await page(form, problems, context)
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    /// - Throws: ``Core/InvalidForm``.
    private func award(_ form: AwardForm) async throws -> Award {
        var reader = FormReader([
            "evidence_name": form.evidenceName, "narrative": form.narrative,
        ])
        let badge = try await catalogue.current().badges.first { $0.slug.description == form.badge }
        if badge == nil { reader.fail("badge", Words[.chooseABadge]) }
        let person = try await person(form.email, &reader)
        let narrative = reader.text("narrative", label: .whatTheyDid, limit: 10_000, required: false)
        let evidence = evidence(form, &reader)
        try reader.check()
        guard let badge, let person else { throw InvalidForm(reader.problems) }
        let now = site.now()
        return Award(
            id: ID(UUID()),
            badge: badge.id,
            badgeVersion: badge.version,
            person: person.id,
            issuedOn: now,
            expires: badge.content.validity.expiry(from: now),
            evidence: evidence,
            narrative: narrative
        )
    }

    private func person(_ text: String, _ reader: inout FormReader) async throws -> Person? {
        guard let address = EmailAddress(text) else {
            reader.fail(
                "email",
                text.isEmpty ? Words[.addressMissing] : Words[.noEmailAddress]
            )
            return nil
        }
        do {
            return try await people.person(address)
        } catch PersonError.notFound {
            reader.fail(
                "email",
                Words[.nobodySignedIn]
            )
            return nil
        }
    }

    private func evidence(_ form: AwardForm, _ reader: inout FormReader) -> [Evidence] {
        let name = reader.text("evidence_name", label: .whatShowsIt, limit: 200, required: false)
        var url: URL?
        if !form.evidenceURL.isEmpty {
            url = BadgeForm.pictureURL(form.evidenceURL)
            if url == nil {
                reader.fail("evidence_url", Words[.notWebAddress])
            }
        }
        guard !name.isEmpty || url != nil else { return [] }
        return [Evidence(name: name.isEmpty ? url?.host() ?? "" : name, url: url)]
    }
}

/// What the form holds, as it was typed.
struct AwardForm {
    var badge = ""
    var email = ""
    var evidenceName = ""
    var evidenceURL = ""
    var narrative = ""

    init(badge: String) { self.badge = badge }

    init(_ form: FormBody) {
        badge = form.fields["badge"] ?? ""
        email = (form.fields["email"] ?? "").trimmed
        evidenceName = (form.fields["evidence_name"] ?? "").trimmed
        evidenceURL = (form.fields["evidence_url"] ?? "").trimmed
        narrative = (form.fields["narrative"] ?? "").trimmed
    }
}
