import Foundation
import LinkedData

extension JSONSchema {
    /// Words that look at one value and no further.
    ///
    /// - Returns: nil for other words.
    static func plain(_ value: Node, _ word: String, _ rule: Node) throws(Problem) -> Bool? {
        switch word {
        case "type": rule.asArray.contains { isA(value, $0.text?.string ?? "") }
        case "enum": rule.asArray.contains(value)
        case "const": rule == value
        case "required": value.object == nil || rule.asArray.allSatisfy { $0.text.map { value[$0] != nil } ?? false }
        case "minItems", "maxItems", "uniqueItems": value.array.map { sizes($0, word, rule) } ?? true
        case "minProperties", "maxProperties":
            value.object.map { within($0.count, word, rule) } ?? true
        case "minLength", "maxLength":
            value.text.map { within($0.string.unicodeScalars.count, word, rule) } ?? true
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
            isNumber(value) ? compares(value, word, rule) : true
        case "pattern": try value.text.map { text throws(Problem) in try matches(text.string, rule) } ?? true
        default: nil
        }
    }

    static func number(_ value: Node) -> Double? {
        guard case .number(let number) = value else { return nil }
        return number.double
    }

    private static func isNumber(_ value: Node) -> Bool { number(value) != nil }

    private static func isA(_ value: Node, _ type: String) -> Bool {
        switch value {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .number(let number): type == "number" || type == "integer" && number.double == number.double.rounded()
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }

    private static func within(_ count: Int, _ word: String, _ rule: Node) -> Bool {
        guard let limit = number(rule) else { return false }
        return word.hasPrefix("min") ? Double(count) >= limit : Double(count) <= limit
    }

    private static func sizes(_ items: [Node], _ word: String, _ rule: Node) -> Bool {
        guard word == "uniqueItems" else { return within(items.count, word, rule) }
        // Comparing all pairs of a long list would take for ever.
        return rule != true || items.count <= 200 && !items.indices.contains { items[..<$0].contains(items[$0]) }
    }

    private static func compares(_ value: Node, _ word: String, _ rule: Node) -> Bool {
        guard let number = number(value), let limit = Self.number(rule) else { return false }
        return switch word {
        case "minimum": number >= limit
        case "maximum": number <= limit
        case "exclusiveMinimum": number > limit
        default: number < limit
        }
    }

    /// The expressions of 1EdTech's schemas, spelled as they are there.
    private static func matches(_ text: String, _ rule: Node) throws(Problem) -> Bool {
        let bytes = Array(text.utf8)
        switch rule.text?.string {
        case #"(ext:)[a-z|A-Z|0-9|.|-|_]+"#: return text.contains("ext:")
        case #"^[a-zA-Z0-9_-]+\.[a-zA-Z0-9_-]*\.[a-zA-Z0-9_-]+$"#:
            let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            let isRight = parts.allSatisfy { $0.allSatisfy { $0 == 0x2D || $0 == 0x5F || isLetterOrDigit($0) } }
            return parts.count == 3 && isRight && !parts[0].isEmpty && !parts[2].isEmpty
        case #"^[a-z]{2}(-[A-Z]{2})?$"#, #"^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"#:
            return text.wholeMatch(of: /[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?/) != nil
        case #"^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$"#:
            return text.hasPrefix("https://purl.imsglobal.org/spec/ob/v3p0/context") && text.hasSuffix(".json")
        default: throw .unknownWord("pattern \(rule.text?.string ?? "")")
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
