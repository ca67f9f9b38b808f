extension QRGrid {
    /// How hard the grid is to read (ISO/IEC 18004 §7.8.3): the mask with the least is taken.
    var penalty: Int {
        var penalty = 0
        for line in 0..<side {
            penalty += Self.penalty(of: (0..<side).map { modules[line * side + $0] })
            penalty += Self.penalty(of: (0..<side).map { modules[$0 * side + line] })
        }
        for row in 0..<(side - 1) {
            for column in 0..<(side - 1) {
                let corner = modules[row * side + column]
                let isBlock =
                    modules[row * side + column + 1] == corner && modules[(row + 1) * side + column] == corner
                    && modules[(row + 1) * side + column + 1] == corner
                if isBlock { penalty += 3 }
            }
        }
        let dark = modules.count { $0 }
        return penalty + abs(dark * 20 - modules.count * 10) / modules.count * 10
    }

    /// Runs of one colour, and what looks like the corner of a finder.
    private static func penalty(of line: [Bool]) -> Int {
        var penalty = 0
        var run = 0
        for (place, isDark) in line.enumerated() {
            run = place > 0 && line[place - 1] == isDark ? run + 1 : 1
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
        }
        for start in 0..<max(line.count - 10, 0) {
            let part = line[start..<start + 11]
            if part.elementsEqual(finder) || part.elementsEqual(finder.reversed()) { penalty += 40 }
        }
        return penalty
    }

    private static let finder = [true, false, true, true, true, false, true, false, false, false, false]
}
