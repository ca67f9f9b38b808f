package import Foundation

/// What happens to accounts besides signing in: their sessions, closing, merging.
package protocol AccountStore: Sendable {
    /// The sessions of a person that are not over, the last seen first.
    func sessions(of person: Person.ID, at date: Date) async throws -> [Session]
    /// Ends one session of this person; nothing happens when it is somebody else's.
    func end(_ token: TokenHash, of person: Person.ID, at date: Date) async throws
    /// Ends all sessions of this person but one.
    func endSessions(of person: Person.ID, except token: TokenHash?, by actor: Actor, at date: Date) async throws
    /// Ends the sessions that belong to what ended at the provider.
    ///
    /// - Returns: how many they were.
    func endSessions(of provider: ProviderID, _ ended: EndedStay, at date: Date) async throws -> Int

    /// Closes an account: no sign-in any more, every session ends at once; badges and their addresses stay.
    ///
    /// - Throws: ``PersonError/notFound``, ``PersonError/lastAdministrator``.
    func close(_ person: Person.ID, by actor: Actor, at date: Date) async throws
    func reopen(_ person: Person.ID, by actor: Actor, at date: Date) async throws

    /// Erases a person, and the accounts that became one with theirs: names, addresses, ways in, sessions, what they
    /// chose, brought along, learned and were written, and what others wrote about them.
    ///
    /// Awards stay as places in status lists and as numbers in figures; nobody sees them, and who may look finds
    /// ``Person/erasedName``. Every store answers ``PersonError/notFound`` for the person from then on, so nothing
    /// brings the account back: whoever signs in again is somebody new. Facts that name an erased person are not kept
    /// until then. Again changes nothing.
    ///
    /// - Throws: ``PersonError/notFound``, ``PersonError/lastAdministrator``.
    func erase(_ person: Person.ID, by actor: Actor, at date: Date) async throws

    /// What ``merge(_:into:by:at:)`` would move.
    func preview(merging person: Person.ID, into other: Person.ID) async throws -> MergePreview
    /// Makes two accounts of one person one: identities, addresses, awards and facts move over.
    ///
    /// The awards keep their addresses and their proofs. The account that was emptied stays closed.
    ///
    /// - Throws: ``PersonError/samePerson``, ``PersonError/notFound``, ``PersonError/deactivated``.
    func merge(_ person: Person.ID, into other: Person.ID, by actor: Actor, at date: Date) async throws
}

package struct MergePreview: Sendable, Equatable {
    /// Whose things move, and whose account is closed afterwards.
    package var from: Person
    package var into: Person
    package var awards: Int
    /// Badges that both have: the award of ``from`` is marked as replaced by the other one.
    package var doubles: Int
    package var identities: Int
    /// What ``into`` has already.
    package var keptAwards: Int
    package var keptIdentities: Int

    package init(
        from: Person,
        into: Person,
        awards: Int,
        doubles: Int,
        identities: Int,
        keptAwards: Int,
        keptIdentities: Int
    ) {
        self.from = from
        self.into = into
        self.awards = awards
        self.doubles = doubles
        self.identities = identities
        self.keptAwards = keptAwards
        self.keptIdentities = keptIdentities
    }
}
