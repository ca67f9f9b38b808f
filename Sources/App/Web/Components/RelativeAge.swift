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
