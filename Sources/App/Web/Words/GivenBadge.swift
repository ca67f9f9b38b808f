import Core
import Foundation

/// Reads what somebody gave to be checked: a file, or a link or the badge's own text.
enum GivenBadge {
    static let textLimit = 1 << 20

    /// - Throws: ``Core/InvalidForm``.
    static func read(_ form: FormBody) throws -> BadgeCheck.Given {
        if let file = form.files["file"], !file.bytes.isEmpty { return .file(self.file(file.bytes)) }
        var reader = FormReader(form.fields)
        let text = reader.text("text")
        if text.isEmpty { reader.fail("file", Words[.givenNothing]) }
        if text.count > textLimit { reader.fail("text", Words[.givenTooLong]) }
        try reader.check()
        if isLink(text) { return .link(text) }
        return .file(file(Array(text.utf8)))
    }

    private static func isLink(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return (start.hasPrefix("https://") || start.hasPrefix("http://"))
            && !text.unicodeScalars.contains { $0.properties.isWhitespace }
    }

    /// What the bytes are, their beginning says; the browser's word is not asked.
    static func file(_ bytes: [UInt8]) -> ImportedFile {
        let first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        let type =
            if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
                "image/png"
            } else if first == UInt8(ascii: "<") {
                "image/svg+xml"
            } else if first == UInt8(ascii: "{") {
                "application/json"
            } else {
                "text/plain"
            }
        return ImportedFile(mediaType: type, bytes: bytes)
    }

    /// The path of our own page about this badge, when the text is its link or its number.
    static func ownPage(_ form: FormBody, _ site: Site) -> String? {
        let text = (form.fields["text"] ?? "").trimmed
        let prefix = site.absolute("/awards/")
        let number = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count).prefix(36)) : text
        return Award.ID(uuid: number).map { "/awards/\($0)" }
    }
}
