import Core

/// Checks the frame of plugins.json: everything but what stands in a `config`.
struct ManifestCheck {
    private static let version = 1
    private static let entryKeys = ["id", "type", "enabled", "config"]

    private let registry: [any Plugin.Type]
    private let secretCheck: PluginManifest.SecretCheck
    private(set) var found: Findings
    private(set) var entries: [PluginManifest.Entry] = []
    private var firstPlaces: [String: TextPosition] = [:]

    init(
        _ root: PositionedJSON,
        file: String,
        registry: [any Plugin.Type],
        secrets: PluginManifest.SecretCheck
    ) {
        self.registry = registry
        secretCheck = secrets
        found = Findings(file: file, secrets: SuspectedSecrets(in: root, registry: registry))
    }

    mutating func run(_ root: PositionedJSON) {
        let known = root["$schema"] == nil ? ["version", "plugins"] : ["version", "plugins", "$schema"]
        guard found.checkObject(root, "", known: known) else { return }
        checkVersion(root)
        guard let plugins = root["plugins"] else {
            return found.report("\"plugins\" is missing.", at: root.position, "", hint: "Write \"plugins\": [].")
        }
        guard case .array(let values) = plugins.content else {
            return found.reportKind("a list", plugins, "/plugins")
        }
        for (index, value) in values.enumerated() where !found.isFull { checkEntry(value, "/plugins/\(index)") }
    }

    private mutating func checkVersion(_ root: PositionedJSON) {
        let hint = "Write \"version\": \(Self.version)."
        if let version = root["version"] {
            guard version.integer != Self.version else { return }
            found.report("is not a version this program knows.", at: version.position, "/version", hint: hint)
        } else {
            found.report("\"version\" is missing.", at: root.position, "", hint: hint)
        }
    }

    private mutating func checkEntry(_ entry: PositionedJSON, _ pointer: String) {
        guard found.checkObject(entry, pointer, known: Self.entryKeys) else { return }
        let id = checkID(entry, pointer)
        let plugin = checkType(entry, pointer)
        let isEnabled = checkEnabled(entry, pointer)
        let config = entry["config"] ?? PositionedJSON(position: entry.position, content: .object([]))
        let place = pointer + "/config"
        guard let plugin else {
            if config.members == nil { found.reportKind("an object", config, place) }
            return
        }
        var check = ConfigCheck(found: found, readsSecrets: isEnabled && secretCheck == .readable)
        check.check(config, place, .object(plugin.schema), hint: plugin.summary)
        found = check.found
        guard let id else { return }
        entries.append(.init(id: id, isEnabled: isEnabled, plugin: plugin, config: config, pointer: place))
    }

    private mutating func checkID(_ entry: PositionedJSON, _ pointer: String) -> String? {
        let hint = "The name of this entry: lowercase letters, digits and hyphens, 64 at most."
        guard let value = requiredString("id", in: entry, pointer, hint: hint) else { return nil }
        guard let id = value.string, Self.isID(id) else {
            let text = found.secrets.shown(value.string ?? "")
            found.report("\(text) is not an id.", at: value.position, pointer + "/id", hint: hint)
            return nil
        }
        guard let first = firstPlaces[id] else {
            firstPlaces[id] = value.position
            return id
        }
        found.report(
            "the id \(found.secrets.shown(id)) is taken by the entry at \(first).",
            at: value.position,
            pointer + "/id",
            hint: "Every entry has its own id; two entries may have the same type."
        )
        return nil
    }

    /// Whether it matches `^[a-z0-9][a-z0-9-]{0,63}$`.
    private static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "-")
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    private mutating func checkType(_ entry: PositionedJSON, _ pointer: String) -> (any Plugin.Type)? {
        let known = registry.map { $0.type }
        let hint = "Known types: \(known.joined(separator: ", "))."
        guard let value = requiredString("type", in: entry, pointer, hint: hint), let type = value.string else {
            return nil
        }
        guard let plugin = registry.first(where: { $0.type == type }) else {
            found.report(
                "unknown type \(found.secrets.shown(type)).\(found.proposal(for: type, among: known))",
                at: value.position,
                pointer + "/type",
                hint: hint
            )
            return nil
        }
        return plugin
    }

    /// - Returns: false, too, when nobody can tell.
    private mutating func checkEnabled(_ entry: PositionedJSON, _ pointer: String) -> Bool {
        guard let value = entry["enabled"] else { return true }
        guard case .boolean(let isEnabled) = value.content else {
            found.reportKind("true or false", value, pointer + "/enabled")
            return false
        }
        return isEnabled
    }

    private mutating func requiredString(
        _ key: String,
        in entry: PositionedJSON,
        _ pointer: String,
        hint: String
    ) -> PositionedJSON? {
        guard let value = entry[key] else {
            found.report("\"\(key)\" is missing.", at: entry.position, pointer, hint: hint)
            return nil
        }
        guard value.string != nil else {
            found.reportKind("a string", value, "\(pointer)/\(key)", hint: hint)
            return nil
        }
        return value
    }
}
