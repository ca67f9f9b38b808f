import Foundation

/// When people are told who are to be told at the beginning of a week: Monday at 09:00 where the person is.
enum NextMonday {
    private static let hour: TimeInterval = 9 * 3600
    private static let day: TimeInterval = 24 * 3600
    /// 1 January 1970 was a Thursday.
    private static let daysToFirstMonday: TimeInterval = 4

    /// The first one after `date`.
    static func date(after date: Date, in zone: TimeZone) -> Date {
        let begin = daysToFirstMonday * day + hour
        let local = date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
        let weeks = ((local - begin) / (7 * day)).rounded(.down) + 1
        let monday = Date(timeIntervalSince1970: begin + weeks * 7 * day)
        // Clocks may change until then; they do so at night, so the offset of the day before is that of the hour.
        let guess = monday - Double(zone.secondsFromGMT(for: date))
        return monday - Double(zone.secondsFromGMT(for: guess))
    }
}
