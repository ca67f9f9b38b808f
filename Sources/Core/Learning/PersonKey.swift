/// An identifier under which a provider knows a person.
///
/// Sources never see portal accounts; the portal matches keys to people.
package struct PersonKey: Sendable, Hashable {
    package enum Scheme: String, Sendable, CaseIterable {
        case email
        case employeeNumber
        /// The identity provider's object id (Entra `oid`).
        case directoryID
        case providerUserID
        /// An account name within a ``PersonKey/realm`` (xAPI `account`).
        case account
    }

    package let scheme: Scheme
    package let value: String
    /// The tenant or home page that `account` and `providerUserID` belong to; empty otherwise.
    package let realm: String

    /// Folds an e-mail address to lower case and trims the others; nil when nothing is left.
    package init?(_ scheme: Scheme, _ text: String, realm: String = "") {
        if scheme == .email {
            guard let address = EmailAddress(text) else { return nil }
            value = address.description
        } else {
            value = text.trimmed
        }
        guard !value.isEmpty else { return nil }
        self.scheme = scheme
        self.realm = realm
    }

    package init(_ email: EmailAddress) {
        scheme = .email
        value = email.description
        realm = ""
    }
}
