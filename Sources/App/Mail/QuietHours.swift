import Foundation

/// When nobody is written to: from 20:00 to 07:00 where the person is.
enum QuietHours {
    private static let begin = 20
    private static let end = 7

    /// When they end; nil outside of them.
    static func end(after date: Date, in zone: TimeZone) -> Date? {
        let offset = Double(zone.secondsFromGMT(for: date))
        let local = date + offset
        let hour = UTCMoment(local).hour
        guard hour >= begin || hour < end else { return nil }
        let hours = hour < end ? end - hour : 24 - hour + end
        let wholeHour = (local.timeIntervalSince1970 / 3600).rounded(.down) * 3600
        return Date(timeIntervalSince1970: wholeHour + Double(hours) * 3600 - offset)
    }
}
