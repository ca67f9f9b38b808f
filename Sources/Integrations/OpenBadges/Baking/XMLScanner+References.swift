import Foundation

extension XMLScanner {
    private static let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    /// Characters with their references (`&amp;`, `&#x27;`) resolved.
    static func resolved(_ bytes: ArraySlice<UInt8>) throws(BakingError) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        var parts = bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)[...]
        text += String(decoding: parts.removeFirst(), as: UTF8.self)
        for part in parts {
            guard let end = part.firstIndex(of: UInt8(ascii: ";")),
                let character = character(String(decoding: part[..<end], as: UTF8.self))
            else { throw .damaged("it holds a reference that nothing explains") }
            text += character
            text += String(decoding: part[(end + 1)...], as: UTF8.self)
        }
        return text
    }

    private static func character(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }

    /// `text` as the value of an attribute in double quotes.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
