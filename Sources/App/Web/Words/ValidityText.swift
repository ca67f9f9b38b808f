/// How long a badge is good, in words.
enum ValidityText {
    static func words(_ months: Int) -> String {
        months > 0 && months.isMultiple(of: 12)
            ? Words.say(.years, ["count": .count(months / 12)]) : Words.say(.monthsTime, ["count": .count(months)])
    }
}
