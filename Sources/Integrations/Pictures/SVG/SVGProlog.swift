/// What stands before the first element of an XML document: declaration, comments, document type.
///
/// We step over it and never hand it to the XML parser, so that no entity can be declared and no encoding chosen.
struct SVGProlog {
    /// Where the first element begins.
    private(set) var end = 0
    /// The name of the first element; "" when there is none.
    private(set) var rootName = ""
    private(set) var isHTML = false
    /// Whether it declares something of its own, as entities.
    private(set) var hasDeclarations = false
    private let bytes: [UInt8]

    /// - Returns: nil when `bytes` do not look like markup.
    init?(of bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { end = 3 }
        while true {
            while end < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end]) { end += 1 }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "<") else { return nil }
            if starts(with: "<!--") {
                guard skip(past: "-->") else { return nil }
            } else if starts(with: "<?") {
                guard skip(past: "?>") else { return nil }
            } else if starts(with: "<!") {
                guard let name = skipDocumentType() else { return nil }
                isHTML = isHTML || name == "html"
                rootName = name
                if hasDeclarations { return }
            } else {
                rootName = name(at: end + 1)
                return
            }
        }
    }

    private func starts(with text: String) -> Bool { bytes.dropFirst(end).starts(with: text.utf8) }

    private mutating func skip(past text: String) -> Bool {
        let close = Array(text.utf8)
        var index = end + 2
        while index + close.count <= bytes.count {
            if bytes[index..<index + close.count].elementsEqual(close) {
                end = index + close.count
                return true
            }
            index += 1
        }
        return false
    }

    /// Steps over `<!DOCTYPE …>` as far as its square brackets, and returns the name it gives.
    private mutating func skipDocumentType() -> String? {
        let ends = Array(">[".utf8)
        guard let close = bytes[end...].firstIndex(where: { ends.contains($0) }) else { return nil }
        hasDeclarations = bytes[close] == UInt8(ascii: "[")
        let words = String(decoding: bytes[end..<close], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        end = close + 1
        return words.dropFirst().first.map { $0.lowercased() } ?? ""
    }

    private func name(at start: Int) -> String {
        let ends = Array(" \t\r\n/>".utf8)
        return String(decoding: bytes.dropFirst(start).prefix(64).prefix { !ends.contains($0) }, as: UTF8.self)
    }
}
