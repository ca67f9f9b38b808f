package import Foundation

/// A month of the calendar in UTC, by which things are counted.
package struct Month: Hashable, Comparable, Sendable {
    /// Months since January of the year 0.
    package let index: Int

    package init(index: Int) { self.index = index }

    /// The month that `date` is in.
    package init(_ date: Date) {
        let parts = Self.calendar.dateComponents([.year, .month], from: date.writable)
        index = (parts.year ?? 0) * 12 + (parts.month ?? 1) - 1
    }

    package var year: Int { index / 12 }
    /// 1...12.
    package var number: Int { index % 12 + 1 }

    /// Its first moment.
    package var start: Date {
        Self.calendar.date(from: DateComponents(year: year, month: number)) ?? .distantPast
    }

    package static func + (month: Month, count: Int) -> Month { Month(index: month.index + count) }
    package static func - (month: Month, count: Int) -> Month { month + -count }
    package static func < (left: Month, right: Month) -> Bool { left.index < right.index }

    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}
