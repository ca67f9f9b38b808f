import Foundation

/// A moment in words, in UTC: "23 November 2026" or "23 November 2026, 21:14 UTC".
struct DateText: Component {
    let date: Date
    var hasTime = false

    init(_ date: Date, hasTime: Bool = false) {
        self.date = date
        self.hasTime = hasTime
    }

    var html: HTML {
        let moment = UTCMoment(date)
        return "<time datetime=\"\(machineText(of: moment))\">\(words(of: moment))</time>"
    }

    /// Without markup, for attributes and titles.
    var text: String { words(of: UTCMoment(date)).text }

    /// As `datetime` takes it.
    var machineText: HTML { machineText(of: UTCMoment(date)) }

    private func words(of moment: UTCMoment) -> HTML {
        let month = Self.months[moment.month - 1]
        guard hasTime else { return "\(moment.day) \(month) \(moment.year)" }
        return """
            \(moment.day) \(month) \(moment.year), \(twoDigits: moment.hour):\(twoDigits: moment.minute) UTC
            """
    }

    private func machineText(of moment: UTCMoment) -> HTML {
        guard hasTime else { return "\(moment.year)-\(twoDigits: moment.month)-\(twoDigits: moment.day)" }
        return """
            \(moment.year)-\(twoDigits: moment.month)-\(twoDigits: moment.day)\
            T\(twoDigits: moment.hour):\(twoDigits: moment.minute)Z
            """
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
