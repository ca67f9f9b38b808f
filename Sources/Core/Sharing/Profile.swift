/// What a person says about themselves to those who look at their badges.
package struct Profile: Sendable, Equatable {
    package static let aboutLimit = 500

    package var person: Person.ID
    /// Plain text in the person's own words; may be empty.
    package var about: String
    /// Who may see the page; ``Visibility/colleagues`` until the person chooses.
    package var visibility: Visibility

    package init(person: Person.ID, about: String = "", visibility: Visibility = .colleagues) {
        self.person = person
        self.about = about
        self.visibility = visibility
    }
}

/// Badges that a person chose, in the order they chose.
package struct BadgeCollection: Sendable, Equatable {
    package typealias ID = Core.ID<BadgeCollection>

    package static let titleLimit = 120
    package static let aboutLimit = 1_000
    package static let sizeLimit = 100
    /// How many a person may have.
    package static let countLimit = 50

    /// A UUID; the end of the collection's address.
    package let id: ID
    package let person: Person.ID
    package var title: String
    /// Plain text; may be empty.
    package var about: String
    package var visibility: Visibility
    /// No award twice; those that viewers may not see are left out for them.
    package var awards: [Award.ID]

    package init(
        id: ID,
        person: Person.ID,
        title: String,
        about: String = "",
        visibility: Visibility = .colleagues,
        awards: [Award.ID] = []
    ) {
        self.id = id
        self.person = person
        self.title = title
        self.about = about
        self.visibility = visibility
        self.awards = awards
    }
}

package enum SharingError: PortalError {
    case collectionNotFound
    case titleMissing
    case tooLong(String, limit: Int)
    case tooMany(String, limit: Int)

    package var kind: ErrorKind {
        switch self {
        case .collectionNotFound: .notFound
        case .titleMissing, .tooLong, .tooMany: .invalid
        }
    }

    package var message: String {
        switch self {
        case .collectionNotFound: "There is no collection here."
        case .titleMissing: "Give the collection a name, such as “Cloud and security”."
        case .tooLong(let what, let limit): "\(what) has more than \(limit) characters. Make it shorter."
        case .tooMany(let what, let limit): "More than \(limit) \(what) do not fit. Take some out."
        }
    }
}
