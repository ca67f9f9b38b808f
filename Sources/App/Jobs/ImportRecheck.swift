import Core
import Foundation

/// Checks badges from elsewhere again: every night, and more and more rarely while their issuers do not answer.
struct ImportRecheck: JobHandler {
    private static let batch = 20
    /// So many a run, so that other jobs get their turn; the next run goes on.
    private static let limit = 500

    let kind = "imports.check"
    let imports: any ImportStore
    let verifier: any BadgeVerifier
    let now: @Sendable () -> Date

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        var done = 0
        while done < Self.limit {
            let due = try await imports.due(at: now(), limit: Self.batch)
            guard !due.isEmpty else { return }
            for badge in due { try await check(badge) }
            done += due.count
            try await report(Job.Progress(done: done, total: max(done, Self.batch)))
        }
    }

    private func check(_ badge: ImportedBadge) async throws {
        let original = try await imports.original(badge.id, of: badge.person)
        let found = await verifier.verify(original.map { .file($0) } ?? .link(badge.key)) { _ in }
        try await imports.record(ImportCheck(found.report), of: badge.id, at: now())
    }
}

extension ImportCheck {
    init(_ report: VerificationReport) {
        let issuer = report.contents?.issuer ?? "Its issuer"
        switch report.verdict {
        case .genuine, .notYetValid: self = .holds
        case .expired: self = .ranOut
        case .revoked(let reason):
            self = .revoked(reason.isEmpty ? "\(issuer) took it back." : "\(issuer) took it back: \(reason)")
        case .altered(let sentence), .issuerUnknown(let sentence): self = .revoked("It no longer holds. \(sentence)")
        case .unreachable(let sentence), .noBadge(let sentence): self = .unreachable(sentence)
        case .open: self = .unreachable("The check stopped in the middle.")
        }
    }
}

/// Forgets results of checks, so that nothing but the half hour that pages promise is kept.
struct CheckCleanup: JobHandler {
    let kind = "checks.clean"
    let checks: any CheckStore
    let now: @Sendable () -> Date

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        try await checks.forget(before: now() - BadgeCheck.lifetime)
    }
}
