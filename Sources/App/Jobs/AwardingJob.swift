import Core
import Foundation
import Logging
import ServiceLifecycle

/// Gives the awards that rules decide on to the people for whom something changed.
///
/// The waiting list is in the database: what a crash leaves undone is done by the next run.
struct AwardingJob: Sendable {
    /// So many people a page waits for.
    static let batch = 200

    let catalogue: BadgeCatalogue
    let learning: any LearningStore
    let awards: any AwardStore
    let now: @Sendable () -> Date

    /// Decides for everybody who waits; when the process is to end, as far as it came.
    ///
    /// - Returns: how many awards are new.
    @discardableResult
    func run(_ progress: (Int) async throws -> Void = { _ in }) async throws -> Int {
        var count = 0
        while true {
            let waiting = try await learning.waitingForAwards(limit: Self.batch)
            guard !waiting.isEmpty else { return count }
            count += try await decide(waiting).count
            try await progress(count)
            try Task.checkCancellation()
            if Task.isShuttingDownGracefully { return count }
        }
    }

    /// Decides about somebody for whom nothing changed but the time.
    func decide(about person: Person.ID) async throws {
        // No change has this mark: whoever waits goes on waiting.
        _ = try await decide([WaitingPerson(person: person, mark: 0)])
    }

    private func decide(_ waiting: [WaitingPerson]) async throws -> [Award] {
        let awarding = Awarding(try await catalogue.current().badges)
        let people = waiting.map(\.person)
        let facts = try await learning.progress(of: people)
        let histories = try await awards.histories(of: people)
        let date = now()
        let decisions = waiting.map { waiting in
            let (earned, again) = awarding.decide(
                facts: facts[waiting.person] ?? [],
                history: histories[waiting.person] ?? [:],
                at: date
            )
            return AwardDecision(waiting: waiting, earned: earned, again: again)
        }
        let new = try await awards.record(decisions, at: date)
        if !new.isEmpty { await catalogue.awardsWereGiven() }
        return new
    }
}
