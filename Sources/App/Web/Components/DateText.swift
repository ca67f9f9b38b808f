import Foundation

/// A moment in words, in UTC: "23 November 2026" or "23 November 2026, 21:14 UTC".
struct DateText: Component {
    let date: Date
    var hasTime = false

    init(_ date: Date, hasTime: Bool = false) {
        self.date = date
        self.hasTime = hasTime
    }

    var html: HTML { "<time datetime=\"\(machineText)\">\(text)</time>" }

    var text: String {
        let moment = UTCMoment(date)
        let day = "\(moment.day) \(Self.months[moment.month - 1]) \(moment.year)"
        return hasTime ? "\(day), \(moment.clock) UTC" : day
    }

    var machineText: String {
        let moment = UTCMoment(date)
        return hasTime ? "\(moment.isoDay)T\(moment.clock)Z" : moment.isoDay
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

/// How long ago something was: in words under 24 hours, as a date after that.
struct RelativeAge: Component {
    let date: Date
    let now: Date

    init(_ date: Date, now: Date) {
        self.date = date
        self.now = now
    }

    var html: HTML {
        let full = DateText(date, hasTime: true)
        guard let words else { return DateText(date).html }
        return "<time datetime=\"\(full.machineText)\" title=\"\(full.text)\">\(words)</time>"
    }

    /// nil from 24 hours on, and for moments to come.
    var words: String? {
        let seconds = Int(now.timeIntervalSince(date))
        switch seconds {
        case -60..<60: return "just now"
        case 60..<3_600: return Self.ago(seconds / 60, "minute")
        case 3_600..<86_400: return Self.ago(seconds / 3_600, "hour")
        default: return nil
        }
    }

    private static func ago(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s") ago" }
}

/// A date taken apart in the Gregorian calendar, without the cost of `Calendar`.
struct UTCMoment {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int

    /// Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
    init(_ date: Date) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = (seconds - days * 86_400) / 3_600
        minute = (seconds - days * 86_400) % 3_600 / 60
    }

    var isoDay: String { "\(Self.padded(year, to: 4))-\(Self.padded(month))-\(Self.padded(day))" }
    var clock: String { "\(Self.padded(hour)):\(Self.padded(minute))" }

    private static func padded(_ number: Int, to length: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}
