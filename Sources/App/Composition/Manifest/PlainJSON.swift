import Foundation

/// JSON to be written, its keys in the order given.
indirect enum PlainJSON: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        var key: String
        var value: PlainJSON
    }

    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([PlainJSON])
    case object([Member])

    /// On one line, without spaces.
    var compact: String {
        switch self {
        case .array(let elements): "[" + elements.map(\.compact).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.key) + ":" + $0.value.compact }.joined(separator: ",") + "}"
        default: scalar
        }
    }

    /// Indented by two spaces; lists of single values stay on their line.
    func pretty(indent: String = "") -> String {
        let inner = indent + "  "
        return switch self {
        case .array(let elements) where elements.contains { !$0.isScalar }:
            "[\n" + elements.map { inner + $0.pretty(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .array(let elements): "[" + elements.map(\.scalar).joined(separator: ", ") + "]"
        case .object(let members) where members.isEmpty: "{}"
        case .object(let members):
            "{\n"
                + members.map { inner + Self.quoted($0.key) + ": " + $0.value.pretty(indent: inner) }
                .joined(separator: ",\n") + "\n\(indent)}"
        default: scalar
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private var scalar: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array, .object: compact
        }
    }

    /// In double quotes; whatever would move or hide the text around it is escaped.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where mustBeEscaped(scalar):
                result += scalar.utf16Units.map { "\\u" + String(format: "%04x", Int($0)) }.joined()
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar != "\u{200D}"
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var utf16Units: [UInt16] { Array(String(Character(self)).utf16) }
}

extension PlainJSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral text: String) { self = .string(text) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(integerLiteral value: Int) { self = .number(String(value)) }
}

extension PlainJSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral elements: PlainJSON...) { self = .array(elements) }
    init(dictionaryLiteral members: (String, PlainJSON)...) {
        self = .object(members.map { .init(key: $0, value: $1) })
    }
}
