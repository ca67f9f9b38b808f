package import Foundation

/// Where is kept what became of badges, in numbers that are counted beforehand: pages never count awards.
package protocol FigureStore: Sendable {
    /// Counts the awards that were issued in `month` anew.
    func count(_ month: Month, at date: Date) async throws
    /// The month of the oldest award; nil as long as there is none.
    func firstMonth() async throws -> Month?
    /// What was counted last of every badge and every month from `month` on, in the order of the months.
    func figures(since month: Month) async throws -> [AwardFigures]
    /// When the newest month was counted; nil before the first time.
    func countedAt() async throws -> Date?

    /// Adds how often strangers looked at the verification pages of awards; awards that are not there are left out.
    func add(_ checks: [Award.ID: Int], at date: Date) async throws

    /// The badges that somebody began or changed, as they are called now.
    func designs(of person: Person.ID) async throws -> Set<BadgeClass.ID>
}
