import Foundation

/// The text of a file that says nothing about its encoding, as spreadsheets write it.
package struct ForeignText: Sendable, Equatable {
    package enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case windows1252 = "Windows-1252"
    }

    package let encoding: Encoding
    /// The same text in UTF-8, without a byte order mark.
    package let utf8: [UInt8]

    /// A byte order mark decides; then NUL in every second byte of the beginning, which is UTF-16 of mostly Latin
    /// letters; then whether it is UTF-8; what is left is read as Windows-1252, in which every byte means something.
    package init(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            encoding = .utf8
            utf8 = Array(String(decoding: bytes.dropFirst(3), as: UTF8.self).utf8)
        } else if bytes.starts(with: [0xFF, 0xFE]) || Self.hasZeros(bytes, at: 1) {
            encoding = .utf16LittleEndian
            utf8 = Self.utf16(bytes, mark: [0xFF, 0xFE], high: 1)
        } else if bytes.starts(with: [0xFE, 0xFF]) || Self.hasZeros(bytes, at: 0) {
            encoding = .utf16BigEndian
            utf8 = Self.utf16(bytes, mark: [0xFE, 0xFF], high: 0)
        } else if String(validating: bytes, as: UTF8.self) != nil {
            encoding = .utf8
            utf8 = bytes
        } else {
            encoding = .windows1252
            utf8 = Self.windows1252(bytes)
        }
    }

    private static func hasZeros(_ bytes: [UInt8], at offset: Int) -> Bool {
        let start = bytes.prefix(512)
        guard start.count >= 4 else { return false }
        let zeros = stride(from: offset, to: start.count, by: 2).count { start[$0] == 0 }
        let others = stride(from: 1 - offset, to: start.count, by: 2).count { start[$0] == 0 }
        return others == 0 && zeros * 4 > start.count
    }

    /// Half a character and unpaired surrogates become U+FFFD.
    private static func utf16(_ bytes: [UInt8], mark: [UInt8], high: Int) -> [UInt8] {
        let start = bytes.starts(with: mark) ? 2 : 0
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: start, to: bytes.count - 1, by: 2) {
            units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// WHATWG Encoding §9: bytes that the code page leaves free keep their number.
    private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text = ""
        text.unicodeScalars.reserveCapacity(bytes.count)
        for byte in bytes {
            let scalar: Unicode.Scalar =
                (0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : Unicode.Scalar(byte)
            text.unicodeScalars.append(scalar)
        }
        return Array(text.utf8)
    }

    private static let special: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
        "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}",
        "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}",
        "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
