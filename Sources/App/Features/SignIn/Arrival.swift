import Core
import Foundation
import Hummingbird

/// What happens when an identity provider vouches for somebody: account, facts that waited, awards, session.
struct Arrival: Sendable {
    let site: Site
    let people: any PersonStore
    let learning: any LearningStore
    let awards: any AwardStore
    let awarding: AwardingJob

    /// How long a new account that has nothing yet is greeted.
    private static let greeting: TimeInterval = 24 * 3_600

    /// Signs somebody in who wants to go to `next`.
    ///
    /// - Returns: the cookie that the browser keeps, which is new every time because a session never survives a
    ///   sign-in; and where to go: to the welcome for those who come home for the first time.
    func welcome(_ recognised: Recognised, next: String, agent: String) async throws -> (cookie: Cookie, next: String) {
        let subject = recognised.subject
        let person = try await people.signIn(subject, at: site.now())
        if try await learning.bindFacts(to: person.id, at: site.now()) > 0 { try await awarding.run() }
        let cookie = try await start(
            person,
            identity: subject.identity,
            stay: recognised.stay,
            access: recognised.token,
            agent: agent
        )
        return (cookie, next == "/" ? try await entrance(of: person) : next)
    }

    /// `/welcome` until somebody has claimed a badge, as long as there is one to claim or the account is new.
    private func entrance(of person: Person) async throws -> String {
        let now = site.now()
        let held = try await awards.awards(of: person.id)
        guard held.allSatisfy({ $0.award.claimedAt == nil }) else { return "/" }
        let waits = held.contains { $0.award.verdict(at: now) == .valid }
        return waits || now < person.createdAt + Self.greeting ? "/welcome" : "/"
    }

    func start(
        _ person: Person,
        identity: ExternalIdentity?,
        stay: ProviderStay,
        access: AccessToken? = nil,
        agent: String
    ) async throws -> Cookie {
        let token = RandomToken.make()
        try await people.start(
            Session(
                token: TokenHash(of: token),
                person: person.id,
                formToken: RandomToken.make(),
                startedAt: site.now(),
                seenAt: site.now(),
                identity: identity,
                stay: stay,
                sealedToken: try sealed(access, of: identity, in: token),
                agent: agent
            )
        )
        return site.cookie(Sessions.cookie, token, maxAge: Int(Session.absoluteLimit))
    }

    private func sealed(
        _ access: AccessToken?,
        of identity: ExternalIdentity?,
        in session: String
    ) throws -> [UInt8]? {
        guard let access, let identity else { return nil }
        return try SessionSeal(session: session).seal(access, of: identity.provider)
    }
}
