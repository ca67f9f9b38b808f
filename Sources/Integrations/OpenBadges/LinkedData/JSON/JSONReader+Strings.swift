extension JSONReader {
    /// A string (RFC 8259 §7).
    ///
    /// A surrogate without its partner is refused: it has no UTF-8.
    mutating func string() throws(JSONError) -> Text {
        let start = position
        position += 1
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = Text(validating: bytes[start + 1..<position]) else {
                    throw .invalidUnicode(offset: start)
                }
                position += 1
                return text
            case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
            case ..<0x20: throw .syntax(expected: "no control character in a string", offset: position)
            default: position += 1
            }
        }
        throw .syntax(expected: "the end of the string", offset: position)
    }

    /// The slow way, from the first escape on.
    private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> Text {
        var text = Array(bytes[start + 1..<position])
        while let byte = peek() {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = Text(validating: text) else { throw .invalidUnicode(offset: start) }
                return text
            case UInt8(ascii: "\\"): try appendEscape(to: &text)
            case ..<0x20: throw .syntax(expected: "no control character in a string", offset: position - 1)
            default: text.append(byte)
            }
        }
        throw .syntax(expected: "the end of the string", offset: position)
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
        let escape = peek()
        position += 1
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[position - 1])
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try escapedScalar())).utf8)
        default: throw .syntax(expected: "one of \"\\/bfnrtu after “\\”", offset: position - 1)
        }
    }

    /// `XXXX` or, for a surrogate pair, `XXXX\uXXXX`.
    private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
        let start = position
        let unit = try hexDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, peek() == UInt8(ascii: "\\") else { throw .invalidUnicode(offset: start) }
        position += 1
        guard peek() == UInt8(ascii: "u") else { throw .invalidUnicode(offset: start) }
        position += 1
        let low = try hexDigits()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw .invalidUnicode(offset: start) }
        return scalar
    }

    private mutating func hexDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek().flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw .syntax(expected: "four hexadecimal digits", offset: position)
            }
            value = value << 4 + UInt32(digit)
            position += 1
        }
        return value
    }
}
