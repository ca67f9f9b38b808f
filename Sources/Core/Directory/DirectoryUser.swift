package import Foundation

/// Somebody as a directory describes them; stands for one person of the portal.
package struct DirectoryUser: Sendable, Equatable {
    package typealias ID = Core.ID<DirectoryUser>

    package let id: ID
    package let person: Person.ID
    package var content: Content
    /// Grows with every change.
    package var version: Int
    package var createdAt: Date
    package var changedAt: Date

    /// What the directory decides.
    package struct Content: Sendable, Equatable {
        /// Unique in its directory, whatever the letter case.
        package var userName: String
        /// The directory's own, lasting name for the person.
        package var externalID: String?
        /// Whether the person may sign in.
        package var isActive: Bool
        /// What the person is called.
        package var name: String
        /// The one to write to first.
        package var emails: [Email]
        /// What roles may depend on.
        package var attributes: [String: [String]]
        /// All of it in the directory's own form, for reading back.
        package var document: String

        package init(
            userName: String,
            externalID: String? = nil,
            isActive: Bool = true,
            name: String,
            emails: [Email] = [],
            attributes: [String: [String]] = [:],
            document: String = "{}"
        ) {
            self.userName = userName
            self.externalID = externalID
            self.isActive = isActive
            self.name = name
            self.emails = emails
            self.attributes = attributes
            self.document = document
        }
    }

    package struct Email: Sendable, Equatable, Codable {
        package var address: String
        /// `work`, `home`, …; "" when it is not said.
        package var kind: String

        package init(_ address: String, kind: String = "") {
            self.address = address
            self.kind = kind
        }
    }

    package init(id: ID, person: Person.ID, content: Content, version: Int, createdAt: Date, changedAt: Date) {
        self.id = id
        self.person = person
        self.content = content
        self.version = version
        self.createdAt = createdAt
        self.changedAt = changedAt
    }
}
