import Core
import Foundation
import Hummingbird

/// What became of the badges: earned, claimed, shared, checked; for administrators all, for designers their own.
///
/// `GET /admin/stats`, `GET /admin/stats.csv`; `?months=` says how far back.
struct Statistics {
    let site: Site
    let badges: any BadgeStore
    let figures: any FigureStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/stats") { request, context in
            let person = try context.require(.designer)
            return site.response(try await page(try await report(request, person), person), context)
        }
        router.get("admin/stats.csv") { request, context in
            let person = try context.require(.designer)
            return Self.file(try await report(request, person))
        }
    }

    /// How far back one looks.
    enum Period: Int, CaseIterable {
        case year = 12
        case twoYears = 24
        /// All that is counted.
        case all = 0
    }

    /// The numbers of one period, for one reader.
    struct Report {
        var period: Period
        var months: [Month]
        var figures: [AwardFigures]
        var badges: [BadgeClass.ID: BadgeClass]
        var countedAt: Date?
    }

    private func report(_ request: Request, _ person: Person) async throws -> Report {
        let wish = request.uri.queryParameters["months"].flatMap { Int($0) } ?? Period.year.rawValue
        let period = Period(rawValue: wish) ?? .year
        let last = Month(site.now())
        var known: [BadgeClass.ID: BadgeClass] = [:]
        for status in BadgeStatus.allCases {
            for badge in try await badges.badges(status) { known[badge.id] = badge }
        }
        if !person.may(.administrator) {
            let own = try await figures.designs(of: person.id)
            known = known.filter { own.contains($0.key) }
        }
        let start = period == .all ? Month(index: 0) : last - (period.rawValue - 1)
        let found = try await figures.figures(since: start).filter { known[$0.badge] != nil && $0.month <= last }
        let first = period == .all ? found.first?.month ?? last : start
        return Report(
            period: period,
            months: (first.index...last.index).map(Month.init(index:)),
            figures: found,
            badges: known,
            countedAt: try await figures.countedAt()
        )
    }

    /// A row for every badge and month in which there was something.
    private static func file(_ report: Report) -> Response {
        let titles: [Phrase] = [
            .monthWord, .badgeWord, .linkWord, .countIssued, .countClaimed, .figureSoon, .countShared, .countChecked,
            .countChecks,
        ]
        return CSVDownload.response("statistics", titles: titles.map { Words[$0] }, from: 0) { _ in
            let rows = report.figures.compactMap { figure -> [String]? in
                guard let badge = report.badges[figure.badge] else { return nil }
                let number = figure.month.number
                let numbers = [
                    figure.issued, figure.claimed, figure.claimedSoon, figure.shared, figure.checked, figure.checks,
                ]
                return [
                    "\(figure.month.year)-\(number < 10 ? "0" : "")\(number)", badge.content.name,
                    badge.slug.description,
                ] + numbers.map(String.init)
            }
            return (rows, nil)
        }
    }
}
