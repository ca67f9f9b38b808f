import Core

/// Texts in a plugins.json that no message may repeat: they stand where a secret is due, or nobody knows why they stand.
struct SuspectedSecrets {
    /// Shorter texts are hidden only where they stand alone: "1" would hide half of all messages.
    private static let shortest = 4
    /// A file with more of them than this is not worth a closer look: nothing of it is shown.
    private static let limit = 1000
    private var texts: Set<String> = []

    init(in root: PositionedJSON, registry: [any Plugin.Type]) {
        suspectUnknown(root, known: ["version", "plugins", "$schema"])
        guard case .array(let entries) = root["plugins"]?.content else { return }
        for entry in entries {
            guard let config = entry["config"] else {
                suspectUnknown(entry, known: ["id", "type", "enabled"])
                continue
            }
            suspectUnknown(entry, known: ["id", "type", "enabled", "config"])
            let plugin = registry.first { $0.type == entry["type"]?.string }
            suspect(config, .object(plugin?.schema ?? ConfigSchema()))
        }
    }

    /// Returns `text` in quotes, or words in its place.
    func shown(_ text: String) -> String { hides(text) ? "(not shown)" : PlainJSON.quoted(text.shortened) }

    func hides(_ text: String) -> Bool {
        texts.count > Self.limit || texts.contains(text)
            || texts.contains { $0.utf8.count >= Self.shortest && text.utf8.contains($0.utf8) }
    }

    private mutating func suspect(_ value: PositionedJSON, _ kind: ConfigOption.Kind) {
        switch (kind, value.content) {
        case (.secret, _): if !value.isSecretReference { suspectAll(value) }
        case (.object(let schema), .object):
            suspectUnknown(value, known: schema.options.map(\.name))
            for option in schema.options {
                if let member = value[option.name] { suspect(member, option.kind) }
            }
        case (.list(let element), .array(let values)):
            for value in values { suspect(value, element) }
        case (.object, _), (.list, _): suspectAll(value)
        default: break
        }
    }

    private mutating func suspectUnknown(_ value: PositionedJSON, known: [String]) {
        guard let members = value.members else { return suspectAll(value) }
        for member in members where !known.contains(member.key) { suspectAll(member.value) }
    }

    private mutating func suspectAll(_ value: PositionedJSON) {
        switch value.content {
        case .string(let text), .number(let text): if !text.isEmpty { texts.insert(text) }
        case .array(let elements): for element in elements { suspectAll(element) }
        case .object(let members):
            for member in members {
                texts.insert(member.key)
                suspectAll(member.value)
            }
        case .null, .boolean: break
        }
    }
}

extension PositionedJSON {
    /// Whether it is `{ "env": "NAME" }` or `{ "file": "/path" }`, so that its text may be shown.
    var isSecretReference: Bool {
        guard let members, members.count == 1 else { return false }
        return self["env"]?.string?.isEnvironmentName == true || self["file"]?.string?.hasPrefix("/") == true
    }
}

extension String {
    /// `^[A-Z_][A-Z0-9_]*$`: what a variable is called by custom, and what a secret seldom looks like.
    var isEnvironmentName: Bool {
        !isEmpty && utf8.first.map { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") } == true
            && utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
            }
    }

    /// At most 60 characters of it.
    fileprivate var shortened: String { count > 60 ? prefix(60) + "…" : self }
}
