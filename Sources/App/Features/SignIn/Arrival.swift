import Core
import Foundation
import Hummingbird

/// What happens when an identity provider vouches for somebody: account, facts that waited, awards, session.
struct Arrival: Sendable {
    let site: Site
    let people: any PersonStore
    let learning: any LearningStore
    let awarding: AwardingJob

    /// Signs somebody in.
    ///
    /// - Returns: the cookie that the browser keeps. It is new every time: a session never survives a sign-in.
    func welcome(_ recognised: Recognised, agent: String) async throws -> Cookie {
        let subject = recognised.subject
        let person = try await people.signIn(subject, at: site.now())
        if try await learning.bindFacts(to: person.id, at: site.now()) > 0 { try await awarding.run() }
        return try await start(person, identity: subject.identity, stay: recognised.stay, agent: agent)
    }

    func start(
        _ person: Person,
        identity: ExternalIdentity?,
        stay: ProviderStay,
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
                agent: agent
            )
        )
        return site.cookie(Sessions.cookie, token, maxAge: Int(Session.absoluteLimit))
    }
}
