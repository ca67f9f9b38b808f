package import Foundation

/// Somebody who can earn badges.
///
/// Not an e-mail address: a person has many, and keeps the badges when they change.
package struct Person: Sendable, Equatable {
    package typealias ID = Core.ID<Person>
    /// Stands where the name of somebody would stand who earned a badge and never signed in.
    package static let expectedName = "Somebody who has not signed in yet"

    /// Stands where the name of somebody would stand whose account was erased.
    package static let erasedName = "Somebody who was erased"

    package let id: ID
    /// One field, any script; 1 to 200 characters.
    package var name: String
    /// Verified addresses; the first is the one to write to.
    ///
    /// May be empty.
    package var emails: [EmailAddress]
    package var roles: Set<Role>
    package var createdAt: Date
    /// Set when the person left: no sign-in any more, the badges stay.
    package var deactivatedAt: Date?
    package var preferences: Preferences

    package init(
        id: ID,
        name: String,
        emails: [EmailAddress] = [],
        roles: Set<Role> = [],
        createdAt: Date,
        deactivatedAt: Date? = nil,
        preferences: Preferences = Preferences()
    ) {
        self.id = id
        self.name = name
        self.emails = emails
        self.roles = roles
        self.createdAt = createdAt
        self.deactivatedAt = deactivatedAt
        self.preferences = preferences
    }

    package func may(_ role: Role) -> Bool { roles.contains(role) || roles.contains(.administrator) }
}

/// What a person may do beyond earning badges, which everybody may.
package enum Role: String, Sendable, Codable, CaseIterable {
    case designer
    case administrator
}

/// How a person signs in: an identity provider and that provider's own name for the person.
package struct ExternalIdentity: Sendable, Hashable {
    package var provider: ProviderID
    /// Opaque; never shown, never taken apart.
    package var subject: String

    package init(provider: ProviderID, subject: String) {
        self.provider = provider
        self.subject = subject
    }
}

package enum PersonError: PortalError {
    case notFound
    case deactivated
    case invalidEmail(String)
    case unknownRole(String)
    case lastAdministrator
    case notAdministrator
    /// Two that cannot become one.
    case samePerson
    /// Another issuer under the `id` of a provider that people already signed in with.
    case otherIssuer

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .deactivated: .forbidden
        case .invalidEmail, .unknownRole, .notAdministrator: .invalid
        case .lastAdministrator, .samePerson, .otherIssuer: .conflict
        }
    }

    package var message: String {
        switch self {
        case .notFound: "There is no such person."
        case .deactivated:
            "This account was closed. Your badges stay where they are; ask your administrator to come back."
        case .invalidEmail(let text): "“\(text)” is not an e-mail address."
        case .unknownRole(let text):
            "There is no role “\(text)”. Roles: \(Role.allCases.map(\.rawValue).joined(separator: ", "))."
        case .notAdministrator:
            "This person is no administrator. Give the role first: laurel admin grant EMAIL administrator."
        case .samePerson: "Choose two different people."
        case .otherIssuer:
            "The settings of this sign-in changed to another company's. Ask your administrator to give it a new id."
        case .lastAdministrator: "Somebody must remain administrator. Give the role to another person first."
        }
    }
}
