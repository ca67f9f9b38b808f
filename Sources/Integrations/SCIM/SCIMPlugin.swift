package import Core
import Foundation

/// Switches on ``SCIMDirectory``: `"type": "scim"`.
package enum SCIMPlugin: Plugin {
    package static let type = "scim"
    package static let summary = "People and groups from a company's directory, by SCIM 2.0: Entra ID, Okta and others."
    package static let schema = ConfigSchema(
        .required("token", .secret, "The bearer token that the directory sends; at least 32 characters."),
        .optional("nextToken", .secret, "A second token that is accepted too, while you change to it."),
        .optional("provider", .string, "The id of the identity provider that signs the same people in."),
        .optional("subjectPrefix", .string, "What stands before externalId in that provider's subjects: TENANT-ID/"),
        .optional("domains", .list(.string), "The e-mail domains of the directory; none when left out."),
        RoleMapping.option
    )

    package struct Configuration: Decodable {
        var token: Secret
        var nextToken: Secret?
        var provider: String?
        var subjectPrefix: String?
        var domains: [String]?
        var roles: RoleMapping?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        guard configuration.provider != nil || configuration.subjectPrefix == nil else {
            throw ConfigProblem("/subjectPrefix", "It means nothing without a provider.", hint: "name the “provider”")
        }
        let directory = Directory(
            id: ID(context.id),
            provider: configuration.provider.map { ID($0) },
            subjectPrefix: configuration.subjectPrefix ?? "",
            emailAuthority: EmailAuthority(domains: configuration.domains ?? [], isTrusted: true),
            roles: configuration.roles ?? RoleMapping()
        )
        let secrets = [configuration.token, configuration.nextToken].compactMap(\.self)
        return Contributions(directories: [SCIMDirectory(directory: directory, tokens: BearerTokens(secrets))])
    }
}
