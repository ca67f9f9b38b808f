import Core
import Foundation
import Hummingbird

/// What happens when an identity provider vouches for somebody: account, facts that waited, awards, session.
struct Arrival: Sendable {
    let site: Site
    let people: any PersonStore
    let learning: any LearningStore
    let awarding: AwardingJob

    /// Signs `subject` in.
    ///
    /// - Returns: the cookie that the browser keeps. It is new every time: a session never survives a sign-in.
    func welcome(_ subject: Subject) async throws -> Cookie {
        let now = site.now()
        let person = try await people.signIn(subject, at: now)
        if try await learning.bindFacts(to: person.id) > 0 { try await awarding.run() }
        let token = RandomToken.make()
        try await people.start(
            Session(
                token: TokenHash(of: token),
                person: person.id,
                formToken: RandomToken.make(),
                startedAt: now,
                seenAt: now
            )
        )
        return site.cookie(Sessions.cookie, token, maxAge: Int(Session.absoluteLimit))
    }
}
