import Core
import Foundation
import Hummingbird
import OpenBadges

/// Who issues badges here, and with which keys.
///
/// `GET /admin/issuers`, `POST /admin/issuers`, `POST /admin/issuers/{id}`, `GET /admin/keys`,
/// `POST /admin/keys/{issuer}/rotation`; for administrators.
struct Issuing {
    let site: Site
    let forms: FormGuard
    let badges: any BadgeStore
    let keyring: Keyring

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/issuers") { _, context in
            _ = try context.require(.administrator)
            return site.response(issuersPage(try await badges.issuers(), IssuerForm(), [], context), context)
        }
        router.post("admin/issuers") { request, context in try await save(ID(UUID()), request, context) }
        router.post("admin/issuers/:id") { request, context in
            let id = try Issuer.ID(context.parameters.require("id"))
            guard try await badges.issuers().contains(where: { $0.id == id }) else { throw DocumentError.notFound }
            return try await save(id, request, context)
        }
        router.get("admin/keys") { _, context in
            _ = try context.require(.administrator)
            return site.response(keysPage(try await keyring.stored(), context), context)
        }
        router.post("admin/keys/:issuer/rotation") { request, context in
            let administrator = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let id = try Issuer.ID(context.parameters.require("issuer"))
            guard try await badges.issuers().contains(where: { $0.id == id }) else { throw DocumentError.notFound }
            try await keyring.rotate(id, by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/keys")
        }
    }

    /// Saves an issuer, a new one too, and gives it keys; or shows the form again with what is wrong.
    private func save(_ id: Issuer.ID, _ request: Request, _ context: PortalContext) async throws -> Response {
        let administrator = try context.require(.administrator)
        let form = IssuerForm(try await forms.read(request, context), id: id)
        do {
            let issuer = try form.checked()
            try await badges.save(issuer, by: .person(administrator.id), at: site.now())
            try await keyring.prepare(by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/issuers")
        } catch let error as InvalidForm {
            var page = issuersPage(try await badges.issuers(), form, error.problems, context)
            page.status = .unprocessableContent
            return site.response(page, context)
        }
    }
}

/// What the form of an issuer holds, as it was typed.
struct IssuerForm {
    static let nameLimit = 200
    var id: Issuer.ID?
    var name = ""
    var url = ""
    var email = ""

    init() {}

    init(_ form: FormBody, id: Issuer.ID) {
        self.id = id
        name = (form.fields["name"] ?? "").trimmed
        url = (form.fields["url"] ?? "").trimmed
        email = (form.fields["email"] ?? "").trimmed
    }

    /// - Throws: ``Core/InvalidForm``.
    func checked() throws(InvalidForm) -> Issuer {
        var reader = FormReader(["name": name])
        let name = reader.text("name", label: .fieldName, limit: Self.nameLimit, required: true)
        let address = BadgeForm.pictureURL(url)
        if !url.isEmpty, address == nil {
            reader.fail("url", Words[.notWebAddress])
        }
        let email = EmailAddress(self.email)
        if !self.email.isEmpty, email == nil { reader.fail("email", Words[.noEmailAddress]) }
        try reader.check()
        return Issuer(id: id ?? ID(UUID()), name: name, url: address, email: email)
    }
}
