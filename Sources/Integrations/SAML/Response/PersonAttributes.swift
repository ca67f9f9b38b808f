import Core

/// What the attributes of an assertion say about the person.
struct PersonAttributes: Sendable {
    let settings: SAMLSettings
    let statement: Statement

    func subject() throws(SignInRefusal) -> Subject {
        Subject(
            identity: ExternalIdentity(provider: settings.id, subject: try key()),
            name: name,
            emails: emails,
            roles: roles,
            issuer: settings.provider
        )
    }

    /// An attribute where one is set, else the NameID; never one that is another the next time.
    private func key() throws(SignInRefusal) -> String {
        if let attribute = settings.subjectAttribute {
            guard let values = statement.attributes[attribute], values.count == 1, let value = values.first,
                !value.isEmpty, value.utf8.count <= 255
            else { throw .rejected("no single value of the attribute that people go by") }
            return "\(attribute)/\(value)"
        }
        guard statement.nameID.format != NameID.transient else {
            throw .misconfigured("a transient NameID, by which nobody is known again: set subjectAttribute")
        }
        return statement.nameID.key
    }

    private func values(_ names: [String]) -> [String] {
        names.lazy.compactMap { statement.attributes[$0] }.first { !$0.isEmpty } ?? []
    }

    private var name: String {
        if let name = values(settings.nameAttributes).first(where: { !$0.isEmpty }) { return name }
        return [AttributeNames.given, AttributeNames.family]
            .compactMap { values($0).first }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var emails: [EmailAddress] {
        var texts = values(settings.emailAttributes)
        if texts.isEmpty, statement.nameID.format == NameID.emailAddress { texts = [statement.nameID.value] }
        return texts.compactMap { settings.emailAuthority.address($0, isVerified: nil) }
    }

    /// Nothing is said about roles where the provider leaves out groups because there are too many (Entra ID).
    private var roles: Set<Role>? {
        let isOverage = statement.attributes[AttributeNames.overage] != nil
        return settings.roles.roles(of: isOverage ? nil : values(settings.groupsAttributes)) {
            statement.attributes[$0] ?? []
        }
    }
}

/// What attributes are called at the providers that most have.
enum AttributeNames {
    private static let claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/"
    private static let microsoft = "http://schemas.microsoft.com/"

    static let email = ["email", "mail", "urn:oid:0.9.2342.19200300.100.1.3", "\(claims)emailaddress"]
    static let name = [
        "displayName", "name", "urn:oid:2.16.840.1.113730.3.1.241", "\(microsoft)identity/claims/displayname",
    ]
    static let given = ["givenName", "firstName", "urn:oid:2.5.4.42", "\(claims)givenname"]
    static let family = ["sn", "lastName", "urn:oid:2.5.4.4", "\(claims)surname"]
    static let groups = [
        "groups", "memberOf", "urn:oid:1.3.6.1.4.1.5923.1.5.1.1", "\(microsoft)ws/2008/06/identity/claims/groups",
        "http://schemas.xmlsoap.org/claims/Group",
    ]
    static let overage = "\(microsoft)claims/groups.link"
}
