import Core
import Hummingbird

/// Takes browsers to an identity provider and back.
///
/// The handle in the address is half of it; the other half is a cookie, so that nobody finishes in their browser what
/// another one began, nor in another's browser what they began (login CSRF).
struct BrowserFlow: Sendable {
    static let cookie = "laurel-sign-in"

    let site: Site
    let signIns: any SignInStore

    func callback(_ provider: ProviderID) -> String { site.absolute("/login/\(provider)/callback") }

    /// - Returns: where to send the browser, and the cookie that it must keep.
    func begin(
        at provider: any RedirectSignIn,
        returnTo: String,
        _ request: Request
    ) async throws -> (address: String, cookie: Cookie) {
        let secret = browser(request) ?? RandomToken.make()
        let flow = SignInFlow(handle: RandomToken.make(), callback: callback(provider.id), browser: secret)
        let address = try await provider.begin(flow)
        try await signIns.begin(
            PendingSignIn(
                handle: TokenHash(of: flow.handle),
                provider: provider.id,
                browser: TokenHash(of: secret),
                returnTo: returnTo,
                startedAt: site.now()
            )
        )
        return (address, site.cookie(Self.cookie, secret, maxAge: Int(SignInFlow.limit)))
    }

    /// Uses the flow up, whatever else is wrong with the answer.
    func finish(
        at provider: any RedirectSignIn,
        _ request: Request
    ) async throws -> (recognised: Recognised, returnTo: String) {
        let callback = try Self.parameters(request)
        guard let handle = callback["state"], RandomToken.isOne(handle) else {
            throw SignInRefusal.rejected("no state, or none of ours")
        }
        guard let pending = try await signIns.take(TokenHash(of: handle), at: site.now()) else {
            throw SignInRefusal.rejected("a state that is unknown, used or too old")
        }
        guard let secret = browser(request), TokenHash(of: secret) == pending.browser else {
            throw SignInRefusal.rejected("another browser began this")
        }
        guard pending.provider == provider.id else { throw SignInRefusal.rejected("it was begun at another provider") }
        let flow = SignInFlow(handle: handle, callback: self.callback(provider.id), browser: secret)
        return (try await provider.finish(callback, of: flow), pending.returnTo)
    }

    /// The cookie of the browser that began.
    func browser(_ request: Request) -> String? {
        guard let secret = request.cookies[site.cookieName(Self.cookie)]?.value, RandomToken.isOne(secret) else {
            return nil
        }
        return secret
    }

    /// Each parameter may stand there once.
    private static func parameters(_ request: Request) throws(SignInRefusal) -> [String: String] {
        let pairs = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        guard Set(pairs.map(\.0)).count == pairs.count else { throw .rejected("a parameter that comes twice") }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
