/// Marks the identifiers of identity providers.
package enum Provider {}
/// The `id` of an identity provider in plugins.json; part of the address `/login/{provider}`.
package typealias ProviderID = ID<Provider>

/// A way to sign in.
///
/// What it needs of the portal it says by a further protocol.
package protocol IdentityProvider: Sendable {
    var id: ProviderID { get }
    /// What stands on the button after “Continue with”.
    var name: String { get }
}

/// Offers a list of people to sign in as, without a password.
///
/// Only for looking around.
///
/// The portal refuses to start with it on an address that others can reach.
package protocol PickAPerson: IdentityProvider {
    var people: [Subject] { get }
}

/// Whom an identity provider vouches for.
package struct Subject: Sendable, Equatable {
    package var identity: ExternalIdentity
    package var name: String
    /// Addresses that the provider may vouch for, see ``EmailAuthority``; no others.
    package var emails: [EmailAddress]
    /// Roles that the provider's groups give; nil when the provider says nothing about roles.
    package var roles: Set<Role>?
    /// A few words under the name, where people pick themselves from a list.
    package var note: String
    /// Who stands behind the provider (`iss`); "" where a provider's `id` can only ever mean one.
    ///
    /// The first one that signs somebody in is kept: subjects of another issuer under the same `id` are refused,
    /// because they would be different people.
    package var issuer: String

    package init(
        identity: ExternalIdentity,
        name: String,
        emails: [EmailAddress],
        roles: Set<Role>? = nil,
        note: String = "",
        issuer: String = ""
    ) {
        self.identity = identity
        self.name = name
        self.emails = emails
        self.roles = roles
        self.note = note
        self.issuer = issuer
    }
}
