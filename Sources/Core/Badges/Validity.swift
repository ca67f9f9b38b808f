package import Foundation

/// How long an award is good.
package enum Validity: Sendable, Equatable, Codable {
    case unlimited
    /// Whole months from the day of the award, 1 to 120.
    case months(Int)

    /// When an award issued at `date` runs out, UTC; nil when it does not.
    ///
    /// The 31st of a month becomes the last day of a shorter one.
    package func expiry(from date: Date) -> Date? {
        guard case .months(let count) = self else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(byAdding: .month, value: count, to: date)
    }

    /// The number of months, nil for ever.
    package var months: Int? {
        guard case .months(let count) = self else { return nil }
        return count
    }

    package init(months: Int?) { self = months.map(Validity.months) ?? .unlimited }
}
