package import Core
import Foundation

/// Switches on ``OIDCProvider``: `"type": "oidc"`.
package enum OIDCPlugin: Plugin {
    package static let type = "oidc"
    package static let summary = "Sign-in by OpenID Connect: Entra ID, ADFS, Okta, Ping, Google, Keycloak and others."
    package static let schema = ConfigSchema(
        .required("issuer", .url, "The issuer exactly as the provider writes it, such as https://acme.okta.com."),
        .required("clientID", .string, "The client id that the provider gave to the portal."),
        .optional("clientSecret", .secret, "The client secret; left out for a public client."),
        .optional("name", .string, "What stands on the button after “Continue with”; the id when left out."),
        .optional(
            "algorithm",
            .choice(SigningAlgorithm.allCases.map(\.rawValue)),
            "How it signs; RS256 when left out."
        ),
        .optional("scopes", .list(.string), "What to ask for besides openid; profile and email when left out."),
        .optional(
            "domains",
            .list(.string),
            "The e-mail domains that this provider may vouch for; none when left out."
        ),
        .optional(
            "trusted",
            .boolean,
            "Whether its addresses of “domains” count also where it does not say that it verified them."
        ),
        .optional("emailClaim", .string, "The claim with the address; email when left out, upn for some ADFS."),
        .optional("subjectClaim", .choice(["sub", "oid"]), "oid: Entra ID's own name of a person, with the tenant's."),
        .optional("tenants", .list(.string), "Entra ID only: the tenants that may sign in at a shared issuer."),
        .optional("hostedDomain", .string, "Google only: the Workspace domain whose people may sign in."),
        .optional("groupsClaim", .string, "The claim with a person's groups; groups when left out."),
        RoleMapping.option,
        .optional("secretInBody", .boolean, "Sends the client secret in the body (client_secret_post).")
    )

    package struct Configuration: Decodable {
        var issuer: String
        var clientID: String
        var clientSecret: Secret?
        var name: String?
        var algorithm: SigningAlgorithm?
        var scopes: [String]?
        var domains: [String]?
        var trusted: Bool?
        var emailClaim: String?
        var subjectClaim: String?
        var tenants: [String]?
        var hostedDomain: String?
        var groupsClaim: String?
        var roles: RoleMapping?
        var secretInBody: Bool?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let settings = try OIDCSettings(configuration, id: ID(context.id))
        let http = context.identityHTTP(settings.allowsLoopback)
        let provider = OIDCProvider(
            settings: settings,
            http: http,
            metadata: ProviderMemory(settings: settings, http: http, now: context.now),
            now: context.now
        )
        return Contributions(identityProviders: [provider])
    }
}
