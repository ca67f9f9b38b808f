import Core
import Hummingbird
import Logging

extension SignIn {
    private static let stateCookie = "laurel-sign-out"
    private static let stateLifetime = 600

    func addSignOut(to router: some RouterMethods<PortalContext>) {
        router.post("logout") { request, context in
            _ = try await forms.read(request, context)
            guard let session = context.signedIn?.session else { return gone(Response.redirect(to: "/login")) }
            try await people.end(session.token)
            let state = RandomToken.make()
            guard let address = await address(toLeave: session, state) else {
                return gone(Response.redirect(to: "/login"))
            }
            var stranger = context
            stranger.signedIn = nil
            // A form may not lead to another site by redirect (CSP form-action); a page may.
            var response = gone(site.response(leaving(session, for: address), stranger))
            response.setCookie(site.cookie(Self.stateCookie, state, maxAge: Self.stateLifetime))
            return response
        }
        router.get("logout") { request, context in
            let state = request.cookies[site.cookieName(Self.stateCookie)]?.value
            guard context.person == nil, let state, state == request.uri.queryParameters["state"].map(String.init)
            else {
                return Response.redirect(to: "/login", type: .found)
            }
            var response = site.response(Self.signedOut, context)
            response.setCookie(site.cookie(Self.stateCookie, "", maxAge: 0))
            return response
        }
    }

    /// What a provider posts when a stay ended there; it proves itself by its signature.
    func addBackChannel(to router: some RouterMethods<PortalContext>) {
        router.post("login/:provider/backchannel-logout") { request, context in
            let provider: any BackChannelSignOut = try provider(context)
            let form = try await FormBody.read(request, limit: Self.messageLimit)
            do {
                try await end([try await provider.ended(form.fields)], at: provider.id)
            } catch let refusal as SignInRefusal {
                context.logger.notice(
                    "sign-out message refused",
                    metadata: ["provider": "\(provider.id)", "reason": "\(refusal.reason)"]
                )
                return Response(status: .badRequest, headers: [.cacheControl: "no-store"])
            }
            return Response(status: .ok, headers: [.cacheControl: "no-store"])
        }
    }

    private static let messageLimit = 128 << 10

    /// - Parameter ended: what one message says.
    func end(_ ended: [EndedStay], at provider: ProviderID) async throws {
        guard let first = ended.first else { return }
        let token = TokenHash(of: first.message)
        guard try await signIns.use(token, of: provider, until: first.until, at: site.now()) else {
            throw SignInRefusal.rejected("a message about signing out that was used before")
        }
        for stay in ended { _ = try await accounts.endSessions(of: provider, stay, at: site.now()) }
    }

    private func address(toLeave session: Session, _ state: String) async -> String? {
        let provider = providers.first { $0.id == session.identity?.provider } as? any SignOut
        return await provider?.signOut(of: session.stay, returnTo: site.absolute("/logout"), state: state)
    }

    private func leaving(_ session: Session, for address: String) -> Page {
        let name = providers.first { $0.id == session.identity?.provider }?.name ?? ""
        return Self.leaving(provider: name, for: address)
    }

    private func gone(_ response: Response) -> Response {
        var response = response
        response.setCookie(site.cookie(Sessions.cookie, "", maxAge: 0))
        return response
    }
}
