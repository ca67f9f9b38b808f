import Core
import Foundation
import ServiceLifecycle

/// Checks badges from elsewhere again: every night, and more and more rarely while their issuers do not answer.
struct ImportRecheck: JobHandler {
    /// So many a run, so that other jobs get their turn; the next run goes on.
    private static let limit = 1_000
    /// In seconds; servers that answer slowly must not keep other jobs waiting.
    private static let patience: TimeInterval = 120
    /// So many of one issuer a run: its server is asked several times for each, and must not be flooded.
    private static let perIssuer = 15

    let kind = "imports.check"
    let imports: any ImportStore
    let verifier: any BadgeVerifier
    let now: @Sendable () -> Date

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        let due = try await imports.due(at: now(), limit: Self.limit)
        let byIssuer = Dictionary(grouping: due) { $0.link?.host() ?? $0.issuer }
        let turn = byIssuer.values.flatMap { $0.prefix(Self.perIssuer) }
        let end = now() + Self.patience
        for (done, badge) in turn.enumerated() where now() < end && !Task.isShuttingDownGracefully {
            try await report(Job.Progress(done: done, total: turn.count))
            try await check(badge)
        }
    }

    private func check(_ badge: ImportedBadge) async throws {
        do {
            let original = try await imports.original(badge.id, of: badge.person)
            let found = await verifier.verify(original.map { .file($0) } ?? .link(badge.key)) { _ in }
            try await imports.record(ImportCheck(found.report), of: badge.id, at: now())
        } catch ImportError.notFound {
            // The person took it away meanwhile.
            return
        }
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
