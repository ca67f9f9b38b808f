extension JSONReader {
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skipSpace() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func word(_ word: StaticString, _ content: PositionedJSON.Content) throws(JSONProblem)
        -> PositionedJSON.Content
    {
        guard bytes.dropFirst(index).starts(with: "\(word)".utf8) else {
            throw unexpected("A value is due here: a text in double quotes, a number, true, false, { or [.")
        }
        index += word.utf8CodeUnitCount
        return content
    }

    mutating func number() throws(JSONProblem) -> String {
        let start = index
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        if let byte = next, Self.isDigit(byte) {
            throw problem("A number may not begin with 0 and go on with digits.", at: start)
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(JSONProblem) {
        guard let byte = next, Self.isDigit(byte) else { throw unexpected("A digit is due here.") }
        while let byte = next, Self.isDigit(byte) { index += 1 }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    mutating func string() throws(JSONProblem) -> String {
        index += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(Character(try escape())).utf8)
            case 0x0A, 0x0D: throw problem("The text does not end on its line. A line end is written \\n.")
            case 0..<0x20: throw problem("A control character may not stand in a text. It is written \\u00XX.")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw problem("The file ends inside a text.")
    }

    private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
        let start = index
        index += 1
        guard let byte = next else { throw problem("The file ends inside a text.") }
        index += 1
        switch Unicode.Scalar(byte) {
        case "\"", "\\", "/": return Unicode.Scalar(byte)
        case "b": return "\u{08}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try unicode(from: start)
        default: throw problem("After a backslash only \" \\ / b f n r t u may stand.", at: start)
        }
    }

    private mutating func unicode(from start: Int) throws(JSONProblem) -> Unicode.Scalar {
        let first = try codeUnit(from: start)
        guard first != 0 else { throw problem("The character NUL may not stand in a text.", at: start) }
        if let scalar = Unicode.Scalar(first) { return scalar }
        if UTF16.isLeadSurrogate(first), bytes.dropFirst(index).starts(with: "\\u".utf8) {
            index += 2
            let second = try codeUnit(from: start)
            if UTF16.isTrailSurrogate(second) { return UTF16.decode(UTF16.EncodedScalar([first, second])) }
        }
        throw problem("Half of a surrogate pair is not a character.", at: start)
    }

    /// Reads four hexadecimal digits.
    private mutating func codeUnit(from start: Int) throws(JSONProblem) -> UInt16 {
        let digits = bytes.dropFirst(index).prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw problem("After \\u four hexadecimal digits are due.", at: start) }
        index += 4
        return unit
    }

    func problem(_ message: String, at offset: Int? = nil) -> JSONProblem {
        var cursor = TextCursor(bytes)
        return JSONProblem(position: cursor.move(to: offset ?? index), message: message)
    }

    /// Says what is due here, or what frequent mistake stands here instead.
    func unexpected(_ due: String) -> JSONProblem {
        switch next.map({ Unicode.Scalar($0) }) {
        case nil: problem("The file ends too early. " + due)
        case "/", "#": problem("JSON has no comments. Use a member whose key begins with \"//\".")
        case "'": problem("A text stands in double quotes.")
        case "\0": problem("The character NUL may not stand here.")
        default: problem(due)
        }
    }
}
