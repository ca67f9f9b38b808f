import Core
import Foundation

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
        let seconds = Int(now.timeIntervalSince(date.writable))
        switch seconds {
        case -60..<60: return Words[.justNow]
        case 60..<3_600: return Words.say(.minutesAgo, ["count": .count(seconds / 60)])
        case 3_600..<86_400: return Words.say(.hoursAgo, ["count": .count(seconds / 3_600)])
        default: return nil
        }
    }
}
