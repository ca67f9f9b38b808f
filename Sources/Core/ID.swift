package import Foundation

/// A string that means one thing.
///
/// `ID<Person>` and `ID<BadgeClass>` do not mix.
package struct ID<Of>: Hashable, Sendable, Codable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }

    /// The lower-case text form of RFC 9562 §4, in which the portal writes every UUID.
    package init(_ uuid: UUID) { rawValue = uuid.uuidString.lowercased() }

    /// - Returns: nil when `text` is not a UUID; any letter case is understood.
    package init?(uuid text: some StringProtocol) {
        guard let uuid = UUID(uuidString: String(text)) else { return nil }
        self.init(uuid)
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    package var description: String { rawValue }
}
