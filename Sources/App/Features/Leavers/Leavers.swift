import Core
import HTTPTypes
import Hummingbird

/// Lets people who left see their badges, say who may see each, and take them along.
///
/// `GET` and `POST /leavers`, `POST /leavers/visit`, `GET` and `POST /leavers/badges`, `GET /leavers/badges.zip`,
/// `POST /leavers/end`. A code to their private address opens a visit of an hour; it is no sign-in, and opens nothing
/// else.
struct Leavers {
    static let triesPerMinute = 6
    private static let cookie = "laurel-leaver"
    private static let addressLimit = 320

    let site: Site
    let forms: FormGuard
    let leavers: any LeaverStore
    let awards: any AwardStore
    let sharing: any SharingStore
    let archive: BadgeArchive
    /// For one address, and for one network.
    let limit: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("leavers") { _, context in site.response(entrance(Form(), context.formFields), context) }
        router.post("leavers") { request, context in
            let form = try await read(request, context)
            guard let address = EmailAddress(form.address) else {
                return again(.address, Words[.welcomeNoAddress], form, context)
            }
            try await leavers.ask(for: address, code: .random(), at: site.now())
            return site.response(codePage(form, context.formFields), context)
        }
        router.post("leavers/visit") { request, context in
            let form = try await read(request, context)
            guard let address = EmailAddress(form.address) else { return Response.redirect(to: "/leavers") }
            let token = RandomToken.make()
            do {
                try await leavers.begin(TokenHash(of: token), address: address, code: form.code, at: site.now())
            } catch AddressProofError.wrongCode {
                return again(.code, Words[.leaverWrongCode], form, context)
            }
            var response = Response.redirect(to: "/leavers/badges")
            response.setCookie(site.cookie(Self.cookie, token))
            return response
        }
        addVisit(to: router)
    }

    private func addVisit(to router: some RouterMethods<PortalContext>) {
        router.get("leavers/badges") { request, context in
            guard let person = try await visitor(request) else { return Response.redirect(to: "/leavers") }
            let isSaved = request.uri.queryParameters["saved"] != nil
            let held = try await awards.awards(of: person.id)
            return site.response(badgesPage(person, held, isSaved: isSaved, context.formFields), context)
        }
        router.post("leavers/badges") { request, context in
            let form = try await forms.read(request, context)
            guard let person = try await visitor(request) else { return Response.redirect(to: "/leavers") }
            for held in try await awards.awards(of: person.id) {
                let chosen = form.fields[Self.field(of: held.award.id)].flatMap(Visibility.init(rawValue:))
                guard let chosen, chosen != held.award.visibility else { continue }
                try await sharing.set(chosen, of: held.award.id, by: person.id, at: site.now())
            }
            return Response.redirect(to: "/leavers/badges?saved=1")
        }
        router.get("leavers/badges.zip") { request, _ in
            guard let person = try await visitor(request) else { return Response.redirect(to: "/leavers") }
            return try await archive.response(for: person.id)
        }
        router.post("leavers/end") { request, context in
            _ = try await forms.read(request, context)
            if let token = token(request) { try await leavers.end(TokenHash(of: token)) }
            var response = Response.redirect(to: "/leavers")
            response.setCookie(site.cookie(Self.cookie, "", maxAge: 0))
            return response
        }
    }

    struct Form {
        var address = ""
        var code = ""
    }

    enum Step {
        case address
        case code
    }

    /// The name of the field that says who may see the award.
    static func field(of award: Award.ID) -> String { "see-\(award.rawValue)" }

    private func read(_ request: Request, _ context: PortalContext) async throws -> Form {
        let body = try await forms.read(request, context)
        let address = String((body.fields["address"] ?? "").trimmed.prefix(Self.addressLimit))
        for key in [context.clientAddress, address.lowercased()] {
            guard try await limit.allows(key, at: site.now()) else { throw TooManyRequests() }
        }
        return Form(address: address, code: (body.fields["code"] ?? "").filter(\.isNumber))
    }

    private func again(_ step: Step, _ problem: String, _ form: Form, _ context: PortalContext) -> Response {
        var page =
            switch step {
            case .address: entrance(form, context.formFields, problem: problem)
            case .code: codePage(form, context.formFields, problem: problem)
            }
        page.status = .unprocessableContent
        return site.response(page, context)
    }

    private func token(_ request: Request) -> String? { request.cookies[site.cookieName(Self.cookie)]?.value }

    private func visitor(_ request: Request) async throws -> Person? {
        guard let token = token(request) else { return nil }
        return try await leavers.visitor(TokenHash(of: token), at: site.now())
    }
}
