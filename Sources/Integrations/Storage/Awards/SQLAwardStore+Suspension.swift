import Core
import Foundation

extension SQLAwardStore {
    func suspend(_ id: Award.ID, _ suspension: Suspension, by actor: Actor) async throws {
        let reason = suspension.reason.trimmed
        guard !reason.isEmpty else { throw AwardError.reasonMissing }
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE award SET suspended_at = \(suspension.at), suspension_reason = \(reason)
                 WHERE id = \(id) AND suspended_at IS NULL AND revoked_at IS NULL
                """
            )
            guard changed == 1 else { throw try session.whyNotSuspended(id) }
            try session.noteStatusChange(id)
            try session.record(
                AuditEvent(
                    at: suspension.at,
                    actor: actor,
                    action: .awardSuspended,
                    subject: id.rawValue,
                    detail: reason
                )
            )
        }
    }

    func resume(_ id: Award.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE award SET suspended_at = NULL, suspension_reason = NULL
                 WHERE id = \(id) AND suspended_at IS NOT NULL AND revoked_at IS NULL
                """
            )
            guard changed == 1 else {
                let exists = try session.finds("SELECT 1 FROM award WHERE id = \(id)")
                throw exists ? AwardError.notSuspended : AwardError.notFound
            }
            try session.noteStatusChange(id)
            try session.record(
                AuditEvent(at: date, actor: actor, action: .awardResumed, subject: id.rawValue)
            )
        }
    }
}

extension SQLSession {
    fileprivate func whyNotSuspended(_ award: Award.ID) throws -> AwardError {
        let isRevoked = try first("SELECT revoked_at FROM award WHERE id = \(award)") { $0.optionalDate() != nil }
        guard let isRevoked else { return .notFound }
        return isRevoked ? .revokedAlready : .suspendedAlready
    }
}
