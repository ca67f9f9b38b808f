/// Works on bytes, never on characters: a quote with a combining mark is one `Character` that equals no quote, but a
/// browser still sees the quote.
extension [UInt8] {
    mutating func append(escaping text: some StringProtocol) {
        Self.withBytes(of: text) { append(escaping: $0) }
    }

    mutating func append(address: some StringProtocol) {
        Self.withBytes(of: address) { bytes in
            if SafeAddress.allows(bytes) { append(escaping: bytes) } else { append(escaping: SafeAddress.refused) }
        }
    }

    private static func withBytes(of text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable(body)
        if done == nil { Array(text.utf8).withUnsafeBufferPointer(body) }
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        for index in text.indices where text[index].needsEscape {
            append(contentsOf: text[clean..<index])
            append(escapeOf: text[index])
            clean = index + 1
        }
        append(contentsOf: text[clean...])
    }

    private mutating func append(escapeOf byte: UInt8) {
        let escape: StaticString =
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: "\u{FFFD}"
            }
        escape.withUTF8Buffer { append(contentsOf: $0) }
    }
}

extension UInt8 {
    /// One bit for each of NUL, `"`, `&`, `'`, `<` and `>`; NUL because no HTML may hold it.
    private static let escaped: UInt64 = 1 | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    fileprivate var needsEscape: Bool { self < 64 && Self.escaped >> UInt64(self) & 1 == 1 }
}
