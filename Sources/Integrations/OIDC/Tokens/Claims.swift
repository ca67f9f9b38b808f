import Core
import Foundation

/// A JSON object from outside.
struct Claims: Sendable, Equatable {
    var values: [String: JSONValue]

    init(values: [String: JSONValue]) { self.values = values }

    /// - Returns: nil when the bytes are no JSON object.
    init?(_ bytes: some Sequence<UInt8>) {
        do {
            values = try JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
        } catch {
            return nil
        }
    }

    subscript(_ name: String) -> JSONValue? { values[name] }
}

extension JSONValue {
    /// NumericDate (RFC 7519 §2): seconds, which may have a fraction.
    var date: Date? {
        guard case .number(let seconds) = self, seconds.isFinite, abs(seconds) < 1e11 else { return nil }
        return Date(timeIntervalSince1970: seconds)
    }

    /// One text, or a list of nothing but texts.
    var texts: [String]? {
        switch self {
        case .string(let text): return [text]
        case .list(let values):
            let texts = values.compactMap(\.text)
            return texts.count == values.count ? texts : nil
        default: return nil
        }
    }
}
