package import Core
import Crypto
import Foundation

/// To whom an award goes, without telling strangers who that is.
package struct Recipient: Sendable {
    /// What is hashed, and what kind of name it is.
    enum Identity: Sendable, Equatable {
        case email(EmailAddress)
        /// A person without an address is known by the portal's own name only.
        case person(Person.ID)
    }

    let person: Person.ID
    let identity: Identity
    let salt: String

    package init(person: Person.ID, email: EmailAddress?, salt: String) {
        self.person = person
        self.salt = salt
        identity = email.map(Identity.email) ?? .person(person)
    }

    /// Stable, and says nothing about the person.
    var uri: String { "urn:uuid:\(person)" }

    /// `sha256$` and the hexadecimal SHA-256 of the identity followed by the salt.
    var hash: String {
        let plain =
            switch identity {
            case .email(let address): address.description
            case .person: uri
            }
        return "sha256$" + SHA256.hash(data: Data((plain + salt).utf8)).hexadecimal
    }

    var v2: JSON {
        let type: JSON =
            switch identity {
            case .email: "email"
            case .person: "id"
            }
        return .object(["type": type, "hashed": .truth(true), "identity": .text(hash), "salt": .text(salt)])
    }

    /// nil for a person without an address, who is named by the subject's id already.
    var v3: JSON? {
        guard case .email = identity else { return nil }
        return .object([
            "type": "IdentityObject", "hashed": .truth(true), "identityHash": .text(hash),
            "identityType": "emailAddress", "salt": .text(salt),
        ])
    }
}
