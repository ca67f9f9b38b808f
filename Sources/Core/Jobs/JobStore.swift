package import Foundation

/// Where jobs wait, whichever process does them.
package protocol JobStore: Sendable {
    /// Adds a job unless one with the same key was ever added.
    ///
    /// - Parameter key: what makes the job the only one of its kind; remembered for as long as the job is kept.
    /// - Returns: whether it was added.
    @discardableResult
    func add(_ kind: String, payload: String, key: String, due: Date, at date: Date) async throws -> Bool

    /// Takes the job of one of these kinds that is due longest; no other process gets it before `expiry`.
    ///
    /// A job whose process was killed is given again when its lease has run out.
    func claim(_ kinds: Set<String>, at date: Date, until expiry: Date) async throws -> JobLease?

    /// Says how far it is, for pages, and keeps the lease until `expiry`.
    ///
    /// - Throws: ``JobError/leaseLost``: another process does it now; stop.
    func report(_ progress: Job.Progress, _ lease: JobLease, until expiry: Date) async throws

    /// - Parameter note: why nothing had to be done; stands in ``Job/problem``.
    /// - Throws: ``JobError/leaseLost``.
    func finish(_ lease: JobLease, note: String?, at date: Date) async throws

    /// - Parameter next: when to try again; nil makes it ``Job/State/dead`` and, unless it is a delivery, leaves the
    ///   message `job.failed` for every administrator.
    /// - Throws: ``JobError/leaseLost``.
    func fail(_ lease: JobLease, problem: String, next: Date?, at date: Date) async throws

    /// Puts the job back until `next`, as if this attempt had not been.
    ///
    /// - Throws: ``JobError/leaseLost``.
    func postpone(_ lease: JobLease, until next: Date) async throws

    /// The newest first.
    func jobs(_ state: Job.State, limit: Int) async throws -> [Job]

    /// Those of some kinds: what was done or failed last, or comes last, first.
    func jobs(_ state: Job.State, of kinds: Set<String>, limit: Int) async throws -> [Job]

    /// - Throws: ``JobError/notFound``.
    func job(_ id: Job.ID) async throws -> Job

    func counts() async throws -> [Job.State: Int]

    /// Lets a dead job run again, as often as a new one.
    ///
    /// - Throws: ``JobError/notFound`` unless it is dead.
    func retry(_ id: Job.ID, by actor: Actor, at date: Date) async throws

    /// Turns messages of the outbox into one job for each handler that takes their kind, each message once.
    ///
    /// The job's kind is `deliver.` and the handler's name, its key the same and the message's number: what a
    /// handler gives on as idempotency key.
    ///
    /// - Returns: how many messages; at most `limit`.
    func distribute(_ handlers: [String: Set<String>], limit: Int, at date: Date) async throws -> Int

    /// Forgets jobs that were done before `date`, messages that were distributed before it, and which letters told of
    /// which awards.
    func clean(before date: Date) async throws
}

package enum JobError: PortalError {
    case leaseLost
    case notFound

    package var kind: ErrorKind {
        switch self {
        case .leaseLost: .conflict
        case .notFound: .notFound
        }
    }

    package var message: String {
        switch self {
        case .leaseLost: "Another process does this job now."
        case .notFound: "There is no failed job with this number. Perhaps somebody retried it already."
        }
    }
}

extension JobStore {
    package func finish(_ lease: JobLease, at date: Date) async throws {
        try await finish(lease, note: nil, at: date)
    }
}
