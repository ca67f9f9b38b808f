package import Foundation

/// Where people, their addresses, their identities and their roles are kept.
package protocol PersonStore: Sendable {
    /// Finds the person behind `subject` or creates one, and takes over name, addresses and roles.
    ///
    /// A person is found by the identity; failing that, by a verified address, if the provider may vouch for it;
    /// never by an unverified one. Roles that were granted to an address before its person existed are given now.
    ///
    /// - Throws: ``PersonError/deactivated``.
    func signIn(_ subject: Subject, at date: Date) async throws -> Person

    /// - Throws: ``PersonError/notFound``, here and below.
    func person(_ id: Person.ID) async throws -> Person
    func person(_ email: EmailAddress) async throws -> Person
    /// The keys by which sources may know the person, strongest first.
    func keys(of person: Person.ID) async throws -> [PersonKey]

    /// People whose name or address holds `text` in any case, by name; all when it is empty.
    ///
    /// - Parameter page: counts from 0; ``PeoplePage/size`` a page.
    func people(matching text: String, _ filter: PeopleFilter, page: Int) async throws -> PeoplePage

    /// Gives or takes a role.
    ///
    /// - Throws: ``PersonError/lastAdministrator``.
    func set(_ role: Role, of person: Person.ID, to granted: Bool, by actor: Actor, at date: Date) async throws
    /// Gives a role to the person with this address, now or when they first sign in.
    ///
    /// - Returns: whether the person exists already.
    func grant(_ role: Role, to email: EmailAddress, by actor: Actor, at date: Date) async throws -> Bool

    // MARK: Sessions

    func start(_ session: Session) async throws
    /// The session with this token and its person; nil when it has ended or the person was deactivated.
    ///
    /// Moves the idle limit, at most once a minute.
    func session(_ token: TokenHash, at date: Date) async throws -> SignedIn?
    func end(_ token: TokenHash) async throws
}

package struct PeoplePage: Sendable {
    package static let size = 50

    package var people: [Person]
    package var total: Int

    package init(people: [Person], total: Int) {
        self.people = people
        self.total = total
    }
}

/// Which people are asked for.
package enum PeopleFilter: String, Sendable, CaseIterable {
    case all
    case designers
    case administrators
    /// Those whose account is closed: leavers.
    case closed
}

extension PersonStore {
    /// All people whose name or address holds `text`.
    package func people(matching text: String, page: Int) async throws -> PeoplePage {
        try await people(matching: text, .all, page: page)
    }
}
