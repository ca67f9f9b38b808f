import Foundation

/// A moment in the reader's words and time zone: "23 November 2026" or "23 November 2026, 21:14 UTC".
struct DateText: Component {
    let date: Date
    var hasTime = false

    init(_ date: Date, hasTime: Bool = false) {
        self.date = date
        self.hasTime = hasTime
    }

    var html: HTML {
        "<time datetime=\"\(machineText)\">\(text)</time>"
    }

    /// Without markup, for attributes and titles.
    var text: String { hasTime ? Words.current.dateAndTime(date) : Words.current.date(date) }

    /// As `datetime` takes it.
    var machineText: HTML { machineText(of: UTCMoment(date)) }

    private func machineText(of moment: UTCMoment) -> HTML {
        guard hasTime else { return "\(moment.year)-\(twoDigits: moment.month)-\(twoDigits: moment.day)" }
        return """
            \(moment.year)-\(twoDigits: moment.month)-\(twoDigits: moment.day)\
            T\(twoDigits: moment.hour):\(twoDigits: moment.minute)Z
            """
    }
}
