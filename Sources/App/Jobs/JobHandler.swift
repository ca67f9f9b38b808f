import Core
import Foundation

/// What does the jobs of one kind.
protocol JobHandler: Sendable {
    /// The job's kind; fixed, because waiting jobs carry it.
    var kind: String { get }

    /// Does the job; it may run again after a crash, so it changes nothing the second time.
    ///
    /// - Parameter report: says how far it is.
    /// - Throws: ``Core/DeliveryError/never(_:)`` when no other attempt can help; anything else is tried again.
    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws
}

/// Gives a message of the outbox to its handler.
struct MessageDelivery: JobHandler {
    let handler: any MessageHandler

    var kind: String { "deliver.\(handler.name)" }

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        let message: OutboxMessage
        do {
            message = try JSONDecoder().decode(OutboxMessage.self, from: Data(job.payload.utf8))
        } catch {
            throw DeliveryError.never("The message cannot be read.")
        }
        try await handler.deliver(message, key: "\(kind).\(message.number)")
    }
}

/// Announces awards that run out soon.
struct ExpiryNotices: JobHandler {
    static let days = [30, 7]
    let kind = "expiry-notices"
    let awards: any AwardStore
    let now: @Sendable () -> Date

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        _ = try await awards.announceExpiring(inDays: Self.days, at: now())
    }
}

/// Decides about somebody again, at the moment when a badge runs out or a completion comes true.
struct DecideAgain: JobHandler {
    let kind = DecideAgainJob.kind
    let awarding: AwardingJob

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        let person: Person.ID
        do {
            person = try JSONDecoder().decode(DecideAgainJob.self, from: Data(job.payload.utf8)).person
        } catch {
            throw DeliveryError.never("The job does not say whom it is about.")
        }
        try await awarding.decide(about: person)
    }
}

/// Forgets what is done and told, so that tables stay small.
struct Cleanup: JobHandler {
    private static let keep: TimeInterval = 30 * 24 * 3600
    let kind = "cleanup"
    let jobs: any JobStore
    let now: @Sendable () -> Date

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        try await jobs.clean(before: now() - Self.keep)
    }
}
