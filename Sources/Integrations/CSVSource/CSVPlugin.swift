package import Core
import Foundation

/// Switches on ``CSVSource``: `"type": "csv", "config": { "file": "docs/demo/learning.csv" }`.
package enum CSVPlugin: Plugin {
    package static let type = "csv"
    package static let summary = "Reads what people learned from a CSV file."
    package static let schema = ConfigSchema(
        .required("file", .path, "The CSV file; a path relative to plugins.json or an absolute one."),
        .optional("name", .string, "What people call it; “Learning records” when left out.")
    )

    package struct Configuration: Decodable {
        var file: String
        var name: String?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let source = CSVSource(
            id: ID(context.id),
            name: configuration.name ?? "Learning records",
            file: URL(filePath: configuration.file, relativeTo: context.directory),
            now: context.now
        )
        return Contributions(sources: [source])
    }
}
