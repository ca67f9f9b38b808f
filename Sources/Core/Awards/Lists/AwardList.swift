package import Foundation

/// A list of people, from a file, who all get the same badge.
///
/// It is checked first and given only when somebody says so; every row remembers what became of it, so that doing it
/// again, after a crash or on purpose, gives nothing twice.
package struct AwardList: Sendable, Equatable {
    package typealias ID = Core.ID<AwardList>

    /// More rows than this are refused.
    package static let rowLimit = 100_000
    /// How long giving can be undone.
    package static let undoTime: TimeInterval = 24 * 3600

    package enum State: String, Sendable, CaseIterable {
        /// Looked through; nothing was given.
        case checked
        case giving
        /// Somebody stopped it in the middle.
        case stopped
        case given
        case undoing
        case undone
    }

    package let id: ID
    package let badge: BadgeClass.ID
    /// The badge's address.
    package let slug: Slug
    package let createdBy: Person.ID
    /// What its author calls the file; any text.
    package let name: String
    package let createdAt: Date
    package let columns: Columns
    package var state: State
    package var startedAt: Date?
    package var counts: Counts

    /// The titles of the columns that were read; nil where there is no such column or the file has no titles.
    package struct Columns: Sendable, Equatable {
        package static let titleLimit = 200

        package let address: String?
        package let note: String?

        package init(address: String? = nil, note: String? = nil) {
            self.address = address.map { String($0.prefix(Self.titleLimit)) }
            self.note = note.map { String($0.prefix(Self.titleLimit)) }
        }
    }

    package struct Counts: Sendable, Equatable {
        /// Rows that will get the badge.
        package var ready = 0
        package var given = 0
        package var takenBack = 0
        package var problems: [ListedPerson.Problem: Int] = [:]

        package init() {}

        package var unusable: Int { problems.values.reduce(0, +) }
        package var total: Int { ready + given + takenBack + unusable }
    }

    package init(
        id: ID,
        badge: BadgeClass.ID,
        slug: Slug,
        createdBy: Person.ID,
        name: String,
        createdAt: Date,
        columns: Columns = Columns(),
        state: State = .checked,
        startedAt: Date? = nil,
        counts: Counts = Counts()
    ) {
        self.id = id
        self.badge = badge
        self.slug = slug
        self.createdBy = createdBy
        self.name = name
        self.createdAt = createdAt
        self.columns = columns
        self.state = state
        self.startedAt = startedAt
        self.counts = counts
    }

    /// Whether what was given can be taken back at `date`.
    package func canBeUndone(at date: Date) -> Bool {
        guard [.given, .stopped].contains(state), let startedAt else { return false }
        return counts.given > 0 && date < startedAt + Self.undoTime
    }
}

/// A row of the list.
package struct ListedPerson: Sendable, Equatable {
    /// Why a row cannot be used.
    package enum Problem: String, Sendable, CaseIterable {
        case noAddress = "no-address"
        /// Nobody with this address has signed in.
        case unknown
        case left
        /// The same address stands further up.
        case repeated
        case hasIt = "has-it"
        case noteTooLong = "note-too-long"
    }

    package static let addressLimit = 254
    package static let noteLimit = 2_000

    /// Where it stands in the file; the first line is 1.
    package var line: Int
    /// As it was written, shortened to ``addressLimit`` characters.
    package var address: String
    /// What this person did; Markdown, may be empty.
    package var note: String
    package var problem: Problem?
    package var award: Award.ID?

    package init(
        line: Int,
        address: String,
        note: String = "",
        problem: Problem? = nil,
        award: Award.ID? = nil
    ) {
        self.line = line
        self.address = address
        self.note = note
        self.problem = problem
        self.award = award
    }
}

package enum AwardListError: PortalError {
    case notFound
    case startedAlready
    case tooLateToUndo

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .startedAlready, .tooLateToUndo: .conflict
        }
    }

    package var message: String {
        switch self {
        case .notFound: "There is no list with this number."
        case .startedAlready: "This list is being worked on already."
        case .tooLateToUndo:
            "This list can no longer be undone. Badges can still be taken back one by one."
        }
    }
}
