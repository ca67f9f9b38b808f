/// Works on bytes, never on characters: a quote with a combining mark is one `Character` that equals no quote, but a
/// browser still sees the quote.
extension [UInt8] {
    mutating func append(escaping text: some StringProtocol) {
        let appended: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
        if appended == nil { Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) } }
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

/// Addresses that may stand in `href`, `src` and `action`.
enum SafeAddress {
    static let refused = "about:invalid"

    /// Whether `address` is relative or begins with http, https or mailto.
    ///
    /// Browsers drop control characters and leading spaces before they look for the scheme, so these are refused.
    static func allows(_ address: some StringProtocol) -> Bool {
        let bytes = address.utf8
        guard bytes.first != 0x20, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
        guard let end = bytes.firstIndex(where: { [0x3A, 0x2F, 0x3F, 0x23].contains($0) }), bytes[end] == 0x3A else {
            return true
        }
        return ["http", "https", "mailto"].contains(String(decoding: bytes[..<end], as: UTF8.self).lowercased())
    }
}
