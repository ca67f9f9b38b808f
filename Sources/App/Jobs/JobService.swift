import Core
import Foundation
import Logging
import ServiceLifecycle

/// Does the jobs that are due, hands messages of the outbox to their handlers, and adds what is scheduled.
///
/// Every process runs one; the database decides who gets which job.
struct JobService: Service {
    /// A job that comes again and again; of several processes one adds it.
    struct Schedule: Sendable {
        let kind: String
        let interval: TimeInterval
    }

    let jobs: any JobStore
    let handlers: [any JobHandler]
    let schedules: [Schedule]
    let messages: [any MessageHandler]
    /// Kinds for which somebody sits before the screen: a second worker does nothing else, however long the first one
    /// has to do.
    var urgent: Set<String> = []
    let logger: Logger
    let now: @Sendable () -> Date
    var pause = Duration.seconds(2)

    private static let lease: TimeInterval = 120
    private static let batch = 200

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await again { await workUrgently() } }
            await again { await work() }
        }
    }

    private func again(_ work: () async -> Void) async {
        let ticks = AsyncStream<Void>(unfolding: {
            do {
                try await Task.sleep(for: pause)
                return ()
            } catch {
                return nil
            }
        })
        for await _ in ticks.cancelOnGracefulShutdown() { await work() }
    }

    /// Everything that is due now.
    ///
    /// What goes wrong is logged; the next turn tries again.
    func work() async {
        do {
            try await addScheduled()
            try await doAll(Set(all.keys))
        } catch {
            logger.error("jobs are not done", metadata: ["error": "\(error)"])
        }
    }

    /// What is due now and cannot wait.
    func workUrgently() async {
        do {
            try await doAll(urgent.intersection(all.keys))
        } catch {
            logger.error("urgent jobs are not done", metadata: ["error": "\(error)"])
        }
    }

    /// Does jobs of these `kinds` until none is due; messages are handed out between them, for whoever is free.
    private func doAll(_ kinds: Set<String>) async throws {
        try await distribute()
        while !Task.isShuttingDownGracefully, try await doOne(kinds) { try await distribute() }
    }

    private func distribute() async throws {
        let kinds = Dictionary(uniqueKeysWithValues: messages.map { ($0.name, $0.kinds) })
        while try await jobs.distribute(kinds, limit: Self.batch, at: now()) == Self.batch {}
    }

    private func addScheduled() async throws {
        for schedule in schedules {
            let date = now()
            let turn = Int(date.timeIntervalSince1970 / schedule.interval)
            try await jobs.add(schedule.kind, payload: "{}", key: "\(schedule.kind).\(turn)", due: date, at: date)
        }
    }

    private var all: [String: any JobHandler] {
        let deliveries: [any JobHandler] = messages.map { MessageDelivery(handler: $0) }
        return Dictionary(uniqueKeysWithValues: (handlers + deliveries).map { ($0.kind, $0) })
    }

    /// - Returns: whether there was one.
    private func doOne(_ kinds: Set<String>) async throws -> Bool {
        guard let lease = try await jobs.claim(kinds, at: now(), until: now() + Self.lease),
            let handler = all[lease.job.kind]
        else { return false }
        do {
            guard lease.job.attempts <= JobRetry.attemptLimit else {
                throw DeliveryError.never(lease.job.problem ?? "Its process stopped in the middle, every time.")
            }
            try await handler.run(lease.job) { [jobs, now] progress in
                try await jobs.report(progress, lease, until: now() + Self.lease)
            }
            try await jobs.finish(lease, at: now())
        } catch JobError.leaseLost {
            logger.warning("another process took over a job", metadata: ["job": "\(lease.job.id)"])
        } catch DeliveryError.notBefore(let date) {
            // Never at once: the job would be the first again.
            try await jobs.postpone(lease, until: max(date, now() + 60))
        } catch DeliveryError.needless(let why) {
            try await jobs.finish(lease, note: why, at: now())
        } catch {
            try await fail(lease, error)
        }
        return true
    }

    private func fail(_ lease: JobLease, _ error: any Error) async throws {
        var next = JobRetry.date(afterAttempt: lease.job.attempts, at: now())
        var problem = (error as? any PortalError)?.message ?? "It failed for a reason that is in the log."
        switch error as? DeliveryError {
        case .never(let reason):
            next = nil
            problem = reason
        case .later(let reason): problem = reason
        case .notBefore, .needless, nil: break
        }
        logger.warning(
            "a job failed",
            metadata: ["job": "\(lease.job.id)", "kind": "\(lease.job.kind)", "error": "\(error)"]
        )
        try await jobs.fail(lease, problem: problem, next: next, at: now())
    }
}
