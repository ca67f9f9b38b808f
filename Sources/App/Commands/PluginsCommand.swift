import ArgumentParser
import Storage
import Core
import Foundation

struct PluginsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugins",
        abstract: "Look at the integrations that plugins.json switches on.",
        subcommands: [List.self, Check.self, Schema.self, Examine.self, New.self]
    )

    struct List: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the integrations of plugins.json and all known types."
        )

        @OptionGroup var common: CommonOptions

        func work() async throws {
            let composition = try await PluginsCommand.composition(common)
            for entry in composition.entries {
                Console.say("\(entry.isEnabled ? "on " : "off") \(entry.id) (\(entry.type))")
            }
            Console.say("\nKnown types:")
            for plugin in knownPlugins { Console.say("    \(plugin.type): \(plugin.summary)") }
        }
    }

    struct Check: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say everything that is wrong with plugins.json; exit 78 if something is."
        )

        @OptionGroup var common: CommonOptions

        func work() async throws {
            let composition = try await PluginsCommand.composition(common)
            for warning in composition.warnings { Console.say("\(warning)") }
            Console.say(
                "\(composition.entries.count) entries, \(composition.entries.count(where: \.isEnabled)) of them on. All well."
            )
        }
    }

    struct Schema: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of a plugin's config, or of the whole file."
        )

        @Argument(help: "A type of plugin; the whole file without it.")
        var type: String?

        func work() async throws {
            guard let type else { return Console.say(PluginSchemas.schema()) }
            guard let plugin = knownPlugins.first(where: { $0.type == type }) else {
                throw CommandFailure(
                    "No plugin is called “\(type)”. Known: \(knownPlugins.map { $0.type }.joined(separator: ", "))."
                )
            }
            Console.say(PluginSchemas.schema(of: plugin))
        }
    }

    /// Reads plugins.json and builds nothing that lasts.
    private static func composition(_ common: CommonOptions) async throws -> Composition {
        try await Workplace.configured {
            let settings = try await Settings.read(common.flags, in: .currentDirectory())
            return try Composition.read(settings.plugins, baseURL: settings.baseURL) { _ in NoHTTP() }
        }
    }
}

/// For commands that look at plugins without using them.
private struct NoHTTP: SourceHTTP {
    func send(_ request: SourceRequest) async throws(SourceError) -> SourceResponse {
        throw .unavailable("this command asks nobody")
    }
}
