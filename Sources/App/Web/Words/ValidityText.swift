/// How long a badge is good, in words.
enum ValidityText {
    static func words(_ months: Int) -> String {
        switch months {
        case 12: "1 year"
        case let months where months % 12 == 0: "\(months / 12) years"
        case 1: "1 month"
        default: "\(months) months"
        }
    }
}
