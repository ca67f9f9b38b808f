import Core
import Foundation

/// What is fixed about one provider.
struct OIDCSettings: Sendable {
    var id: ProviderID
    var name: String
    var issuer: Issuer
    var clientID: String
    var clientSecret: Secret?
    var sendsSecretInBody: Bool
    var algorithm: SigningAlgorithm
    var scopes: [String]
    var emailAuthority: EmailAuthority
    var emailClaim: String
    var usesObjectID: Bool
    var hostedDomain: String?
    var groupsClaim: String
    var roles: RoleMapping
    /// Whether plain http to this machine is allowed: only when the issuer itself is there.
    var allowsLoopback: Bool

    /// What the people of one issuer, or of several tenants of a shared one, have in common.
    struct Issuer: Sendable, Equatable {
        /// As configured.
        var text: String
        /// Entra ID: the tenants that may sign in at a shared issuer; empty for every ordinary issuer.
        var tenants: Set<String>

        /// What the discovery document must say it is.
        func isNamed(_ issuer: String) -> Bool {
            issuer == text || !tenants.isEmpty && issuer == template
        }

        /// Whether a token comes from here.
        func issued(_ issuer: String, tenant: String?) -> Bool {
            guard !tenants.isEmpty else { return issuer == text || text == Self.google && issuer == Self.oldGoogle }
            guard let tenant, tenants.contains(tenant) else { return false }
            return issuer == template.replacing("{tenantid}", with: tenant)
        }

        private static let google = "https://accounts.google.com"
        /// As Google's tokens may still say, which is no address.
        private static let oldGoogle = "accounts.google.com"

        /// `…/common/v2.0` as Entra ID writes it in its discovery document.
        private var template: String {
            text.replacing("/common/", with: "/{tenantid}/").replacing("/organizations/", with: "/{tenantid}/")
        }
    }

    init(_ configuration: OIDCPlugin.Configuration, id: ProviderID) throws(ConfigProblem) {
        let url = try Self.checked(configuration.issuer)
        let isShared = ["common", "organizations", "consumers"].contains { url.path().contains("/\($0)/") }
        let tenants = Set((configuration.tenants ?? []).map { $0.trimmed.lowercased() })
        guard isShared == !tenants.isEmpty else {
            throw ConfigProblem(
                isShared ? "/issuer" : "/tenants",
                isShared ? "Every tenant in the world can sign in here." : "This issuer has one tenant only.",
                hint: isShared ? "Name the tenants that may in “tenants”, or use your own tenant's issuer." : nil
            )
        }
        self.id = id
        name = configuration.name ?? id.rawValue
        issuer = Issuer(text: configuration.issuer, tenants: tenants)
        clientID = configuration.clientID
        clientSecret = configuration.clientSecret
        sendsSecretInBody = configuration.secretInBody ?? false
        algorithm = configuration.algorithm ?? .RS256
        scopes = ["openid"] + (configuration.scopes ?? ["profile", "email"]).filter { $0 != "openid" }
        emailAuthority = EmailAuthority(
            domains: configuration.domains ?? [],
            isTrusted: configuration.trusted ?? false
        )
        emailClaim = configuration.emailClaim ?? "email"
        usesObjectID = configuration.subjectClaim == "oid" || !tenants.isEmpty
        hostedDomain = configuration.hostedDomain?.trimmed.lowercased()
        groupsClaim = configuration.groupsClaim ?? "groups"
        roles = configuration.roles ?? RoleMapping()
        allowsLoopback = url.scheme == "http"
    }

    private static func checked(_ issuer: String) throws(ConfigProblem) -> URL {
        guard let url = URL(string: issuer), let host = url.host(), url.query() == nil, url.fragment() == nil,
            url.user() == nil
        else {
            throw ConfigProblem(
                "/issuer",
                "This is no issuer.",
                hint: "https://login.acme.example, as the provider writes it"
            )
        }
        let isHere = LoopbackHost.isOne(host)
        guard url.scheme == "https" || url.scheme == "http" && isHere else {
            throw ConfigProblem("/issuer", "An issuer is reached by https.")
        }
        return url
    }
}
