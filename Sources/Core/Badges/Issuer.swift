package import Foundation

/// Who awards (Open Badges 2.0 *Profile*, 3.0 *Issuer Profile*).
package struct Issuer: Sendable, Equatable, Codable {
    package typealias ID = Core.ID<Issuer>

    package let id: ID
    package var name: String
    /// The organisation's home page.
    package var url: URL?
    /// Where strangers ask about a badge.
    package var email: EmailAddress?

    package init(id: ID, name: String, url: URL? = nil, email: EmailAddress? = nil) {
        self.id = id
        self.name = name
        self.url = url
        self.email = email
    }
}
