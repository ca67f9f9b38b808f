import Core
import Hummingbird
import Logging

extension SignIn {
    static let beginningsPerMinute = 30

    func addRedirects(to router: some RouterMethods<PortalContext>) {
        router.get("login/:provider") { request, context in
            let provider: any IdentityProvider = try provider(context)
            let next = URLText.localPath(request.uri.queryParameters["return_to"].map(String.init))
            guard provider is any RedirectSignIn || provider is any PostSignIn else {
                throw SignInError.unknownProvider(provider.id.rawValue)
            }
            guard try await limit.allows(context.clientAddress, at: site.now()) else { throw TooManyRequests() }
            return try await uniform(provider.id, context) {
                let begun = try await begin(at: provider, returnTo: next, request)
                var response = depart(begun.departure, to: provider.name, context)
                response.headers[.cacheControl] = "no-store"
                response.setCookie(begun.cookie)
                return response
            }
        }
        router.get("login/:provider/callback") { request, context in
            let provider: any RedirectSignIn = try provider(context)
            return try await uniform(provider.id, context) {
                let (recognised, next) = try await flow.finish(at: provider, request)
                return try await arrived(recognised, next: next, request)
            }
        }
    }

    private func begin(
        at provider: any IdentityProvider,
        returnTo next: String,
        _ request: Request
    ) async throws -> (departure: Departure, cookie: Cookie) {
        if let provider = provider as? any PostSignIn {
            return try await posted.begin(at: provider, returnTo: next, request)
        }
        guard let provider = provider as? any RedirectSignIn else {
            throw SignInError.unknownProvider(provider.id.rawValue)
        }
        let begun = try await flow.begin(at: provider, returnTo: next, request)
        return (.redirect(begun.address), begun.cookie)
    }

    /// Ends what session the browser had and begins a new one.
    func arrived(_ recognised: Recognised, next: String, _ request: Request) async throws -> Response {
        if let old = request.cookies[site.cookieName(Sessions.cookie)]?.value {
            try await people.end(TokenHash(of: old))
        }
        let agent = request.headers[.userAgent] ?? ""
        let (cookie, next) = try await arrival.welcome(recognised, next: next, agent: agent)
        var response = Response.redirect(to: next)
        response.headers[.cacheControl] = "no-store"
        response.setCookie(cookie)
        return response
    }

    /// One answer to every refusal, so that nobody learns from the page what an attack lacks; the reason is logged.
    func uniform(
        _ provider: ProviderID,
        _ context: PortalContext,
        page: (String) -> Page = SignIn.refused,
        _ work: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await work()
        } catch let refusal as SignInRefusal {
            context.logger.notice(
                "sign-in refused",
                metadata: ["provider": "\(provider)", "reason": "\(refusal.reason)", "number": "\(context.number)"]
            )
            return site.response(page(context.number), context)
        }
    }

    func provider<Kind>(_ context: PortalContext) throws -> Kind {
        let id = try context.parameters.require("provider")
        guard let provider = providers.first(where: { $0.id.rawValue == id }) as? Kind else {
            throw SignInError.unknownProvider(id)
        }
        return provider
    }
}
