import Core
import Foundation
import ServiceLifecycle

/// Gives the awards of everybody who waits, after a badge was published for more people than a page can wait for.
struct AwardWaiting: JobHandler {
    /// What the job is told.
    struct Payload: Codable {
        var people: Int
    }

    static let kind = "award-waiting"
    var kind: String { Self.kind }
    let awarding: AwardingJob
    let now: @Sendable () -> Date

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        let people: Int
        do {
            people = try JSONDecoder().decode(Payload.self, from: Data(job.payload.utf8)).people
        } catch {
            throw DeliveryError.never("The job does not say how many people wait.")
        }
        try await awarding.run { done in try await report(Job.Progress(done: done, total: max(people, done))) }
        // The process ends: another one goes on, and no attempt is counted.
        if Task.isShuttingDownGracefully { throw DeliveryError.notBefore(now()) }
    }
}
