/// Tells a corrected text from one that says something else.
enum Correction {
    /// Whether `new` is `old` with typing errors corrected.
    ///
    /// Words may differ by two letters, or a third of their length if that is less; white space, case and
    /// punctuation are free. A different number of words, or another digit anywhere, is another meaning.
    static func isOne(from old: String, to new: String) -> Bool {
        let before = words(old)
        let after = words(new)
        guard before.count == after.count else { return false }
        return zip(before, after).allSatisfy(isSpelling)
    }

    private static func words(_ text: String) -> [[Character]] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(Array.init)
    }

    private static func isSpelling(_ old: [Character], _ new: [Character]) -> Bool {
        guard old != new else { return true }
        guard old.filter(\.isNumber) == new.filter(\.isNumber) else { return false }
        return distance(old, new) <= min(2, max(old.count, new.count) / 3)
    }

    /// The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
                row.append(best)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
