/// The square of modules while it is filled.
struct QRGrid {
    let version: QRVersion
    let side: Int
    private(set) var modules: [Bool]
    /// Modules that are no data: patterns and what is kept for format and version.
    private var isFixed: [Bool]

    init(_ version: QRVersion) {
        self.version = version
        side = version.side
        modules = Array(repeating: false, count: side * side)
        isFixed = modules
        drawTiming()
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { drawFinder(row, column) }
        drawAlignment()
        drawFormat(mask: 0)
        drawVersion()
    }

    /// Fills in the codewords in the zigzag of the standard, under one of the eight masks.
    mutating func place(_ words: [UInt8], mask: Int) {
        var bit = 0
        var isUpward = true
        for right in stride(from: side - 1, to: 0, by: -2) {
            // The column of the timing pattern is left out.
            let right = right <= 6 ? right - 1 : right
            for step in 0..<side {
                let row = isUpward ? side - 1 - step : step
                for column in [right, right - 1] where !isFixed[row * side + column] {
                    let isDark = bit < words.count * 8 && words[bit / 8] >> (7 - bit % 8) & 1 == 1
                    modules[row * side + column] = isDark != Self.flips(mask, row, column)
                    bit += 1
                }
            }
            isUpward.toggle()
        }
        drawFormat(mask: mask)
    }

    private static func flips(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    // MARK: Patterns

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        modules[row * side + column] = isDark
        isFixed[row * side + column] = true
    }

    private mutating func drawTiming() {
        for place in 0..<side {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
    }

    /// With the light frame around it.
    private mutating func drawFinder(_ middleRow: Int, _ middleColumn: Int) {
        for row in -4...4 {
            for column in -4...4 {
                let (y, x) = (middleRow + row, middleColumn + column)
                guard (0..<side).contains(y), (0..<side).contains(x) else { continue }
                let distance = max(abs(row), abs(column))
                set(y, x, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment() {
        let lines = version.alignment
        guard let first = lines.first, let last = lines.last else { return }
        for row in lines {
            for column in lines {
                let isAtFinder = row == first && (column == first || column == last) || row == last && column == first
                guard !isAtFinder else { continue }
                for y in -2...2 {
                    for x in -2...2 { set(row + y, column + x, max(abs(y), abs(x)) != 1) }
                }
            }
        }
    }

    /// Level M (00) and the mask, protected by a BCH code, twice.
    private mutating func drawFormat(mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = (rest << 1) ^ ((rest >> 9) * 0x537) }
        let bits = (mask << 10 | rest) ^ 0x5412
        let isDark = { (bit: Int) in bits >> bit & 1 == 1 }
        for bit in 0..<6 { set(bit, 8, isDark(bit)) }
        set(7, 8, isDark(6))
        set(8, 8, isDark(7))
        set(8, 7, isDark(8))
        for bit in 9..<15 { set(8, 14 - bit, isDark(bit)) }
        for bit in 0..<8 { set(8, side - 1 - bit, isDark(bit)) }
        for bit in 8..<15 { set(side - 15 + bit, 8, isDark(bit)) }
        set(side - 8, 8, true)
    }

    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        var rest = version.number
        for _ in 0..<12 { rest = (rest << 1) ^ ((rest >> 11) * 0x1F25) }
        let bits = version.number << 12 | rest
        for bit in 0..<18 {
            let (far, near) = (side - 11 + bit % 3, bit / 3)
            set(near, far, bits >> bit & 1 == 1)
            set(far, near, bits >> bit & 1 == 1)
        }
    }
}
