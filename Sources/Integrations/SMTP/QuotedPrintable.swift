/// Text in seven bits that people can still read (RFC 2045 §6.7): lines of at most 76 characters, CRLF.
enum QuotedPrintable {
    private static let lineLimit = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func encode(_ text: String) -> [UInt8] {
        var encoded: [UInt8] = []
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            if number > 0 { encoded += [0x0D, 0x0A] }
            encode(line, into: &encoded)
        }
        return encoded
    }

    private static func encode(_ line: Substring.UTF8View, into encoded: inout [UInt8]) {
        var width = 0
        var rest = line
        while let byte = rest.popFirst() {
            let isLast = rest.isEmpty
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
            // White space at the end of a line is lost on the way; a lone "." or "From " is misread.
            let isSpace = (byte == 0x20 || byte == 0x09) && !isLast
            let isPlainHere =
                (isPlain && !(width == 0 && [UInt8(ascii: "."), UInt8(ascii: "F")].contains(byte))) || isSpace
            let unit = isPlainHere ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            if width + unit.count > lineLimit - 1 {
                encoded += [UInt8(ascii: "="), 0x0D, 0x0A]
                width = 0
            }
            encoded += unit
            width += unit.count
        }
    }
}
