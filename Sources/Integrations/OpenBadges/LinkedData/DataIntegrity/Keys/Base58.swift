/// Base58 with Bitcoin's alphabet (draft-msporny-base58).
package enum Base58 {
    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let digits: [UInt8: UInt32] = Dictionary(
        uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, UInt32($0.offset)) }
    )

    /// Keys and signatures are shorter; the work grows with the square of the length.
    private static let maximumLength = 512

    package static func encode(_ bytes: [UInt8]) -> Text {
        let zeros = bytes.prefix { $0 == 0 }.count
        var digits: [UInt32] = []
        for byte in bytes.dropFirst(zeros) {
            var carry = UInt32(byte)
            for position in digits.indices {
                carry += digits[position] << 8
                digits[position] = carry % 58
                carry /= 58
            }
            while carry > 0 {
                digits.append(carry % 58)
                carry /= 58
            }
        }
        let text = Array(repeating: alphabet[0], count: zeros) + digits.reversed().map { alphabet[Int($0)] }
        return Text(ascii: text)
    }

    /// nil if there is a character that does not belong to the alphabet, or too many of those that do.
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count <= maximumLength else { return nil }
        let zeros = text.prefix { $0 == alphabet[0] }.count
        // The least significant byte comes first.
        var bytes: [UInt8] = []
        for character in text.dropFirst(zeros) {
            guard var carry = digits[character] else { return nil }
            for position in bytes.indices {
                carry += UInt32(bytes[position]) * 58
                bytes[position] = UInt8(carry & 0xFF)
                carry >>= 8
            }
            while carry > 0 {
                bytes.append(UInt8(carry & 0xFF))
                carry >>= 8
            }
        }
        return Array(repeating: 0, count: zeros) + bytes.reversed()
    }
}
