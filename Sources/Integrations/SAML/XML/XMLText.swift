/// Writes an element as text; whatever stands in it is escaped.
struct XMLText: Sendable {
    private(set) var text: String

    /// - Parameters:
    ///   - name: with its prefix.
    ///   - attributes: in the order in which they are written; those that are nil are left out.
    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLText] = []) {
        text = Self.start(name, attributes) + children.map(\.text).joined() + "</\(name)>"
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String) {
        text = Self.start(name, attributes) + Self.escaped(content) + "</\(name)>"
    }

    init(_ name: String, joining attributes: [KeyValuePairs<String, String?>], _ children: [XMLText]) {
        let start = attributes.map { Self.start("", $0).dropFirst().dropLast() }.joined()
        text = "<\(name)\(start)>" + children.map(\.text).joined() + "</\(name)>"
    }

    private static func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> String {
        let written = attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }
        return "<\(name)\(written.joined())>"
    }

    /// What XML 1.0 §2.2 has no place for is left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
