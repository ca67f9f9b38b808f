package import Foundation

/// Work that is done behind the pages, by one process at a time, again until it succeeds.
package struct Job: Sendable, Equatable {
    package typealias ID = Core.ID<Job>

    package enum State: String, Sendable, CaseIterable {
        /// Its time comes, or it waits for another attempt.
        case waiting
        case running
        case done
        /// It failed too often; an administrator decides.
        case dead
    }

    package var id: ID
    /// Which handler does it, such as `deliver.mail`.
    package var kind: String
    /// What the handler needs, as JSON.
    package var payload: String
    package var state: State
    package var attempts: Int
    /// When it may start; while it runs, when its process counts as gone.
    package var due: Date
    package var progress: Progress?
    /// Why the last attempt failed, or why there was nothing to do.
    package var problem: String?
    package var createdAt: Date
    package var finishedAt: Date?

    package struct Progress: Sendable, Equatable {
        package var done: Int
        package var total: Int

        package init(done: Int, total: Int) {
            self.done = done
            self.total = total
        }
    }

    package init(
        id: ID,
        kind: String,
        payload: String,
        state: State,
        attempts: Int,
        due: Date,
        progress: Progress?,
        problem: String?,
        createdAt: Date,
        finishedAt: Date?
    ) {
        self.id = id
        self.kind = kind
        self.payload = payload
        self.state = state
        self.attempts = attempts
        self.due = due
        self.progress = progress
        self.problem = problem
        self.createdAt = createdAt
        self.finishedAt = finishedAt
    }
}

/// A job that this process does; the token makes sure that nobody else reports on it.
package struct JobLease: Sendable, Equatable {
    package var job: Job
    package var token: Int

    package init(job: Job, token: Int) {
        self.job = job
        self.token = token
    }
}

/// When a job that failed is tried again.
package enum JobRetry {
    /// After so many attempts it is ``Job/State/dead``: about a day after the first.
    package static let attemptLimit = 12
    private static let longest: TimeInterval = 6 * 3600

    /// 15 seconds, then twice as long each time, up to six hours; nil when it was tried often enough.
    package static func date(afterAttempt attempt: Int, at date: Date) -> Date? {
        guard attempt < attemptLimit else { return nil }
        return date + min(longest, 15 * Double(1 << max(0, min(attempt - 1, 20))))
    }
}
