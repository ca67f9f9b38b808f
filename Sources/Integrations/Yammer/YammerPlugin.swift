package import Core
import Foundation

/// Switches on ``YammerSignIn``: `"type": "yammer"`.
package enum YammerPlugin: Plugin {
    package static let type = "yammer"
    package static let summary = "Sign-in with an older Yammer app; for Viva Engage use oidc with Entra ID."
    package static let schema = ConfigSchema(
        .required("clientID", .string, "The client id of the Yammer app."),
        .required("clientSecret", .secret, "The client secret of the Yammer app."),
        .required("network", .string, "The permalink of your network, such as acme.example: nobody else gets in."),
        .optional("domains", .list(.string), "The e-mail domains that the network may vouch for; none when left out."),
        .optional("name", .string, "What stands on the button after “Continue with”; “Yammer” when left out."),
        RoleMapping.option,
        .optional("posting", .boolean, "Whether people may post their badges there from here; yes when left out."),
        .optional("baseURL", .url, "Where Yammer answers; https://www.yammer.com when left out.")
    )

    package struct Configuration: Decodable {
        var clientID: String
        var clientSecret: Secret
        var network: String
        var domains: [String]?
        var name: String?
        var roles: RoleMapping?
        var posting: Bool?
        var baseURL: String?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let base = configuration.baseURL ?? "https://www.yammer.com"
        guard let url = URL(string: base), let host = url.host(), url.user() == nil, url.query() == nil else {
            throw ConfigProblem("/baseURL", "This is no address.", hint: "https://www.yammer.com")
        }
        let isHere = LoopbackHost.isOne(host)
        guard url.scheme == "https" || url.scheme == "http" && isHere else {
            throw ConfigProblem("/baseURL", "Yammer is reached by https.")
        }
        guard !configuration.network.trimmed.isEmpty else {
            throw ConfigProblem("/network", "Without a network everybody with a Yammer account could sign in.")
        }
        guard configuration.roles?.needsGroups != true else {
            throw ConfigProblem(
                "/roles",
                "Yammer tells no groups.",
                hint: "use “attributes”: admin, department, job_title"
            )
        }
        let provider = YammerSignIn(
            id: ID(context.id),
            name: configuration.name ?? "Yammer",
            base: base.hasSuffix("/") ? String(base.dropLast()) : base,
            clientID: configuration.clientID,
            clientSecret: configuration.clientSecret,
            network: configuration.network.trimmed,
            emailAuthority: EmailAuthority(domains: configuration.domains ?? [], isTrusted: true),
            roles: configuration.roles ?? RoleMapping(),
            posts: configuration.posting ?? true,
            http: context.identityHTTP(url.scheme == "http")
        )
        return Contributions(identityProviders: [provider])
    }
}
