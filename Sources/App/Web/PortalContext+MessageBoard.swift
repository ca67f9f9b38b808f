import Core
import Foundation

extension PortalContext {
    /// Where the person who asks may announce the award in their own name: at the provider that began this session, if
    /// it gave the portal a token, and if everybody may see the award and it counts.
    func messageBoard(
        for held: HeldAward,
        among providers: [any IdentityProvider],
        at date: Date
    ) -> (any MessageBoard)? {
        guard let session = signedIn?.session, session.sealedToken != nil, held.award.visibility == .link,
            held.award.verdict(at: date) == .valid
        else { return nil }
        return providers.first { $0.id == session.identity?.provider } as? any MessageBoard
    }
}
