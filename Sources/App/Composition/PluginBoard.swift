import Core
import Foundation

/// The integrations as plugins.json has them now, beside those that run, for administrators.
struct PluginBoard: Sendable {
    /// nil where the portal was put together without a file.
    var file: URL?
    var registry: [any Plugin.Type] = knownPlugins
    /// What the portal started with.
    var running: [Composition.Entry] = []
    /// Whether a portal would start with this text as its file.
    var check: @Sendable ([UInt8]) throws -> Void = { _ in }

    /// What stands in the file.
    enum Content: Sendable {
        case entries([PluginManifest.Entry])
        /// In English, as the program says it at its start.
        case broken(String)
    }

    var content: Content {
        guard let file else { return .entries([]) }
        do {
            let bytes = Array(try Data(contentsOf: file))
            let manifest = try PluginManifest(
                bytes,
                file: file.lastPathComponent,
                registry: registry,
                secrets: .referencesOnly
            )
            return .entries(manifest.entries)
        } catch let error as ManifestError {
            return .broken(error.description)
        } catch {
            return .broken("\(file.lastPathComponent) is not there, or the portal may not read it.")
        }
    }

    func isRunning(_ id: String) -> Bool { running.contains { $0.id == id && $0.isEnabled } }

    /// The types that no entry uses yet.
    func unused(_ entries: [PluginManifest.Entry]) -> [any Plugin.Type] {
        registry.filter { plugin in !entries.contains { $0.type == plugin.type } }
    }
}

/// One line of plugins.json, before and after an integration is switched.
struct ManifestSwitch: Sendable, Equatable {
    enum Failure: Error, Equatable {
        case noSuchEntry
        /// With what is wrong, in English.
        case unreadable(String)
        case wouldNotStart(String)
        case readOnly
    }

    /// The whole file afterwards.
    let bytes: [UInt8]
    let before: String
    let after: String

    /// Changes `enabled` of one entry, and not one other byte.
    init(_ bytes: [UInt8], id: String, on isOn: Bool) throws(Failure) {
        let root: PositionedJSON
        do {
            root = try JSONReader.read(bytes)
        } catch {
            throw .unreadable(error.message)
        }
        guard case .array(let entries) = root["plugins"]?.content,
            let entry = entries.first(where: { $0["id"]?.string == id })
        else { throw .noSuchEntry }
        let old = entry["enabled"].map { Self.offset(of: $0.position, in: bytes) }
        let start = old ?? Self.offset(of: entry.position, in: bytes) + 1
        let word = isOn ? "true" : "false"
        var changed = bytes
        if old == nil {
            changed.insert(contentsOf: " \"enabled\": \(word),".utf8, at: start)
        } else {
            let end = bytes[start...].firstIndex { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            changed.replaceSubrange(start..<(end ?? bytes.endIndex), with: word.utf8)
        }
        self.bytes = changed
        before = Self.line(at: start, in: bytes)
        after = Self.line(at: start, in: changed)
    }

    /// The byte at a place that the reader of the file named.
    private static func offset(of position: TextPosition, in bytes: [UInt8]) -> Int {
        var cursor = TextCursor(bytes)
        return bytes.indices.first { cursor.move(to: $0) == position } ?? bytes.endIndex
    }

    private static func line(at offset: Int, in bytes: [UInt8]) -> String {
        let isEnd: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
        let start = bytes[..<min(offset, bytes.count)].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
        let end = bytes[start...].firstIndex(where: isEnd) ?? bytes.endIndex
        return String(decoding: bytes[start..<end], as: UTF8.self).trimmed
    }
}

extension PluginBoard {
    /// Where the file as it was before the last switch stays.
    var backup: URL? { file?.appendingPathExtension("bak") }

    /// What would change.
    func change(_ id: String, on isOn: Bool) throws(ManifestSwitch.Failure) -> ManifestSwitch {
        guard let file else { throw .noSuchEntry }
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: file))
        } catch {
            throw .unreadable("\(file.lastPathComponent) is not there, or the portal may not read it.")
        }
        return try ManifestSwitch(bytes, id: id, on: isOn)
    }

    /// Writes the change, if a portal would start with it; the file as it was stays beside it.
    func make(_ change: ManifestSwitch) throws(ManifestSwitch.Failure) {
        guard let file, let backup else { throw .noSuchEntry }
        do {
            try check(change.bytes)
        } catch {
            throw .wouldNotStart("\(error)")
        }
        do {
            let old = try Data(contentsOf: file)
            try old.write(to: backup, options: .atomic)
            try Data(change.bytes).write(to: file, options: .atomic)
        } catch {
            throw .readOnly
        }
    }
}
