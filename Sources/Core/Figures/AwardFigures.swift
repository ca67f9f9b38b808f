/// What became of the awards of one badge that were issued in one month, and how often strangers looked in that month.
package struct AwardFigures: Sendable, Equatable {
    package var month: Month
    package var badge: BadgeClass.ID
    /// Also those that were taken back or replaced later.
    package var issued: Int
    package var claimed: Int
    /// Within ``claimTime`` of the award.
    package var claimedSoon: Int
    /// Taken to at least one place.
    package var shared: Int
    /// Looked at by a stranger at least once.
    package var checked: Int
    /// How often strangers looked in this month, whenever the award was issued.
    package var checks: Int

    /// Seconds.
    package static let claimTime = 7 * 24 * 3600

    package init(
        month: Month,
        badge: BadgeClass.ID,
        issued: Int = 0,
        claimed: Int = 0,
        claimedSoon: Int = 0,
        shared: Int = 0,
        checked: Int = 0,
        checks: Int = 0
    ) {
        self.month = month
        self.badge = badge
        self.issued = issued
        self.claimed = claimed
        self.claimedSoon = claimedSoon
        self.shared = shared
        self.checked = checked
        self.checks = checks
    }
}
