import Core
import Hummingbird

/// Lets people in and out.
///
/// `GET /login`, `POST /login/{provider}`, `POST /logout`.
struct SignIn {
    let site: Site
    let forms: FormGuard
    let providers: [any IdentityProvider]
    let arrival: Arrival
    let people: any PersonStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("login") { request, context in
            let next = URLText.localPath(request.uri.queryParameters["return_to"].map(String.init))
            guard context.person == nil else { return Response.redirect(to: next, type: .found) }
            return site.response(page(next: next, context), context)
        }
        router.post("login/:provider") { request, context in
            let form = try await forms.read(request, context)
            let subject = try subject(context.parameters.require("provider"), form)
            if let old = request.cookies[site.cookieName(Sessions.cookie)]?.value {
                try await people.end(TokenHash(of: old))
            }
            let cookie = try await arrival.welcome(subject)
            var response = Response.redirect(to: URLText.localPath(form.fields["return_to"]))
            response.setCookie(cookie)
            return response
        }
        router.post("logout") { request, context in
            _ = try await forms.read(request, context)
            if let signedIn = context.signedIn { try await people.end(signedIn.session.token) }
            var response = Response.redirect(to: "/login")
            response.setCookie(site.cookie(Sessions.cookie, "", maxAge: 0))
            return response
        }
    }

    private func subject(_ provider: String, _ form: FormBody) throws(SignInError) -> Subject {
        guard let provider = providers.first(where: { $0.id.rawValue == provider }) else {
            throw .unknownProvider(provider)
        }
        guard let provider = provider as? any PickAPerson else { throw .unknownProvider(provider.id.rawValue) }
        guard let subject = provider.people.first(where: { $0.identity.subject == form.fields["person"] }) else {
            throw .unknownPerson
        }
        return subject
    }
}

enum SignInError: PortalError {
    case unknownProvider(String)
    case unknownPerson

    var kind: ErrorKind {
        switch self {
        case .unknownProvider: .notFound
        case .unknownPerson: .invalid
        }
    }

    var message: String {
        switch self {
        case .unknownProvider(let name): "There is no way to sign in called “\(name)”."
        case .unknownPerson: "Choose one of the people on the list."
        }
    }
}
