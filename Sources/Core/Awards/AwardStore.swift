package import Foundation

/// Where awards are kept, for ever.
package protocol AwardStore: Sendable {
    /// - Throws: ``AwardError/notFound``, here and below.
    func award(_ id: Award.ID) async throws -> HeldAward
    /// What the person holds or held, the newest first; superseded awards are left out.
    func awards(of person: Person.ID) async throws -> [HeldAward]
    /// Awards of one badge, the newest first, revoked and expired ones too.
    ///
    /// - Parameter page: counts from 0; ``AwardPage/size`` a page.
    func awards(of badge: BadgeClass.ID, page: Int) async throws -> AwardPage
    /// Awards of all badges, the newest first.
    func awards(page: Int) async throws -> AwardPage
    /// Awards of one badge as its designers see them, the newest first; by key, so that every page is as fast as the
    /// first one.
    func holders(_ query: HolderQuery) async throws -> HolderPage

    /// How these badges are doing; one that nobody ever had is left out.
    func tallies(of badges: [BadgeClass.ID], at date: Date) async throws -> [BadgeClass.ID: AwardTally]

    /// What rules have to know of people's awards: for each person the last award of each badge.
    func histories(of people: [Person.ID]) async throws -> [Person.ID: [BadgeClass.ID: AwardHistory]]

    /// Stores what rules decided, each award with its audit event and outbox row, all in one transaction, and
    /// takes the people off the waiting list unless something changed for them in between.
    ///
    /// An award whose ``EarnedAward/key`` exists is left out, as is one of a badge that the person holds; what has run
    /// out at `date` is superseded. A decision that has to be made again leaves a job for that moment, once.
    ///
    /// - Returns: the awards that are new.
    func record(_ decisions: [AwardDecision], at date: Date) async throws -> [Award]

    /// Stores an award that somebody gives by hand, claimed or not, with audit event and outbox row.
    ///
    /// - Throws: ``AwardError/hasItAlready(_:)``, ``BadgeError/withdrawn(_:)`` for a badge that is not published.
    func give(_ award: Award, by actor: Actor) async throws
    /// Marks the person's award as taken; again changes nothing.
    ///
    /// - Throws: ``AwardError/notFound`` also when it is somebody else's.
    func claim(_ id: Award.ID, by person: Person.ID, at date: Date) async throws
    /// - Throws: ``AwardError/revokedAlready``.
    func revoke(_ id: Award.ID, _ revocation: Revocation, by actor: Actor) async throws
    /// Puts the award on hold.
    ///
    /// - Throws: ``AwardError/suspendedAlready``, ``AwardError/revokedAlready``.
    func suspend(_ id: Award.ID, _ suspension: Suspension, by actor: Actor) async throws
    /// Lifts the suspension.
    ///
    /// - Throws: ``AwardError/notSuspended``.
    func resume(_ id: Award.ID, by actor: Actor, at date: Date) async throws

    /// Leaves a message for every award that runs out in so many days, each award and number once.
    ///
    /// What was due since the last call is announced now, so that a portal that was down misses nothing.
    ///
    /// - Returns: how many messages.
    func announceExpiring(inDays days: [Int], at date: Date) async throws -> Int
}

package struct AwardPage: Sendable {
    package static let size = 50

    package var awards: [HeldAward]
    package var hasMore: Bool

    package init(awards: [HeldAward], hasMore: Bool) {
        self.awards = awards
        self.hasMore = hasMore
    }
}

/// The last award of a badge to a person.
package struct AwardHistory: Sendable, Equatable {
    package var award: Award.ID
    package var issuedOn: Date
    package var expires: Date?
    package var revokedAt: Date?

    package init(award: Award.ID, issuedOn: Date, expires: Date? = nil, revokedAt: Date? = nil) {
        self.award = award
        self.issuedOn = issuedOn
        self.expires = expires
        self.revokedAt = revokedAt
    }

    /// Whether the person holds the badge at `date`.
    package func counts(at date: Date) -> Bool {
        revokedAt == nil && issuedOn <= date && expires.map { $0 > date } ?? true
    }
}

/// What the rules decided for one person; most often nothing.
package struct AwardDecision: Sendable, Equatable {
    package var waiting: WaitingPerson
    package var earned: [EarnedAward]
    /// When time alone changes the decision; nil when only news do.
    package var again: Date?

    package init(waiting: WaitingPerson, earned: [EarnedAward], again: Date? = nil) {
        self.waiting = waiting
        self.earned = earned
        self.again = again
    }
}

/// The job that decides again, when the time has come.
package struct DecideAgainJob: Sendable, Codable, Equatable {
    package static let kind = "decide-again"
    package var person: Person.ID

    package init(person: Person.ID) { self.person = person }

    /// One for each person and moment.
    package static func key(_ person: Person.ID, at date: Date) -> String {
        "\(kind).\(person).\(Int64(date.timeIntervalSince1970))"
    }
}

/// A person for whom something changed, and a mark of the change.
package struct WaitingPerson: Sendable, Equatable {
    package var person: Person.ID
    /// Higher after every change.
    package var mark: Int

    package init(person: Person.ID, mark: Int) {
        self.person = person
        self.mark = mark
    }
}
