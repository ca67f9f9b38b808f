/// A place in a text: both numbers start at 1, a column is a character and not a byte.
struct TextPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
    static let start = Self(line: 1, column: 1)

    var line: Int
    var column: Int

    static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
    var description: String { "\(line):\(column)" }
}

/// Counts lines and columns on the way through a text, each byte once.
struct TextCursor {
    private let bytes: [UInt8]
    private var offset = 0
    private var position = TextPosition.start

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Returns the place of the byte at `target`, which must not lie before the last one asked for.
    mutating func move(to target: Int) -> TextPosition {
        var counted = offset
        for index in offset..<target where endsLine(index) {
            position = TextPosition(line: position.line + 1, column: 1)
            counted = index + 1
        }
        position.column += Self.characters(in: bytes[counted..<target])
        offset = target
        return position
    }

    /// LF, CR LF and CR alone end a line, as editors see it.
    private func endsLine(_ index: Int) -> Bool {
        bytes[index] == 0x0A || bytes[index] == 0x0D && bytes.dropFirst(index + 1).first != 0x0A
    }

    private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.allSatisfy { $0 < 0x80 } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
    }
}
