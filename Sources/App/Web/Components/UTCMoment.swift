import Core
import Foundation

/// A date taken apart in the Gregorian calendar, without the cost of `Calendar`.
struct UTCMoment {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int

    /// Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
    init(_ date: Date) {
        let seconds = Int(date.writable.timeIntervalSince1970.rounded(.down))
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
}
