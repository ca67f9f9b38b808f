/// Reads JSON (RFC 8259) strictly: nothing before or after, no duplicate members, no invalid Unicode.
///
/// Foundation's decoder forgets the text of numbers and takes the last of two members with the same name; a signature
/// needs the first, and the second is a way to show one credential to the reader and another to the verifier.
package struct JSONReader {
    let bytes: [UInt8]
    let limits: JSONLimits
    var position = 0
    private var depth = 0

    package static func read(
        _ bytes: some Collection<UInt8>,
        limits: JSONLimits = JSONLimits()
    ) throws(JSONError) -> JSON {
        guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        var reader = JSONReader(bytes: Array(bytes), limits: limits)
        reader.skipWhitespace()
        let value = try reader.value()
        guard reader.position == reader.bytes.count else {
            throw .syntax(expected: "the end", offset: reader.position)
        }
        return value
    }

    private init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// A value and the white space behind it.
    private mutating func value() throws(JSONError) -> JSON {
        let value: JSON
        switch peek() {
        case UInt8(ascii: "{"): value = .object(try nested { reader throws(JSONError) in try reader.members() })
        case UInt8(ascii: "["): value = .array(try nested { reader throws(JSONError) in try reader.items() })
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "t"): value = try word("true", .bool(true))
        case UInt8(ascii: "f"): value = try word("false", .bool(false))
        case UInt8(ascii: "n"): value = try word("null", .null)
        default: value = .number(try number())
        }
        skipWhitespace()
        return value
    }

    private mutating func nested<Result>(
        _ body: (inout JSONReader) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        guard depth < limits.depth else { throw .tooDeep(limit: limits.depth) }
        depth += 1
        position += 1
        skipWhitespace()
        let result = try body(&self)
        depth -= 1
        return result
    }

    private mutating func members() throws(JSONError) -> JSONObject {
        var members = JSONObject()
        if skip(UInt8(ascii: "}")) { return members }
        repeat {
            skipWhitespace()
            guard peek() == UInt8(ascii: "\"") else { throw .syntax(expected: "a member name", offset: position) }
            let name = try string()
            skipWhitespace()
            guard skip(UInt8(ascii: ":")) else { throw .syntax(expected: "“:”", offset: position) }
            skipWhitespace()
            guard members.insert(try value(), under: name) else { throw .duplicateMember(name) }
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw .syntax(expected: "“,” or “}”", offset: position) }
        return members
    }

    private mutating func items() throws(JSONError) -> [JSON] {
        var items: [JSON] = []
        if skip(UInt8(ascii: "]")) { return items }
        repeat {
            skipWhitespace()
            items.append(try value())
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw .syntax(expected: "“,” or “]”", offset: position) }
        return items
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard matches else { throw .syntax(expected: "“\(word)”", offset: position) }
        position += word.utf8CodeUnitCount
        return value
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try digits(expected: start == position ? "a value" : "a digit") }
        if skip(UInt8(ascii: ".")) { try digits(expected: "a digit") }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
            try digits(expected: "a digit")
        }
        return JSONNumber(checked: Text(ascii: bytes[start..<position]))
    }

    private mutating func digits(expected: String) throws(JSONError) {
        let start = position
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw .syntax(expected: expected, offset: position) }
    }

    func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipWhitespace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }
}
