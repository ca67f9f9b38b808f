/// Reads JSON as RFC 8259 has it, and no more: no comments, no trailing commas, no key twice.
struct JSONReader {
    static let sizeLimit = 1 << 20
    static let depthLimit = 64

    let bytes: [UInt8]
    var index = 0
    private var cursor: TextCursor
    private var depth = 0

    static func read(_ bytes: [UInt8]) throws(JSONProblem) -> PositionedJSON {
        guard bytes.count <= sizeLimit else {
            throw JSONProblem(
                position: .start,
                message: "The file has \(bytes.count) bytes; at most \(sizeLimit) are read."
            )
        }
        var reader = JSONReader(bytes)
        try reader.checkEncoding()
        let value = try reader.value()
        reader.skipSpace()
        guard reader.next == nil else { throw reader.problem("Something stands after the end of the JSON value.") }
        return value
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        cursor = TextCursor(bytes)
    }

    private func checkEncoding() throws(JSONProblem) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw problem("The file begins with a byte order mark. Save it as UTF-8 without one.", at: 0)
        }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw problem("The file is not UTF-8 from here on. Save it as UTF-8.", at: error.byteOffsets.lowerBound)
        }
    }

    private mutating func value() throws(JSONProblem) -> PositionedJSON {
        skipSpace()
        let position = cursor.move(to: index)
        let content: PositionedJSON.Content =
            switch next {
            case UInt8(ascii: "{"): .object(try nested { reader throws(JSONProblem) in try reader.members() })
            case UInt8(ascii: "["): .array(try nested { reader throws(JSONProblem) in try reader.elements() })
            case UInt8(ascii: "\""): .string(try string())
            case UInt8(ascii: "t"): try word("true", .boolean(true))
            case UInt8(ascii: "f"): try word("false", .boolean(false))
            case UInt8(ascii: "n"): try word("null", .null)
            case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): .number(try number())
            default: throw unexpected("A value is due here: a text in double quotes, a number, true, false, { or [.")
            }
        return PositionedJSON(position: position, content: content)
    }

    private mutating func nested<Result>(
        _ read: (inout Self) throws(JSONProblem) -> Result
    ) throws(JSONProblem) -> Result {
        guard depth < Self.depthLimit else {
            throw problem("Lists and objects may be nested \(Self.depthLimit) deep, not deeper.")
        }
        depth += 1
        defer { depth -= 1 }
        index += 1
        return try read(&self)
    }

    private mutating func members() throws(JSONProblem) -> [PositionedJSON.Member] {
        var members: [PositionedJSON.Member] = []
        var seen: [String: TextPosition] = [:]
        skipSpace()
        if take("}") { return members }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw unexpected("A key in double quotes is due here.") }
            let position = cursor.move(to: index)
            let key = try string()
            if let first = seen.updateValue(position, forKey: key) {
                throw JSONProblem(position: position, message: "This key stands here already, at \(first).")
            }
            skipSpace()
            guard take(":") else { throw unexpected("A colon is due after the key.") }
            members.append(.init(key: key, position: position, value: try value()))
        } while try comma(before: "}", of: "object")
        return members
    }

    private mutating func elements() throws(JSONProblem) -> [PositionedJSON] {
        var elements: [PositionedJSON] = []
        skipSpace()
        if take("]") { return elements }
        repeat {
            elements.append(try value())
        } while try comma(before: "]", of: "list")
        return elements
    }

    /// - Returns: false at the end of the list or object.
    private mutating func comma(before end: Unicode.Scalar, of kind: String) throws(JSONProblem) -> Bool {
        skipSpace()
        if take(end) { return false }
        let comma = index
        guard take(",") else { throw unexpected("A comma or \(end) is due here.") }
        skipSpace()
        guard next != UInt8(ascii: end) else {
            throw problem("A comma may not stand after the last member of the \(kind).", at: comma)
        }
        return true
    }
}
