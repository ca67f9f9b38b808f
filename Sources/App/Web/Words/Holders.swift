import Foundation

/// How many people hold a badge, in words.
enum Holders {
    private static let english = Locale(identifier: "en")

    static func text(_ number: Int) -> String {
        switch number {
        case 0: "Nobody has it yet"
        case 1: "One colleague has it"
        default: "\(number.formatted(.number.locale(english))) colleagues have it"
        }
    }
}
