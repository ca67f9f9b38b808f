import Foundation

/// Text in a header: ASCII as it is, everything else in encoded words (RFC 2047).
enum HeaderText {
    /// `=?UTF-8?B?` and `?=` take 12 characters, base64 takes 4 for every 3 bytes: 64 in all, so that the name of the
    /// header fits before the first word.
    private static let bytesAWord = 39

    /// For a header without structure, such as Subject.
    static func unstructured(_ text: String) -> String {
        let text = oneLine(text)
        let isPlain =
            text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && text.utf8.count <= 900
        return isPlain ? folded(text) : words(text)
    }

    /// For the name before an address; quoted where it needs it.
    static func phrase(_ text: String) -> String {
        let text = oneLine(text)
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !text.contains("=?"), text.utf8.count <= 60 else {
            return words(text)
        }
        return quoted(text)
    }

    /// A parameter of a structured header: quoted, or in the form of RFC 2231 §4 where it is not ASCII.
    static func parameter(_ name: String, _ value: String) -> String {
        let value = oneLine(value)
        guard !value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return "\(name)=\(quoted(value))" }
        let encoded = value.utf8.map { byte in
            isPlain(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return "\(name)*=UTF-8''\(encoded.joined())"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || ".-_".utf8.contains(byte)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Without line ends and other control characters, which would begin a header of their own.
    private static func oneLine(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            let isBreak = scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
            line.unicodeScalars.append(isBreak ? " " : scalar)
        }
        return line
    }

    private static func words(_ text: String) -> String {
        var words: [String] = []
        var bytes: [UInt8] = []
        func flush() {
            if !bytes.isEmpty { words.append("=?UTF-8?B?\(Data(bytes).base64EncodedString())?=") }
            bytes = []
        }
        for scalar in text.unicodeScalars.prefix(2_000) {
            let encoded = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if bytes.count + encoded.count > bytesAWord { flush() }
            bytes += encoded
        }
        flush()
        return words.joined(separator: "\r\n ")
    }

    /// RFC 5322 §2.1.1: lines of at most 78 characters, broken before a space.
    private static func folded(_ text: String) -> String {
        var lines: [String] = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.utf8.count + word.utf8.count > 64, !word.isEmpty {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = last + " " + word
            }
        }
        return lines.joined(separator: "\r\n ")
    }
}
