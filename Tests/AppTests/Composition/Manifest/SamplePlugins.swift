import Core
import Foundation

@testable import App

/// Has an option of every kind.
enum SamplePlugin: Plugin {
    static let type = "sample"
    static let summary = "Shows what a plugin may ask for."
    static let schema = ConfigSchema(
        .required("baseURL", .url, "The address of the interface."),
        .required("apiKey", .secret, "The key for the interface."),
        .optional("percentScale", .number([1, 100]), "What the provider calls finished: 1 or 100."),
        .optional("mode", .choice(["daily", "weekly"]), "How often to look."),
        .optional("requestsPerMinute", .integer(1...6000), "How many requests the provider allows."),
        .optional("isStrict", .boolean, "Whether to refuse what is odd."),
        .optional("people", .path, "A list of people."),
        .optional("domains", .list(.string), "The mail domains that belong to us."),
        .optional("offset", .integer(.min ... .max), "A large number."),
        .optional(
            "oauth",
            .object(ConfigSchema(.required("clientSecret", .secret, "The secret of the client."))),
            "How to get a token."
        )
    )

    struct Configuration: Decodable {
        var baseURL: URL
        var apiKey: Secret
        var people: String?
        var offset: Int?
    }

    static func make(_ configuration: Configuration, _ context: PluginContext) throws(ConfigProblem) -> Contributions {
        if configuration.offset == 13 {
            throw ConfigProblem("/offset", "brings bad luck.", hint: "Take 12 or 14.")
        }
        return Contributions(sources: [
            SampleSource(
                id: SourceID(context.id),
                name: "\(configuration.baseURL) \(configuration.people ?? "-") \(configuration.offset ?? 0)"
            )
        ])
    }
}

/// Needs nothing.
enum PlainPlugin: Plugin {
    static let type = "plain"
    static let summary = "Needs nothing."
    static let schema = ConfigSchema()
    struct Configuration: Decodable {}

    static func make(_: Configuration, _ context: PluginContext) throws(ConfigProblem) -> Contributions {
        Contributions(sources: [SampleSource(id: SourceID(context.id), name: "plain")])
    }
}

/// Promises a number in its schema and decodes a text.
enum WrongPlugin: Plugin {
    static let type = "wrong"
    static let summary = "Does not keep to its own schema."
    static let schema = ConfigSchema(.required("size", .integer(1...9), "A size."))
    struct Configuration: Decodable { var size: String }

    static func make(_: Configuration, _: PluginContext) throws(ConfigProblem) -> Contributions { Contributions() }
}

struct SampleSource: BadgeSource {
    let id: SourceID
    let name: String
    func check() async -> SourceHealth { SourceHealth(.healthy, "") }
}

let samplePlugins: [any Plugin.Type] = [SamplePlugin.self, PlainPlugin.self, WrongPlugin.self]
