/// One of the forty sizes of a code, as level M lays it out (ISO/IEC 18004, tables 1, 9 and E.1).
struct QRVersion: Sendable {
    let number: Int
    /// Correction codewords of every block.
    let correction: Int
    let blocks: Int

    var side: Int { 17 + 4 * number }

    /// All codewords, data and correction.
    var codewords: Int {
        let finders = 3 * 64
        let timing = 2 * (side - 16)
        let format = 31
        let versions = number < 7 ? 0 : 36
        let lines = alignment.count
        // Those next to finders do not exist, and those on the timing lines share five modules with them.
        let patterns = lines == 0 ? 0 : (lines * lines - 3) * 25 - 2 * (lines - 2) * 5
        return (side * side - finders - timing - format - versions - patterns) / 8
    }

    var data: Int { codewords - correction * blocks }

    /// Bits of the number that says how long the text is.
    var countBits: Int { number < 10 ? 8 : 16 }

    /// How many bytes of text fit.
    var capacity: Int { data - (4 + countBits + 7) / 8 }

    /// The rows, and the columns, in which the middles of alignment patterns lie.
    var alignment: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).reversed().map { side - 7 - $0 * step }
    }

    static let all: [QRVersion] = zip(corrections, blockCounts).enumerated().map { index, layout in
        QRVersion(number: index + 1, correction: layout.0, blocks: layout.1)
    }

    private static let corrections =
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26]
        + Array(repeating: 28, count: 19)
    private static let blockCounts = [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31,
        33, 35, 37, 38, 40, 43, 45, 47, 49,
    ]
}
