import Core

/// Checks the values of attributes: numbers, words, colours, and references into the same file.
enum SVGValue {
    /// Returns `value` in the form we write, or nil when it may do more than draw.
    static func checked(_ value: String, of name: String) -> String? {
        let value = value.split { " \t\r\n\u{C}".contains($0) }.joined(separator: " ")
        guard !value.isEmpty else { return nil }
        return switch name {
        case "id": isName(value[...]) ? value : nil
        case "href": reference(value) == nil ? nil : value
        case "xml:space": ["preserve", "default"].contains(value) ? value : nil
        case "font-family": font(value)
        default: plain(value)
        }
    }

    /// Returns the names that `value` refers to by `#name` or `url(#name)`, after it was checked.
    static func references(in value: String, of name: String) -> [String] {
        if name == "href" { return reference(value).map { [$0] } ?? [] }
        return value.split(separator: "url(#").dropFirst(value.hasPrefix("url(#") ? 0 : 1)
            .map { String($0.prefix { $0 != ")" }) }
    }

    private static func reference(_ value: String) -> String? {
        guard value.utf8.first == UInt8(ascii: "#"), isName(value.dropFirst()) else { return nil }
        return String(value.dropFirst())
    }

    /// No colon and no backslash: nothing can name an address or be spelt in another way.
    private static func plain(_ value: String) -> String? {
        let value = withoutQuotes(value)
        guard value.utf8.allSatisfy({ isLetterOrDigit($0) || " .,#%()+-_/".utf8.contains($0) }) else { return nil }
        guard !value.contains("//") else { return nil }
        let parts = value.split(separator: "(", omittingEmptySubsequences: false)
        for (before, after) in zip(parts, parts.dropFirst()) {
            let function = String(before.reversed().prefix { $0 == "-" || $0.isLetter || $0.isNumber }.reversed())
            if function == "url" {
                guard let close = after.firstIndex(of: ")"), reference(String(after[..<close])) != nil else {
                    return nil
                }
            } else if !SVGVocabulary.functions.contains(function.lowercased()) {
                return nil
            }
        }
        return value
    }

    /// Turns `url("#name")` and `url('#name')` into `url(#name)`.
    private static func withoutQuotes(_ value: String) -> String {
        guard value.contains("url(") else { return value }
        return ["\"", "'"].reduce(value) { value, quote in
            value.replacing("url(\(quote)", with: "url(").replacing("\(quote))", with: ")")
        }
    }

    private static func font(_ value: String) -> String? {
        let value = value.replacing("\"", with: "'")
        let isPlain = value.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " ,-_'".unicodeScalars.contains(scalar)
        }
        return isPlain ? value : nil
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || "-_.".utf8.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
