import Foundation

/// Values in columns of JSON.
enum StoredJSON {
    /// - Throws: ``StorageError/unstorableText`` for a NUL, which JSON would hide as `\u0000`.
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try encoder.encode(value)
        if holdsNUL(bytes) { throw StorageError.unstorableText }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws(SQLError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw .unreadable("a column is no \(type): \(error)")
        }
    }

    /// An array; most are empty, and reading those costs nothing.
    static func array<Element: Decodable>(_ text: String) throws(SQLError) -> [Element] {
        text == "[]" ? [] : try value(text)
    }

    /// Whether the escape `\u0000` stands in `json`; in `\\u0000` the backslash itself is escaped.
    private static func holdsNUL(_ json: Data) -> Bool {
        let needle = Data(#"\u0000"#.utf8)
        var rest = json[...]
        while let range = rest.range(of: needle) {
            let backslashes = json[..<range.lowerBound].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
            if backslashes.isMultiple(of: 2) { return true }
            rest = json[range.upperBound...]
        }
        return false
    }
}
