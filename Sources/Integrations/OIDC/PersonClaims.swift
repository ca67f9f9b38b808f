import Core

/// What the claims say about the person.
struct PersonClaims: Sendable {
    let settings: OIDCSettings
    private let idToken: Claims
    private var userInfo = Claims(values: [:])

    init(settings: OIDCSettings, idToken: Claims) {
        self.settings = settings
        self.idToken = idToken
    }

    /// Whether userinfo may know more (OpenID Connect Core 1.0 §5.4: many providers put claims only there).
    var isIncomplete: Bool {
        let wanted = settings.roles.attributes.map(\.name) + (settings.roles.needsGroups ? [settings.groupsClaim] : [])
        return name == nil || idToken[settings.emailClaim] == nil || wanted.contains { idToken[$0] == nil }
    }

    func completed(by userInfo: Claims?) -> Self {
        var complete = self
        complete.userInfo = userInfo ?? complete.userInfo
        return complete
    }

    func subject() throws(SignInRefusal) -> Subject {
        Subject(
            identity: ExternalIdentity(provider: settings.id, subject: try key()),
            name: name ?? "",
            emails: [email].compactMap(\.self),
            roles: roles,
            issuer: settings.issuer.text
        )
    }

    /// What is signed counts before what is not.
    private func claim(_ name: String) -> JSONValue? { idToken[name] ?? userInfo[name] }

    /// Never an address or a login name, which pass from one person to another.
    private func key() throws(SignInRefusal) -> String {
        guard settings.usesObjectID else { return idToken["sub"]?.text ?? "" }
        guard let tenant = idToken["tid"]?.text, let object = idToken["oid"]?.text, !tenant.isEmpty, !object.isEmpty,
            object.utf8.count <= 255
        else { throw .rejected("a token without tid and oid") }
        return "\(tenant)/\(object)"
    }

    private var name: String? {
        if let name = claim("name")?.text, !name.trimmed.isEmpty { return name }
        let parts = [claim("given_name")?.text, claim("family_name")?.text].compactMap(\.self)
        return parts.isEmpty ? claim("preferred_username")?.text : parts.joined(separator: " ")
    }

    /// The address and what is said about it must come from the same place.
    private var email: EmailAddress? {
        let source = idToken[settings.emailClaim] == nil ? userInfo : idToken
        let isVerified = settings.emailClaim == "email" ? source["email_verified"] : nil
        let isOwned = source["xms_edov"]?.flag == true ? true : nil
        // A statement that cannot be understood is not taken for one that was never made.
        let stated = isVerified.map { $0.flag ?? false } ?? isOwned
        return settings.emailAuthority.address(source[settings.emailClaim]?.text, isVerified: stated)
    }

    private var roles: Set<Role>? { settings.roles.roles(of: groups) { claim($0)?.texts ?? [] } }

    /// nil when the provider does not say: Entra ID leaves them out when there are too many.
    private var groups: [String]? {
        if let groups = claim(settings.groupsClaim) { return groups.texts }
        let isOverage = idToken["_claim_names"] != nil || idToken["hasgroups"] != nil
        return isOverage ? nil : []
    }
}
