package import Foundation

/// How a badge is doing, for its designers.
package struct AwardTally: Sendable, Equatable {
    /// How many ``months`` there are.
    package static let monthCount = 12
    /// Of 30 days.
    package static let month: TimeInterval = 30 * 24 * 3600

    /// Awards that wait to be claimed.
    package var waiting: Int
    /// How many were given in each month, the last one ends now; renewals and what was taken back count, too.
    package var months: [Int]

    package init(waiting: Int = 0, months: [Int] = Array(repeating: 0, count: monthCount)) {
        self.waiting = waiting
        self.months = months
    }
}
