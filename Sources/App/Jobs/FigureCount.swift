import Core
import Foundation

/// Counts what became of badges, for the pages that show numbers.
///
/// What happens concerns badges of these weeks, mostly: the last two months are counted every few minutes, all of them
/// once a day, each month on its own, so that six million awards never are one long statement.
struct FigureCount: JobHandler {
    enum Span: String {
        case recent = "figures"
        case all = "figures.all"
    }

    /// Seconds.
    static let interval: TimeInterval = 300
    private static let recentMonths = 2
    private static let longestMemory = 120

    let span: Span
    let figures: any FigureStore
    let now: @Sendable () -> Date

    var kind: String { span.rawValue }

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        guard let first = try await figures.firstMonth() else { return }
        let last = Month(now())
        let start =
            switch span {
            case .recent: max(first, last - (Self.recentMonths - 1))
            case .all: max(first, last - (Self.longestMemory - 1))
            }
        guard start <= last else { return }
        let total = last.index - start.index + 1
        for done in 0..<total {
            try await figures.count(start + done, at: now())
            if span == .all { try await report(Job.Progress(done: done + 1, total: total)) }
        }
    }
}
