import Core

/// plugins.json after every rule was checked.
///
/// `{ "version": 1, "plugins": [ { "id": "…", "type": "…", "enabled": true, "config": {} } ] }`
struct PluginManifest: Sendable {
    struct Entry: Sendable {
        var id: String
        var isEnabled: Bool
        var plugin: any Plugin.Type
        /// Keeps to the plugin's schema.
        var config: PositionedJSON
        /// Where `config` is, as a JSON pointer from the top of the file.
        var pointer: String
        var type: String { plugin.type }
    }

    enum SecretCheck: Sendable {
        /// The secrets of enabled entries must be there now, as the portal needs them.
        case readable
        /// Only the references are looked at, as for a list of the entries.
        case referencesOnly
    }

    let file: String
    /// In the order of the file.
    let entries: [Entry]
    /// What should be put right, but stops nothing.
    let warnings: [ManifestProblem]

    /// Reads a plugins.json and checks all of it.
    ///
    /// - Parameter file: the name to show in messages.
    /// - Throws: ``ManifestError`` with every mistake in the file, when there is one.
    init(
        _ bytes: [UInt8],
        file: String,
        registry: [any Plugin.Type] = knownPlugins,
        secrets: SecretCheck = .readable
    ) throws(ManifestError) {
        let root: PositionedJSON
        do {
            root = try JSONReader.read(bytes)
        } catch {
            throw ManifestError([
                ManifestProblem(file: file, position: error.position, pointer: "", message: error.message)
            ])
        }
        var check = ManifestCheck(root, file: file, registry: registry, secrets: secrets)
        check.run(root)
        guard check.found.problems.isEmpty else { throw ManifestError(check.found.problems) }
        self.file = file
        entries = check.entries
        warnings = check.found.warnings
    }
}
