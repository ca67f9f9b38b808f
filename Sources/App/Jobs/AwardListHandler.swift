import Core
import Foundation
import ServiceLifecycle

/// Gives the badges of a list, or takes them back, batch by batch; begins where it stopped.
struct AwardListHandler: JobHandler {
    let kind = AwardListJob.kind
    let lists: any AwardListStore
    let catalogue: BadgeCatalogue
    let now: @Sendable () -> Date
    var batch = 250

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        let id: AwardList.ID
        do {
            id = try JSONDecoder().decode(AwardListJob.self, from: Data(job.payload.utf8)).list
        } catch {
            throw DeliveryError.never("The job does not say which list it is for.")
        }
        while try await doNext(id) {
            try Task.checkCancellation()
            let counts = try await lists.list(id).counts
            try await report(Job.Progress(done: counts.given, total: counts.given + counts.ready))
            // The process ends: another one goes on, and no attempt is counted.
            if Task.isShuttingDownGracefully { throw DeliveryError.notBefore(now()) }
        }
        await catalogue.awardsWereGiven()
    }

    /// - Returns: whether there is more.
    private func doNext(_ id: AwardList.ID) async throws -> Bool {
        switch try await lists.list(id).state {
        case .giving:
            do {
                return try await lists.giveNext(id, limit: batch, at: now())
            } catch let error as BadgeError {
                throw DeliveryError.never(error.message)
            }
        case .undoing:
            let reason = Words[.listUndoReason]
            return try await lists.takeBackNext(id, limit: batch, reason: reason, at: now())
        case .checked, .stopped, .given, .undone: return false
        }
    }
}
