import Foundation

/// How many people hold a badge, in words.
enum Holders {
    static func text(_ number: Int) -> String {
        number == 0 ? Words[.nobodyHasIt] : Words.say(.colleaguesHaveIt, ["count": .count(number)])
    }
}
