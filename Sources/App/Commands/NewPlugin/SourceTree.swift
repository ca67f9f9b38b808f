import Core
import Foundation

/// The source tree of Laurel, where a new integration is added.
struct SourceTree {
    let top: URL

    /// - Throws: ``CommandFailure`` when this is no such tree or has something of this name; then nothing was written.
    func add(_ name: PluginName) throws {
        let package = try text("Package.swift")
        let registry = try text(Self.registry)
        let files = PluginTemplate.files(name)
        for (path, _) in files where FileManager.default.fileExists(atPath: top.appending(path: path).path) {
            throw CommandFailure("\(path) is there already.")
        }
        let newPackage = try Self.inserted(
            "    \"\(name.module)\": [],",
            lead: "    \"",
            after: "let integrations",
            in: package
        )
        let imported = try Self.inserted("import \(name.module)", lead: "import", after: nil, in: registry)
        let newRegistry = try Self.inserted(
            "    \(name.module)Plugin.self,",
            lead: "    ",
            after: "let knownPlugins",
            in: imported
        )
        for (path, text) in files + [("Package.swift", newPackage), (Self.registry, newRegistry)] {
            let file = top.appending(path: path)
            let folder = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    private static let registry = "Sources/App/Composition/PluginRegistry.swift"

    private func text(_ path: String) throws -> String {
        let text = FileManager.default.contents(atPath: top.appending(path: path).path)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let text, text.contains(path == "Package.swift" ? "name: \"Laurel\"" : "let knownPlugins") else {
            throw CommandFailure("This is not the source tree of Laurel: \(path) is missing or another.")
        }
        return text
    }

    /// Puts a line into a list whose lines begin with `lead`, in the order of the alphabet.
    ///
    /// - Parameter start: how the line begins after which the list stands; nil for a list at the top of the file.
    private static func inserted(
        _ line: String,
        lead: String,
        after start: String?,
        in text: String
    ) throws -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = start.map { start in lines.firstIndex { $0.hasPrefix(start) }.map { $0 + 1 } } ?? 0
        let place = first.flatMap { first in
            lines[first...].firstIndex { $0.isEmpty || $0 == "]" || $0.hasPrefix(lead) && $0 > line }
        }
        guard let place, !lines.contains(line) else {
            throw CommandFailure("“\(line.trimmed)” has no place in the list.")
        }
        lines.insert(line, at: place)
        return lines.joined(separator: "\n")
    }
}
