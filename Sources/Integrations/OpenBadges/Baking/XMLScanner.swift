/// Takes XML (1.0, UTF-8) apart into tags and what is between them, without building anything.
///
/// It is for finding and placing one element. Entities that a document declares itself are refused, because what
/// they stand for cannot be seen from a tag.
struct XMLScanner {
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]
        /// `<a/>`.
        var isEmpty: Bool
    }

    enum Kind {
        case start(Tag)
        case end
        /// Characters, references resolved.
        case text(String)
        /// Comments, instructions, the document type.
        case other
    }

    struct Token {
        var kind: Kind
        var range: Range<Int>
    }

    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Returns: nil at the end.
    mutating func next() throws(BakingError) -> Token? {
        guard position < bytes.count else { return nil }
        let start = position
        guard bytes[start] == UInt8(ascii: "<") else {
            position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return Token(kind: .text(try Self.resolved(bytes[start..<position])), range: start..<position)
        }
        let kind: Kind
        if has("<!--") {
            try skip(past: "-->", from: start + 4)
            kind = .other
        } else if has("<![CDATA[") {
            try skip(past: "]]>", from: start + 9)
            kind = .text(String(decoding: bytes[(start + 9)..<(position - 3)], as: UTF8.self))
        } else if has("<?") {
            try skip(past: "?>", from: start + 2)
            kind = .other
        } else if has("<!") {
            try skip(past: ">", from: start + 2)
            guard !bytes[start..<position].contains(UInt8(ascii: "[")) else {
                throw .damaged("it declares entities of its own")
            }
            kind = .other
        } else if has("</") {
            try skip(past: ">", from: start + 2)
            kind = .end
        } else {
            kind = .start(try tag())
        }
        return Token(kind: kind, range: start..<position)
    }

    private func has(_ text: StaticString) -> Bool {
        bytes[position...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func skip(past end: String, from start: Int) throws(BakingError) {
        let end = Array(end.utf8)
        guard start <= bytes.count, let found = bytes[start...].firstRange(of: end) else {
            throw .damaged("its end is missing")
        }
        position = found.upperBound
    }

    private mutating func tag() throws(BakingError) -> Tag {
        position += 1
        var tag = Tag(name: try name(), attributes: [], isEmpty: false)
        while true {
            skipSpace()
            switch try byte() {
            case UInt8(ascii: ">"):
                position += 1
                return tag
            case UInt8(ascii: "/"):
                position += 1
                guard try byte() == UInt8(ascii: ">") else { throw .damaged("a tag is not closed") }
                position += 1
                tag.isEmpty = true
                return tag
            default:
                guard tag.attributes.count < 200 else { throw .tooLarge }
                tag.attributes.append(try attribute())
            }
        }
    }

    private mutating func attribute() throws(BakingError) -> (name: String, value: String) {
        let name = try name()
        skipSpace()
        guard try byte() == UInt8(ascii: "=") else { throw .damaged("an attribute has no value") }
        position += 1
        skipSpace()
        let quote = try byte()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = bytes[(position + 1)...].firstIndex(of: quote)
        else { throw .damaged("an attribute has no value") }
        let value = try Self.resolved(bytes[(position + 1)..<end])
        position = end + 1
        return (name, value)
    }

    private func byte() throws(BakingError) -> UInt8 {
        guard position < bytes.count else { throw .damaged("its end is missing") }
        return bytes[position]
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func name() throws(BakingError) -> String {
        let start = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        guard start < position else { throw .damaged("a tag has no name") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "=/><\"'".utf8.contains(byte)
    }
}
