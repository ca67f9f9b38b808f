package import Core
import Foundation

/// Switches on ``PathgatherSource``: `"type": "pathgather"`.
package enum PathgatherPlugin: Plugin {
    package static let type = "pathgather"
    package static let summary = "Reads paths and progress from a Pathgather tenant."
    package static let schema = ConfigSchema(
        .required("baseURL", .url, "Where the API answers, with its version: https://acme.pathgather.com/v1."),
        .required("apiKey", .secret, "The API key from Pathgather's admin console."),
        .optional("percentScale", .number([1, 100]), "What a finished path counts: 100 (when left out) or 1."),
        .optional("name", .string, "What people call it; “Pathgather” when left out."),
        .optional("requestsPerMinute", .integer(1...6000), "How often it may be asked; no limit when left out.")
    )

    package struct Configuration: Decodable {
        var baseURL: String
        var apiKey: Secret
        var percentScale: Int?
        var name: String?
        var requestsPerMinute: Int?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        guard let baseURL = URL(string: configuration.baseURL), baseURL.host() != nil else {
            throw ConfigProblem("/baseURL", "This is no address.", hint: "https://acme.pathgather.com/v1")
        }
        guard baseURL.user() == nil, baseURL.password() == nil else {
            throw ConfigProblem("/baseURL", "A password may not stand in this file.", hint: "Use apiKey.")
        }
        let options = SourceHTTPOptions(
            baseURL: baseURL,
            bearer: configuration.apiKey,
            requestsPerMinute: configuration.requestsPerMinute
        )
        let source = PathgatherSource(
            id: ID(context.id),
            name: configuration.name ?? "Pathgather",
            percentScale: Double(configuration.percentScale ?? 100),
            api: PathgatherAPI(http: context.http(options)),
            now: context.now
        )
        return Contributions(sources: [source])
    }
}
