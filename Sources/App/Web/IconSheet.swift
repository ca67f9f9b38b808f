import Foundation

/// Drawings that were made at set-up and stand in for the portal's own, see Scripts/symbols.py.
enum IconSheet {
    static let sizeLimit = 500_000

    /// The bytes of the sheet at `file`; nil when there is none.
    ///
    /// - Throws: ``SettingsError`` for a sheet that lacks an icon or holds more than drawings.
    static func read(_ file: URL) throws(SettingsError) -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: file))
        } catch {
            throw .unreadable(file: file.path, reason: "this user may not read it")
        }
        if let reason = problem(bytes) { throw .unreadable(file: file.path, reason: reason) }
        return bytes
    }

    /// What is wrong with a sheet, as the end of a sentence; nil when nothing is.
    static func problem(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= sizeLimit else { return "it has more than \(sizeLimit) bytes" }
        guard let text = String(validating: bytes, as: UTF8.self) else { return "it is not UTF-8" }
        let foreign = text.matches(of: /<[\/]?([A-Za-z][^\s\/>]*)/).map { String($0.output.1) }
            .first { !["svg", "symbol", "path", "circle", "rect", "ellipse", "polygon"].contains($0) }
        if let foreign { return "an icon sheet holds no <\(foreign.prefix(20))>" }
        guard text.firstMatch(of: /\s(?:on\w+|href|xlink:href|style)\s*=|<[!?](?!--)/) == nil else {
            return "an icon sheet holds drawings and nothing that acts or points elsewhere"
        }
        let missing = Icon.Name.allCases.first { !text.contains("<symbol id=\"\($0.rawValue)\"") }
        return missing.map { "the icon \($0.rawValue) is missing; make it again with Scripts/symbols.py" }
    }
}

extension Assets {
    /// The same with other icons; they may change under the same address, so browsers ask for them every hour.
    func with(icons bytes: [UInt8]?) -> Assets {
        guard let bytes else { return self }
        var files = files
        files["icons.svg"] = File("image/svg+xml", bytes, isPermanent: false)
        return Assets(files: files)
    }
}
