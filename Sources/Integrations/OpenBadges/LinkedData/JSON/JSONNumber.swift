import Foundation

/// A JSON number: its text is kept, so that nothing is lost between reading and writing.
package struct JSONNumber: Sendable, Equatable {
    /// The characters of the document, `1.50` for example; always valid by RFC 8259 §6.
    package let text: Text

    /// For the reader, which has checked the grammar.
    init(checked text: Text) { self.text = text }

    package init(_ number: Int) { text = Text(String(number)) }

    /// The nearest double; infinite if the number is larger than any.
    package var double: Double { Double(text.string) ?? .nan }

    /// Written without fraction and exponent.
    var isWrittenAsInteger: Bool {
        text.withBytes {
            $0.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}

extension JSONNumber {
    /// The canonical form of an xsd:double as JSON-LD prints it: 15 digits after the point, without the zeros at the
    /// end, and an exponent without plus or leading zeros (JSON-LD 1.1 API §8.6, "data round tripping").
    package static func canonicalDouble(_ value: Double) -> Text {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-INF" : "INF" }
        let parts = String(format: "%.15E", value).split(separator: "E")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return Text(String(value)) }
        var mantissa = parts[0]
        while mantissa.hasSuffix("0") { mantissa.removeLast() }
        return Text("\(mantissa)\(mantissa.hasSuffix(".") ? "0" : "")E\(exponent)")
    }

    /// The digits that RFC 8785 §3.2.2.3 prints: ECMAScript's `Number::toString`.
    ///
    /// - Returns: nil if the number has no finite double, which JCS forbids.
    package var canonicalText: String? {
        let value = double
        guard value.isFinite else { return nil }
        guard value != 0 else { return "0" }
        let (digits, point) = Self.shortestDigits(of: value.magnitude)
        let sign = value < 0 ? "-" : ""
        switch point {
        case digits.count...21 where digits.count <= 21:
            return sign + digits + String(repeating: "0", count: point - digits.count)
        case 1...21:
            return sign + digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0:
            return sign + "0." + String(repeating: "0", count: -point) + digits
        default:
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            return sign + digits.prefix(1) + fraction + (point > 0 ? "e+" : "e-") + String((point - 1).magnitude)
        }
    }

    /// The shortest digits that read back as `value`, and where the decimal point stands: value = 0.digits × 10^point.
    private static func shortestDigits(of value: Double) -> (digits: String, point: Int) {
        let parts = value.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        var digits = mantissa.joined()
        var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.hasPrefix("0") {
            digits.removeFirst()
            point -= 1
        }
        while digits.hasSuffix("0") { digits.removeLast() }
        return (digits, point)
    }
}
