import Core
import Foundation

/// What is fixed about one identity provider.
struct SAMLSettings: Sendable {
    var id: ProviderID
    var name: String
    var places: Places
    /// What the portal is called at the provider.
    var entityID: String
    /// The provider's entity ID.
    var provider: String
    var source: MetadataSource
    var keyPair: KeyPair?
    var demandsSignedAssertion: Bool
    var demandsSignedResponse: Bool
    var demandsEncryption: Bool
    var welcomesUnsolicited: Bool
    /// Nil leaves the choice to the provider.
    var nameIDFormat: String?
    var subjectAttribute: String?
    var emailAttributes: [String]
    var nameAttributes: [String]
    var groupsAttributes: [String]
    var emailAuthority: EmailAuthority
    var roles: RoleMapping
    /// How far the clocks may differ.
    var skew: TimeInterval
    var allowsSHA1: Bool

    /// Where the portal takes messages; constants of the configuration, never of a request.
    struct Places: Sendable, Equatable {
        var base: String

        init(portal: String, _ id: String) { base = "\(portal)/saml/\(id)" }

        var metadata: String { "\(base)/metadata" }
        var acs: String { "\(base)/acs" }
        var slo: String { "\(base)/slo" }
    }

    /// Where the provider's keys and addresses come from.
    enum MetadataSource: Sendable {
        /// Written down, or read from a file at the start.
        case fixed(ProviderMetadata)
        /// Asked for. With a certificate, only what that one signed counts.
        case address(String, Certificate?)
    }

    /// The portal's own key, for signing its messages and for opening what is encrypted for it.
    struct KeyPair: Sendable {
        var secret: Secret
        var certificate: Certificate

        /// PEM.
        func privateKey() throws(SignInRefusal) -> String {
            do throws(SecretError) {
                return try secret.reveal()
            } catch {
                throw .misconfigured(error.description)
            }
        }
    }

    static let nameIDFormats = [
        "persistent": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        "emailAddress": NameID.emailAddress,
        "transient": NameID.transient,
        "unspecified": NameID.unspecified,
    ]
    static let longestSkew = 180
    static let usualSkew = 60
}
