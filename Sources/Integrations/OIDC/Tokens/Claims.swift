import Foundation

/// A JSON object from outside.
struct Claims: Sendable, Equatable {
    var values: [String: ClaimValue]

    init(values: [String: ClaimValue]) { self.values = values }

    /// - Returns: nil when the bytes are no JSON object.
    init?(_ bytes: some Sequence<UInt8>) {
        do {
            values = try JSONDecoder().decode([String: ClaimValue].self, from: Data(bytes))
        } catch {
            return nil
        }
    }

    subscript(_ name: String) -> ClaimValue? { values[name] }
}

enum ClaimValue: Sendable, Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([ClaimValue])
    case object([String: ClaimValue])

    init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if box.decodeNil() {
            self = .null
        } else if let value = try? box.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? box.decode(Double.self) {
            self = .number(value)
        } else if let value = try? box.decode(String.self) {
            self = .string(value)
        } else if let value = try? box.decode([ClaimValue].self) {
            self = .list(value)
        } else {
            self = .object(try box.decode([String: ClaimValue].self))
        }
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var flag: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

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
