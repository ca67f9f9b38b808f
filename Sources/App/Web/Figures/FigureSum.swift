import Core

/// What became of badges, of several badges or months together.
struct FigureSum: Equatable {
    var issued = 0
    var claimed = 0
    var claimedSoon = 0
    var shared = 0
    var checked = 0
    var checks = 0

    init(_ figures: some Sequence<AwardFigures>) {
        for figure in figures {
            issued += figure.issued
            claimed += figure.claimed
            claimedSoon += figure.claimedSoon
            shared += figure.shared
            checked += figure.checked
            checks += figure.checks
        }
    }
}

extension Words {
    /// "71%" of a whole; a dash where there is nothing to be a part of.
    func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return text(.percentNumber, ["percent": .count(Int((100 * Double(part) / Double(whole)).rounded()))])
    }

    /// "November 2026".
    func month(_ month: Month) -> String {
        text(
            .monthYear,
            [
                "month": .text(name(of: month, in: .months)), "number": .text(String(month.number)),
                "year": .text(String(month.year)),
            ]
        )
    }

    /// "Nov".
    func shortMonth(_ month: Month) -> String { name(of: month, in: .monthsShort) }

    private func name(of month: Month, in names: Phrase) -> String {
        let names = text(names).split(separator: "|")
        return names.indices.contains(month.number - 1) ? String(names[month.number - 1]) : String(month.number)
    }
}
