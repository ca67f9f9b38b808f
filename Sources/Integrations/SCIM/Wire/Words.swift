import Foundation

/// Reads the small language of filters and paths from the front; compares bytes.
struct Words {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return rest.isEmpty
        }
    }

    /// Passes over a sign, or over a word in any letter case that ends there.
    mutating func skip(_ word: String) -> Bool {
        skipSpace()
        let length = word.utf8.count
        guard rest.prefix(length).elementsEqual(word.utf8, by: { $0 | 0x20 == $1 | 0x20 }) else { return false }
        let next = rest.dropFirst(length).first
        if word.utf8.first.map(Self.isLetter) == true, let next, Self.isPathByte(next) { return false }
        rest = rest.dropFirst(length)
        return true
    }

    /// An attribute's name in lower case, without the URN of the schema that is meant anyway.
    mutating func path() -> String? {
        skipSpace()
        let name = rest.prefix(while: Self.isPathByte)
        guard let first = name.first, Self.isLetter(first) || first == UInt8(ascii: "$") else { return nil }
        rest = rest[name.endIndex...]
        return String(Substring(name)).lowercased().withoutCoreURN
    }

    /// `.value` behind a bracket.
    mutating func subattribute() -> String? {
        guard rest.first == UInt8(ascii: ".") else { return nil }
        rest = rest.dropFirst()
        return path()
    }

    /// A text in quotes with JSON's escapes, `true`, `false`, or a number.
    mutating func value() -> JSON? {
        skipSpace()
        let text = rest.first == UInt8(ascii: "\"") ? quoted() : rest.prefix { !" )]".utf8.contains($0) }
        guard let text else { return nil }
        rest = rest[text.endIndex...]
        // Entra ID writes truth values with a capital letter.
        let word = String(Substring(text))
        let plain = ["true", "false"].contains(word.lowercased()) ? word.lowercased() : word
        do {
            return try JSONDecoder().decode(JSON.self, from: Data(plain.utf8))
        } catch {
            return nil
        }
    }

    /// Up to the closing quote; a backslash takes the next byte along.
    private func quoted() -> Substring.UTF8View? {
        var isEscaped = false
        for index in rest.indices.dropFirst() {
            if isEscaped {
                isEscaped = false
            } else if rest[index] == UInt8(ascii: "\\") {
                isEscaped = true
            } else if rest[index] == UInt8(ascii: "\"") {
                return rest[rest.startIndex...index]
            }
        }
        return nil
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == UInt8(ascii: " ") } }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_$.:".utf8.contains(byte)
    }
}

extension String {
    /// Of a name in lower case.
    var withoutCoreURN: String {
        for schema in ["user", "group"] {
            let urn = "urn:ietf:params:scim:schemas:core:2.0:\(schema):"
            if hasPrefix(urn) { return String(dropFirst(urn.count)) }
        }
        return self
    }
}
