/// A share from 0 to 100.
package struct Percent: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package static let zero = Percent(clamping: 0)
    package static let full = Percent(clamping: 100)

    package let value: Double

    /// Takes what a provider says to the nearest value from 0 to 100; not-a-number becomes 0.
    package init(clamping value: Double) { self.value = value.isNaN ? 0 : min(max(value, 0), 100) }

    package init(from decoder: any Decoder) throws {
        self.init(clamping: try decoder.singleValueContainer().decode(Double.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(value)
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    /// Rounded down, so that “100” is only said of what is whole.
    package var whole: Int { Int(value) }
    package var description: String { "\(whole) %" }
}
