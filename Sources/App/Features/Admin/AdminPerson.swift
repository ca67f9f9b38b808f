import Core
import Hummingbird

/// One person's account, as administrators see it.
///
/// `GET /admin/people/{id}`, `POST /admin/people/{id}/address`: the private address of somebody who left without one.
struct AdminPerson {
    private static let addressLimit = 320

    let site: Site
    let forms: FormGuard
    let people: any PersonStore
    let leavers: any LeaverStore
    /// Without a mailer an address would lead nobody back.
    let sendsCodes: Bool

    struct Form {
        var address = ""
        var problem: String?
    }

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/people/:id") { request, context in
            _ = try context.require(.administrator)
            let person = try await people.person(ID(context.parameters.require("id")))
            let isSaved = request.uri.queryParameters["saved"] != nil
            return site.response(try await page(person, Form(), isSaved: isSaved, context), context)
        }
        router.post("admin/people/:id/address") { request, context in
            let administrator = try context.require(.administrator)
            let body = try await forms.read(request, context)
            let person = try await people.person(ID(context.parameters.require("id")))
            var form = Form(address: String((body.fields["address"] ?? "").trimmed.prefix(Self.addressLimit)))
            guard let address = EmailAddress(form.address) else {
                form.problem = Words[.welcomeNoAddress]
                return try await again(person, form, context)
            }
            do {
                try await leavers.give(address, to: person.id, by: .person(administrator.id), at: site.now())
            } catch AddressProofError.taken {
                form.problem = Words[.leaverAddressTaken]
                return try await again(person, form, context)
            }
            return Response.redirect(to: "/admin/people/\(person.id)?saved=1")
        }
    }

    private func again(_ person: Person, _ form: Form, _ context: PortalContext) async throws -> Response {
        var page = try await page(person, form, isSaved: false, context)
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    private func page(_ person: Person, _ form: Form, isSaved: Bool, _ context: PortalContext) async throws -> Page {
        let lacksAddress = try await leavers.privateAddress(of: person.id) == nil
        let asks = sendsCodes && person.deactivatedAt != nil && lacksAddress
        let saved: Notice? = isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil
        return Page(
            title: person.name,
            section: .admin,
            body: """
                <div class="narrow stack">\
                \(PageHeading(person.name, above: TextLink(Words[.peopleWord], href: "/admin/people").html))\(saved)\
                \(facts(person))\(asks ? addressCard(person, form, context.formFields) : nil)\
                <p>\(ButtonLink(Words[.eraseAccount], href: "/admin/people/\(person.id)/erasure"))</p></div>
                """
        )
    }
}
