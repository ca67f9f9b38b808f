import Core
import Foundation

/// The file of the theme: `theme.json`, next to it the HTML of header and footer.
enum ThemeFile {
    private static let sizeLimit = 1 << 20

    private struct Content: Decodable {
        var colour: String?
        var logo: String?
        /// Files with HTML, relative to this one.
        var header: String?
        var footer: String?
        var styles: [Theme.Style]?
        var origins: [String]?
    }

    /// - Throws: ``SettingsError`` with what to correct.
    static func read(_ file: URL) throws(SettingsError) -> Theme {
        let content: Content
        do {
            content = try JSONDecoder().decode(Content.self, from: try Data(contentsOf: file))
        } catch {
            throw .unreadable(file: file.path, reason: "it is not there, or it is no theme as in docs/white-label.md")
        }
        var theme = Theme()
        if let text = content.colour {
            guard let colour = RGB(hex: text) else { throw .invalid("colour of the theme", text, "such as #1f5fbf") }
            theme.colour = colour
        }
        theme.logo = content.logo
        for origin in content.origins ?? [] where !isOrigin(origin) {
            throw .invalid("origin of the theme", origin, "an origin such as https://cdn.acme.example")
        }
        for style in content.styles ?? [] where !isWebAddress(style.href) {
            throw .invalid("stylesheet of the theme", style.href, "an address that begins with https://")
        }
        let folder = file.deletingLastPathComponent()
        theme.slots = Theme.Slots(
            header: try slot(content.header, in: folder),
            footer: try slot(content.footer, in: folder),
            styles: content.styles ?? [],
            origins: content.origins ?? []
        )
        return theme
    }

    private static func slot(_ name: String?, in folder: URL) throws(SettingsError) -> String {
        guard let name else { return "" }
        let file = folder.appending(path: name)
        guard let data = FileManager.default.contents(atPath: file.path), data.count <= sizeLimit,
            let text = String(validating: data, as: UTF8.self)
        else { throw .unreadable(file: file.path, reason: "it is not there, is larger than 1 MiB or not UTF-8") }
        return text
    }

    private static func isOrigin(_ text: String) -> Bool {
        isWebAddress(text) && text.split(separator: "/").count == 2 && !text.hasSuffix("/")
    }

    /// Nothing that could end a directive of the Content-Security-Policy.
    private static func isWebAddress(_ text: String) -> Bool {
        text.hasPrefix("https://") && text.utf8.count < 2_000
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
    }
}
