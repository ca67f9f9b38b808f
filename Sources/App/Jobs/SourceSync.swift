import Core
import Foundation
import Logging
import ServiceLifecycle

/// Brings what a source knows into the database: catalogue, changes, awards.
struct SourceSync: Sendable {
    /// Long enough for one page of any provider; renewed with every page.
    private static let leaseDuration: TimeInterval = 30
    private static let keptProblems = 20

    let learning: any LearningStore
    let awarding: AwardingJob
    let calls: CallLog
    let logger: Logger
    let now: @Sendable () -> Date

    /// What a run tells while it works.
    struct Step: Sendable {
        var activities = 0
        var facts = 0
        var awards = 0
    }

    /// Synchronises `source` once.
    ///
    /// What the provider does not answer ends up in the source's state, not in an error.
    /// - Throws: ``Core/SyncError/running`` while another process does it; `CancellationError` when this one is to end,
    ///   after the current page; otherwise errors of the database.
    func run(_ source: any BadgeSource, _ report: @Sendable (Step) -> Void = { _ in }) async throws -> SyncOutcome {
        guard let lease = try await learning.lease(source.id, at: now(), until: now() + Self.leaseDuration) else {
            throw SyncError.running
        }
        let start = ContinuousClock.now
        var run = Run(lease: lease)
        let health: SourceHealth
        do {
            health = try await work(source, &run, report)
        } catch let error as CancellationError {
            // Whoever comes next goes on at once, from the page that was stored last.
            try await learning.release(run.lease)
            throw error
        }
        run.step.awards += try await awarding.run()
        report(run.step)
        let outcome = SyncOutcome(
            finishedAt: now(),
            health: health,
            activities: run.step.activities,
            facts: run.step.facts,
            problems: Array(run.problems.prefix(Self.keptProblems)),
            problemCount: run.problems.count
        )
        try await learning.saveOutcome(outcome, of: source.id)
        try await learning.release(run.lease)
        log(outcome, source)
        calls.add(
            source.id.rawValue,
            IntegrationCall.run,
            health.message,
            isFailure: health.status.isFailing,
            ContinuousClock.now - start
        )
        return outcome
    }

    /// The state of one run.
    private struct Run {
        let lease: SyncLease
        var step = Step()
        var problems: [RecordProblem] = []
    }

    private func work(
        _ source: any BadgeSource,
        _ run: inout Run,
        _ report: @Sendable (Step) -> Void
    ) async throws -> SourceHealth {
        do {
            if let source = source as? any CatalogueSource { try await readCatalogue(source, &run, report) }
            if let source = source as? any ChangeFeedSource { try await readChanges(source, &run, report) }
            return SourceHealth(.healthy, "Answers.")
        } catch let error as SourceError {
            return SourceHealth(error)
        }
    }

    private func readCatalogue(
        _ source: any CatalogueSource,
        _ run: inout Run,
        _ report: @Sendable (Step) -> Void
    ) async throws {
        let start = now()
        var token: PageToken?
        repeat {
            try Self.goOn()
            let page = try await source.catalogue(after: token).storable
            try await learning.save(page.activities, of: source.id, at: now())
            run.step.activities += page.activities.count
            run.problems += page.problems
            report(run.step)
            token = page.next
            try await learning.renew(run.lease, until: now() + Self.leaseDuration)
        } while token != nil
        try await learning.markMissing(of: source.id, since: start)
    }

    private func readChanges(
        _ source: any ChangeFeedSource,
        _ run: inout Run,
        _ report: @Sendable (Step) -> Void
    ) async throws {
        var cursor = try await learning.syncState(of: source.id).cursor
        while true {
            try Self.goOn()
            let page = try await Self.page(of: source, after: cursor)
            let batch = page.batch.storable
            let folded = try await learning.fold(
                batch.facts,
                of: source.id,
                at: now(),
                position: FeedPosition(lease: run.lease, cursor: page.next)
            )
            run.step.facts += folded.changed
            run.problems += batch.problems
            run.step.awards += try await awarding.run()
            report(run.step)
            cursor = page.next
            guard page.hasMore else { return }
            try await learning.renew(run.lease, until: now() + Self.leaseDuration)
        }
    }

    private static func goOn() throws {
        if Task.isShuttingDownGracefully { throw CancellationError() }
    }

    /// The next page; from the beginning when the provider no longer understands the cursor.
    private static func page(
        of source: any ChangeFeedSource,
        after cursor: SyncCursor?
    ) async throws(SourceError) -> ChangePage {
        do {
            return try await source.changes(after: cursor)
        } catch {
            guard error == .cursorExpired, cursor != nil else { throw error }
            return try await source.changes(after: nil)
        }
    }

    private func log(_ outcome: SyncOutcome, _ source: any BadgeSource) {
        let metadata: Logger.Metadata = [
            "source": "\(source.id)", "facts": "\(outcome.facts)", "problems": "\(outcome.problemCount)",
            "health": "\(outcome.health.status.rawValue)",
        ]
        if outcome.health.status == .healthy {
            logger.info("source synchronised", metadata: metadata)
        } else {
            logger.warning("source not synchronised", metadata: metadata)
        }
    }
}
