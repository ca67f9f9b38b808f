package import Foundation

/// Where the portal keeps what the sources told it.
package protocol LearningStore: Sendable {
    // MARK: Catalogue

    /// Inserts or replaces `activities`, all of `source`.
    func save(_ activities: [Activity], of source: SourceID, at date: Date) async throws
    /// Marks as no longer offered what was not saved since `date`.
    func markMissing(of source: SourceID, since date: Date) async throws
    /// Activities whose title holds `text` in any case, by title; offered ones only.
    func activities(titled text: String, limit: Int) async throws -> [Activity]
    func activities(_ refs: Set<ActivityRef>) async throws -> [ActivityRef: Activity]

    // MARK: Facts

    /// Stores `facts` and, in the same transaction, the `position` of the feed they came from.
    ///
    /// A fact replaces an older one of the same record, never a newer one. The people whom a new completion or
    /// more progress concerns wait for awards afterwards. Somebody who never signed in is expected from then on:
    /// they earn badges, and take them over at their first sign-in. The same facts again change nothing.
    ///
    /// - Throws: ``SyncError/leaseLost`` when another process synchronises the source by now; nothing is stored.
    func fold(_ facts: [ProgressFact], of source: SourceID, at date: Date, position: FeedPosition?) async throws
        -> FoldReport
    /// Hands over what was known of the person before they signed in, under any of their keys: facts and awards.
    ///
    /// Of a badge that both have, the award that is better at `date` is kept: not on hold, not run out, good for longer.
    ///
    /// - Returns: how many facts.
    func bindFacts(to person: Person.ID, at date: Date) async throws -> Int
    func progress(of person: Person.ID) async throws -> [Progress]
    /// How many facts are about people who never signed in.
    func unboundFacts() async throws -> Int

    // MARK: Awards to decide

    /// People for whom something changed that may earn a badge; they wait until ``AwardStore/record(_:at:)``.
    func waitingForAwards(limit: Int) async throws -> [WaitingPerson]
    func progress(of people: [Person.ID]) async throws -> [Person.ID: [Progress]]

    /// Counts who has done what `rule` asks for by `date` and never had `badge`.
    ///
    /// Looks at ``ReadyPeople/recordLimit`` records at most, so that a page can wait for it.
    func ready(for rule: Rule, without badge: BadgeClass.ID?, at date: Date) async throws -> ReadyPeople

    // MARK: Freshness

    /// When the portal last asked each source about the person.
    func refreshes(of person: Person.ID) async throws -> [SourceID: Date]
    func markRefreshed(_ person: Person.ID, from source: SourceID, at date: Date) async throws

    // MARK: Synchronisation

    /// Takes the right to synchronise `source` until `expiry`, if nobody else has it.
    ///
    /// - Returns: the lease with a token higher than every one before, or nil.
    func lease(_ source: SourceID, at date: Date, until expiry: Date) async throws -> SyncLease?
    /// Prolongs `lease`.
    ///
    /// - Throws: ``SyncError/leaseLost``.
    func renew(_ lease: SyncLease, until expiry: Date) async throws
    func release(_ lease: SyncLease) async throws
    func syncState(of source: SourceID) async throws -> SyncState
    func saveOutcome(_ outcome: SyncOutcome, of source: SourceID) async throws
}

/// The right to synchronise a source.
package struct SyncLease: Sendable, Equatable {
    package var source: SourceID
    /// Higher than that of every earlier lease: what an overtaken process still writes is refused.
    package var token: Int

    package init(source: SourceID, token: Int) {
        self.source = source
        self.token = token
    }
}

/// How far the change feed was read when a page is stored.
package struct FeedPosition: Sendable {
    package var lease: SyncLease
    package var cursor: SyncCursor

    package init(lease: SyncLease, cursor: SyncCursor) {
        self.lease = lease
        self.cursor = cursor
    }
}

package struct FoldReport: Sendable, Equatable {
    /// Facts that were new or newer than what was known.
    package var changed: Int
    /// Of these, the ones of people who never signed in.
    package var unbound: Int

    package init(changed: Int, unbound: Int) {
        self.changed = changed
        self.unbound = unbound
    }
}

/// What the portal knows of a source's synchronisation.
package struct SyncState: Sendable, Equatable {
    /// nil before the first page.
    package var cursor: SyncCursor?
    /// nil before the first run.
    package var last: SyncOutcome?
    package var lastSuccessAt: Date?

    package init(cursor: SyncCursor? = nil, last: SyncOutcome? = nil, lastSuccessAt: Date? = nil) {
        self.cursor = cursor
        self.last = last
        self.lastSuccessAt = lastSuccessAt
    }
}

/// How a synchronisation went.
package struct SyncOutcome: Sendable, Equatable {
    package var finishedAt: Date
    package var health: SourceHealth
    package var activities: Int
    package var facts: Int
    /// The first few records that could not be understood; all are counted.
    package var problems: [RecordProblem]
    package var problemCount: Int

    package init(
        finishedAt: Date,
        health: SourceHealth,
        activities: Int,
        facts: Int,
        problems: [RecordProblem],
        problemCount: Int
    ) {
        self.finishedAt = finishedAt
        self.health = health
        self.activities = activities
        self.facts = facts
        self.problems = problems
        self.problemCount = problemCount
    }
}

package enum SyncError: PortalError {
    case leaseLost
    case running
    case unknownSource(String, known: [String])

    package var kind: ErrorKind {
        switch self {
        case .leaseLost, .running: .conflict
        case .unknownSource: .notFound
        }
    }

    package var message: String {
        switch self {
        case .leaseLost: "Another process took over the synchronisation."
        case .running: "This source is being synchronised already."
        case .unknownSource(let name, let known):
            "No source is called “\(name)”. \(known.isEmpty ? "None is switched on." : "Known: \(known.joined(separator: ", ")).")"
        }
    }
}
