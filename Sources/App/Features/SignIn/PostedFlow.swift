import Core
import Foundation
import Hummingbird

/// Takes browsers to an identity provider that has them post its answer, and back.
///
/// A post from another site brings no cookie. What it proves by itself is kept under a second handle for a minute; the
/// browser comes for it by a GET, and must be the one that began (login CSRF).
struct PostedFlow: Sendable {
    let flow: BrowserFlow

    private var site: Site { flow.site }

    func begin(
        at provider: any PostSignIn,
        returnTo: String,
        _ request: Request
    ) async throws -> (departure: Departure, cookie: Cookie) {
        let secret = flow.browser(request) ?? RandomToken.make()
        let handle = RandomToken.make()
        let departure = try await provider.begin(handle)
        try await flow.signIns.begin(
            PendingSignIn(
                handle: TokenHash(of: handle),
                provider: provider.id,
                browser: TokenHash(of: secret),
                returnTo: returnTo,
                startedAt: site.now()
            )
        )
        return (departure, cookie(secret))
    }

    /// Uses the flow and the message up.
    ///
    /// - Returns: the handle to come back with, and the cookie that binds it to this browser where nobody began.
    func receive(at provider: any PostSignIn, _ form: FormBody) async throws -> (handle: String, cookie: Cookie?) {
        guard form.lists.values.allSatisfy({ $0.count == 1 }) else {
            throw SignInRefusal.rejected("a field that comes twice")
        }
        let (handle, pending) = try await pending(form.fields["RelayState"], at: provider)
        let posted = try await provider.receive(form.fields, for: handle)
        let message = TokenHash(of: "assertion \(posted.message)")
        guard try await flow.signIns.use(message, of: provider.id, until: posted.until, at: site.now()) else {
            throw SignInRefusal.rejected("an assertion that was used before")
        }
        let secret = RandomToken.make()
        let second = RandomToken.make()
        try await flow.signIns.keep(
            PostedArrival(
                handle: TokenHash(of: second),
                provider: provider.id,
                browser: pending?.browser ?? TokenHash(of: secret),
                returnTo: pending?.returnTo ?? "/",
                recognised: posted.recognised,
                postedAt: site.now()
            )
        )
        return (second, pending == nil ? cookie(secret) : nil)
    }

    /// - Parameter relayState: a handle of ours, or whatever a provider sends that nobody was sent to. It is never an
    ///   address to go to.
    private func pending(
        _ relayState: String?,
        at provider: any PostSignIn
    ) async throws -> (handle: String?, pending: PendingSignIn?) {
        if let relayState, RandomToken.isOne(relayState),
            let pending = try await flow.signIns.take(TokenHash(of: relayState), at: site.now())
        {
            guard pending.provider == provider.id else {
                throw SignInRefusal.rejected("it was begun at another provider")
            }
            return (relayState, pending)
        }
        guard provider.welcomesUnsolicited else {
            throw SignInRefusal.rejected("a RelayState that is unknown, used or too old")
        }
        return (nil, nil)
    }

    func finish(
        _ handle: String,
        at provider: any PostSignIn,
        _ request: Request
    ) async throws -> (recognised: Recognised, returnTo: String) {
        guard RandomToken.isOne(handle),
            let arrival = try await flow.signIns.takeArrival(TokenHash(of: handle), at: site.now())
        else { throw SignInRefusal.rejected("a second handle that is unknown, used or too old") }
        guard let secret = flow.browser(request), TokenHash(of: secret) == arrival.browser else {
            throw SignInRefusal.rejected("another browser began this")
        }
        guard arrival.provider == provider.id else {
            throw SignInRefusal.rejected("it was begun at another provider")
        }
        return (arrival.recognised, arrival.returnTo)
    }

    private func cookie(_ secret: String) -> Cookie {
        site.cookie(BrowserFlow.cookie, secret, maxAge: Int(SignInFlow.limit))
    }
}
