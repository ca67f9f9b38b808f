import Foundation

/// The readable part of a badge's address: `^[0-9a-z-]+$`, 1 to 64 characters.
package struct Slug: Hashable, Sendable, Codable, CustomStringConvertible {
    package static let limit = 64
    package let description: String

    package init(_ text: String) throws(BadgeError) {
        guard (1...Self.limit).contains(text.utf8.count), text.utf8.allSatisfy(Self.allowed) else {
            throw .invalidSlug(text)
        }
        description = text
    }

    /// The closest address to a badge's name, as the designer's form proposes it; nil when no letter of it can stand there.
    package init?(proposedFor name: String) {
        let plain = name.decomposedStringWithCompatibilityMapping.lowercased().utf8
        let words = plain.filter { Self.allowed($0) || $0 < 0x80 }.split {
            !Self.allowed($0) || $0 == UInt8(ascii: "-")
        }
        let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(Self.limit)
        guard let slug = try? Slug(String(text)) else { return nil }
        self = slug
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Looks at bytes: as a `Character`, `a` with a combining circle lies between `a` and `z`.
    private static func allowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
