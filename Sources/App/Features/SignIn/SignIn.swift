import Core
import Hummingbird

/// Lets people in and out.
///
/// `GET /login`, `GET` and `POST /login/{provider}`, `GET /login/{provider}/callback`, `GET` and `POST /logout`,
/// `POST /login/{provider}/backchannel-logout`, and `/saml/{provider}/` with `metadata`, `acs`, `finish/{handle}`, `slo`.
struct SignIn {
    let site: Site
    let forms: FormGuard
    let providers: [any IdentityProvider]
    let arrival: Arrival
    let people: any PersonStore
    let signIns: any SignInStore
    let accounts: any AccountStore
    /// Beginnings of a sign-in.
    let limit: SharedRateLimit
    /// What providers send through browsers.
    let posts: SharedRateLimit
    /// Whether people who left are let in by a code.
    let sendsCodes: Bool

    var flow: BrowserFlow { BrowserFlow(site: site, signIns: signIns) }
    var posted: PostedFlow { PostedFlow(flow: flow) }

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("login") { request, context in
            let next = URLText.localPath(request.uri.queryParameters["return_to"].map(String.init))
            guard context.person == nil else { return Response.redirect(to: next, type: .found) }
            return site.response(page(next: next, context), context)
        }
        router.post("login/:provider") { request, context in
            let form = try await forms.read(request, context)
            let subject = try subject(context.parameters.require("provider"), form)
            let next = URLText.localPath(form.fields["return_to"])
            return try await arrived(Recognised(subject: subject), next: next, request)
        }
        addRedirects(to: router)
        addPosts(to: router)
        addSignOut(to: router)
        addBrowserSignOut(to: router)
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
    case linkOver

    var kind: ErrorKind {
        switch self {
        case .unknownProvider: .notFound
        case .unknownPerson: .invalid
        case .linkOver: .notFound
        }
    }

    var message: String {
        switch self {
        case .unknownProvider(let name): "There is no way to sign in called “\(name)”."
        case .unknownPerson: "Choose one of the people on the list."
        case .linkOver:
            "This link was used, or its ten minutes are over. Make a new one: laurel admin break-glass EMAIL."
        }
    }
}
