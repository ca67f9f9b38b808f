import Core
import HTTPTypes
import Hummingbird

/// Adds an address to those of a person, after a code that was sent there came back.
///
/// `GET` and `POST /settings/addresses`, `POST /settings/addresses/proof`.
struct PrivateAddress {
    static let triesPerMinute = 6

    let site: Site
    let forms: FormGuard
    let addresses: any AddressProofStore
    /// For one person; the store limits the codes to one address.
    let limit: SharedRateLimit
    /// Without a mailer there is nobody who could carry a code.
    let sendsCodes: Bool

    /// What was typed, and how far the person is.
    struct Form {
        var address = ""
        var code = ""
        var isSent = false
        var problem: FormProblem?
    }

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("settings/addresses") { request, context in
            let person = try context.requirePerson()
            let isAdded = request.uri.queryParameters["added"] != nil
            return site.response(page(person, Form(), isAdded: isAdded, context), context)
        }
        router.post("settings/addresses") { request, context in
            let (person, form) = try await read(request, context)
            return try await send(form, person, context)
        }
        router.post("settings/addresses/proof") { request, context in
            let (person, form) = try await read(request, context)
            return try await prove(form, person, context)
        }
    }

    private func read(_ request: Request, _ context: PortalContext) async throws -> (Person, Form) {
        let person = try context.requirePerson()
        let body = try await forms.read(request, context)
        guard try await limit.allows(person.id.rawValue, at: site.now()) else { throw TooManyRequests() }
        let address = String((body.fields["address"] ?? "").trimmed.prefix(320))
        return (person, Form(address: address, code: (body.fields["code"] ?? "").filter(\.isNumber)))
    }

    private func send(_ typed: Form, _ person: Person, _ context: PortalContext) async throws -> Response {
        var form = typed
        guard sendsCodes else { return again(form, person, context) }
        guard let address = EmailAddress(form.address) else {
            form.problem = FormProblem(field: "address", message: Words[.welcomeNoAddress])
            return again(form, person, context)
        }
        guard !person.emails.contains(address) else { return Response.redirect(to: "/settings/addresses?added=1") }
        do {
            try await addresses.begin(address, of: person.id, code: .random(), at: site.now())
            form.isSent = true
        } catch let error as AddressProofError {
            form.problem = FormProblem(field: "address", message: Words[Self.phrase(of: error)])
            return again(form, person, context)
        }
        return site.response(page(person, form, isAdded: false, context), context)
    }

    private func prove(_ typed: Form, _ person: Person, _ context: PortalContext) async throws -> Response {
        var form = typed
        form.isSent = true
        guard let address = EmailAddress(form.address) else { return Response.redirect(to: "/settings/addresses") }
        do {
            try await addresses.prove(address, of: person.id, code: form.code, at: site.now())
        } catch let error as AddressProofError {
            form.problem = FormProblem(field: "code", message: Words[Self.phrase(of: error)])
            return again(form, person, context)
        }
        return Response.redirect(to: "/settings/addresses?added=1")
    }

    private func again(_ form: Form, _ person: Person, _ context: PortalContext) -> Response {
        var page = page(person, form, isAdded: false, context)
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    private static func phrase(of error: AddressProofError) -> Phrase {
        switch error {
        case .taken: .codeTaken
        case .sentOften: .codeSentOften
        case .wrongCode: .codeWrong
        case .noCode: .codeOver
        }
    }
}
