/// Guesses what somebody meant who wrote a word that does not exist.
enum Spelling {
    /// Returns the word that is closest to `text`, but only when one could take the one for the other.
    static func closest(to text: String, among words: [String]) -> String? {
        let near = words.compactMap { word -> (word: String, distance: Int)? in
            let limit = max(1, word.count / 3)
            guard abs(word.count - text.count) <= limit else { return nil }
            let distance = distance(Array(text.lowercased()), Array(word.lowercased()))
            return distance <= limit ? (word, distance) : nil
        }
        return near.min { $0.distance < $1.distance }?.word
    }

    /// Damerau–Levenshtein (optimal string alignment): letters added, left out, changed, or swapped with the neighbour.
    static func distance(_ first: [Character], _ second: [Character]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for i in 1...first.count {
            var row = [i]
            for j in 1...second.count {
                let change = first[i - 1] == second[j - 1] ? 0 : 1
                var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    best = min(best, beforeLast[j - 2] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[second.count]
    }
}
