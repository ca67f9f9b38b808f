package import Core
import Foundation

/// Switches on ``SAMLProvider``: `"type": "saml"`.
package enum SAMLPlugin: Plugin {
    package static let type = "saml"
    package static let summary =
        "Sign-in by SAML 2.0: ADFS, Entra ID, Okta, Ping, Keycloak, Google Workspace and others."
    package static let schema = ConfigSchema(
        .required("issuer", .string, "The provider's entity ID exactly as its metadata writes it."),
        .optional("metadata", .path, "The provider's metadata as a file; instead of metadataURL or signInURL."),
        .optional("metadataURL", .url, "Where the provider publishes its metadata; asked for every hour."),
        .optional("metadataCertificate", .path, "A certificate (PEM): metadata that its key did not sign is refused."),
        .optional("signInURL", .url, "Where people are sent, for a provider without metadata; needs certificates."),
        .optional("signOutURL", .url, "Where people are sent to sign out, for a provider without metadata."),
        .optional(
            "certificates",
            .list(.path),
            "The provider's certificates (PEM) without metadata; two while it changes its key."
        ),
        .optional("entityID", .string, "What the portal is called there; its metadata's address when left out."),
        .optional("key", .secret, "The portal's private RSA key (PEM): signs requests, opens encrypted assertions."),
        .optional("certificate", .path, "The certificate (PEM) that belongs to key."),
        .optional("name", .string, "What stands on the button after “Continue with”; the id when left out."),
        .optional(
            "signed",
            .choice(Signed.allCases.map(\.rawValue)),
            "What the provider must sign: assertion (when left out), response, both."
        ),
        .optional("encrypted", .boolean, "Whether assertions that are not encrypted are refused."),
        .optional("idpInitiated", .boolean, "Whether people may arrive whom the portal did not send there."),
        .optional(
            "nameIDFormat",
            .choice(SAMLSettings.nameIDFormats.keys.sorted()),
            "The kind of name to ask for; the provider chooses when left out."
        ),
        .optional("subjectAttribute", .string, "The attribute that people go by; the NameID when left out."),
        .optional(
            "domains",
            .list(.string),
            "The e-mail domains that this provider may vouch for; none when left out."
        ),
        .optional("emailAttribute", .string, "The attribute with the address; the usual ones when left out."),
        .optional("nameAttribute", .string, "The attribute with the whole name; the usual ones when left out."),
        .optional("groupsAttribute", .string, "The attribute with a person's groups; the usual ones when left out."),
        RoleMapping.option,
        .optional(
            "clockSkew",
            .integer(0...SAMLSettings.longestSkew),
            "How many seconds the provider's clock may differ; \(SAMLSettings.usualSkew) when left out."
        ),
        .optional("allowSHA1", .boolean, "Takes signatures with SHA-1 too, which nobody should make any more.")
    )

    enum Signed: String, Decodable, CaseIterable {
        case assertion
        case response
        case both
    }

    package struct Configuration: Decodable {
        var issuer: String
        var metadata: String?
        var metadataURL: String?
        var metadataCertificate: String?
        var signInURL: String?
        var signOutURL: String?
        var certificates: [String]?
        var entityID: String?
        var key: Secret?
        var certificate: String?
        var name: String?
        var signed: Signed?
        var encrypted: Bool?
        var idpInitiated: Bool?
        var nameIDFormat: String?
        var subjectAttribute: String?
        var domains: [String]?
        var emailAttribute: String?
        var nameAttribute: String?
        var groupsAttribute: String?
        var roles: RoleMapping?
        var clockSkew: Int?
        var allowSHA1: Bool?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let settings = try SAMLSettings(configuration, context)
        let isHere: Bool
        if case .address(let address, _) = settings.source {
            isHere = address.hasPrefix("http:")
        } else {
            isHere = false
        }
        let provider = SAMLProvider(
            settings: settings,
            metadata: MetadataMemory(settings: settings, http: context.identityHTTP(isHere), now: context.now),
            now: context.now
        )
        return Contributions(identityProviders: [provider])
    }
}
