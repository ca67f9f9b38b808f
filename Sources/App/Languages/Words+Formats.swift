import Foundation

/// Dates and numbers as the reader writes them.
///
/// Digits are the same in every language: a number on a page can be compared with the one in the file and on paper.
extension Words {
    /// "1,985", "1.985", "1 985".
    func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.utf8.count > 3, !(language == .spanish && digits.utf8.count == 4) else { return String(number) }
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { grouped += separator }
            grouped.append(digit)
        }
        return (number < 0 ? "-" : "") + grouped
    }

    private var separator: String {
        switch language {
        case .english, .japanese, .arabic, .hebrew: ","
        case .german, .spanish, .brazilian: "."
        case .french: "\u{202F}"
        }
    }

    /// "Git, SQL, and Swift".
    func list(_ names: [String]) -> String {
        names.formatted(.list(type: .and).locale(Locale(identifier: language.tag)))
    }

    /// "23 November 2026", in the reader's zone.
    func date(_ date: Date) -> String { day(UTCMoment(local(date))) }

    /// "23 November 2026, 21:14 UTC".
    func dateAndTime(_ date: Date) -> String {
        let moment = UTCMoment(local(date))
        let time = String(format: "%02d:%02d", moment.hour, moment.minute)
        let zone = zone.secondsFromGMT(for: date) == 0 ? "UTC" : zone.abbreviation(for: date) ?? "UTC"
        return text(.dateAndTime, ["date": .text(day(moment)), "time": .text(time), "zone": .text(zone)])
    }

    private func local(_ date: Date) -> Date { date + Double(zone.secondsFromGMT(for: date)) }

    private func day(_ moment: UTCMoment) -> String {
        let months = text(.months).split(separator: "|")
        return text(
            .day,
            [
                "day": .text(String(moment.day)), "month": .text(String(months[moment.month - 1])),
                "number": .text(String(moment.month)), "year": .text(String(moment.year)),
            ]
        )
    }
}
