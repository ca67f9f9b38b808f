import Foundation
import Core

/// JSON Schemas (draft 2020-12) for editors, in the order of the options.
enum PluginSchemas {
    private static let dialect: PlainJSON = "https://json-schema.org/draft/2020-12/schema"
    private static let comments: PlainJSON = ["^(x-|//)": true]

    /// The schema of one plugin's `config`, pretty printed.
    static func schema(of plugin: any Plugin.Type) -> String {
        var members: [PlainJSON.Member] = [.init(key: "$schema", value: dialect)]
        members += [.init(key: "title", value: .string(plugin.type))]
        members += object(plugin.schema, purpose: plugin.summary).members
        members += [.init(key: "$defs", value: ["secret": secret])]
        return PlainJSON.object(members).pretty() + "\n"
    }

    /// The schema of a whole plugins.json, pretty printed.
    static func schema(of registry: [any Plugin.Type] = knownPlugins) -> String {
        let configs = registry.map { plugin in
            PlainJSON.Member(key: plugin.type, value: object(plugin.schema, purpose: plugin.summary))
        }
        let file: PlainJSON = [
            "$schema": dialect,
            "title": "The plugins of a Laurel portal",
            "type": "object",
            "required": ["version", "plugins"],
            "additionalProperties": false,
            "patternProperties": comments,
            "properties": [
                "$schema": true,
                "version": ["const": 1],
                "plugins": ["type": "array", "items": ["$ref": "#/$defs/entry"]],
            ],
            "$defs": .object(
                [.init(key: "entry", value: entry(registry)), .init(key: "secret", value: secret)]
                    + [.init(key: "config", value: ["$defs": .object(configs)])]
            ),
        ]
        return file.pretty() + "\n"
    }

    private static func entry(_ registry: [any Plugin.Type]) -> PlainJSON {
        [
            "type": "object",
            "required": ["id", "type"],
            "additionalProperties": false,
            "patternProperties": comments,
            "properties": [
                "id": ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$"],
                "type": ["enum": .array(registry.map { .string($0.type) })],
                "enabled": ["type": "boolean", "default": true],
                "config": ["type": "object"],
            ],
            "allOf": .array(registry.map(condition)),
        ]
    }

    /// Ties the `type` of an entry to the schema of its `config`.
    private static func condition(_ plugin: any Plugin.Type) -> PlainJSON {
        let needsConfig = plugin.schema.options.contains { $0.isRequired }
        return [
            "if": ["required": ["type"], "properties": ["type": ["const": .string(plugin.type)]]],
            "then": [
                "required": needsConfig ? ["config"] : [],
                "properties": ["config": ["$ref": .string("#/$defs/config/$defs/\(plugin.type)")]],
            ],
        ]
    }

    private static let secret: PlainJSON = [
        "description": "A reference to a secret, never the secret itself.",
        "type": "object",
        "properties": [
            "env": ["type": "string", "pattern": "^[A-Z_][A-Z0-9_]*$"],
            "file": ["type": "string", "pattern": "^/"],
        ],
        "additionalProperties": false,
        "patternProperties": comments,
        "oneOf": [["required": ["env"]], ["required": ["file"]]],
    ]

    private static func object(_ schema: ConfigSchema, purpose: String) -> PlainJSON {
        [
            "description": .string(purpose),
            "type": "object",
            "required": .array(schema.options.filter(\.isRequired).map { .string($0.name) }),
            "additionalProperties": false,
            "patternProperties": comments,
            "properties": .object(schema.options.map { .init(key: $0.name, value: option($0)) }),
        ]
    }

    private static func option(_ option: ConfigOption) -> PlainJSON {
        if case .object(let schema) = option.kind { return object(schema, purpose: option.purpose) }
        return .object([.init(key: "description", value: .string(option.purpose))] + value(option.kind).members)
    }

    private static func value(_ kind: ConfigOption.Kind) -> PlainJSON {
        switch kind {
        case .string: ["type": "string"]
        case .url: ["type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@]+([/?#].*)?$"]
        case .path: ["type": "string", "minLength": 1]
        case .secret: ["$ref": "#/$defs/secret"]
        case .boolean: ["type": "boolean"]
        case .integer(let range): .object([.init(key: "type", value: "integer")] + bounds(range))
        case .number(let numbers): ["enum": .array(numbers.map { .number(String($0)) })]
        case .choice(let words): ["enum": .array(words.map { .string($0) })]
        case .list(let element): ["type": "array", "items": value(element)]
        case .object(let schema): object(schema, purpose: "")
        }
    }

    private static func bounds(_ range: ClosedRange<Int>) -> [PlainJSON.Member] {
        var bounds: [PlainJSON.Member] = []
        if range.lowerBound != .min { bounds.append(.init(key: "minimum", value: .number("\(range.lowerBound)"))) }
        if range.upperBound != .max { bounds.append(.init(key: "maximum", value: .number("\(range.upperBound)"))) }
        return bounds
    }
}

extension PlainJSON {
    fileprivate var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }
}
