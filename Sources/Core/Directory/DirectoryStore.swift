package import Foundation

/// Where what directories bring is kept, and where it becomes people, sessions that end, and roles.
///
/// A user of a directory is the person whom its identity provider knows by the same name; failing that, the person with
/// an address that the directory gives out, unless that person is somebody else to it, or closed; failing that, somebody
/// new. This is decided once. An account that the directory closed it may open again, one that an administrator closed
/// it may not. Everything is audited.
package protocol DirectoryStore: Sendable {
    func summary(of directory: Directory.ID) async throws -> DirectorySummary

    /// In the order in which they came.
    func users(of directory: Directory.ID, _ query: DirectoryQuery) async throws -> DirectoryPage<DirectoryUser>
    /// - Throws: ``DirectoryError/notFound``, here and below.
    func user(_ id: DirectoryUser.ID, of directory: Directory.ID) async throws -> DirectoryUser
    /// - Throws: ``DirectoryError/userNameTaken``, here and below.
    func create(_ user: DirectoryUser.Content, in directory: Directory, at date: Date) async throws -> DirectoryUser
    /// Reads, changes and writes in one go.
    ///
    /// - Parameters:
    ///   - versions: those that the sender knows; nil for any.
    ///   - change: may be called several times.
    /// - Throws: ``DirectoryError/changedMeanwhile``, and what `change` throws.
    func change(
        _ id: DirectoryUser.ID,
        in directory: Directory,
        versions: Set<Int>?,
        at date: Date,
        _ change: @escaping @Sendable (DirectoryUser.Content) throws -> DirectoryUser.Content
    ) async throws -> DirectoryUser
    /// Closes the account for good, as far as the directory is concerned; badges and their addresses stay.
    func remove(_ id: DirectoryUser.ID, in directory: Directory, versions: Set<Int>?, at date: Date) async throws

    /// - Parameter members: whether to read them.
    func groups(
        of directory: Directory.ID,
        _ query: DirectoryQuery,
        members: Bool
    ) async throws -> DirectoryPage<DirectoryGroup>
    func group(_ id: DirectoryGroup.ID, of directory: Directory.ID, members: Bool) async throws -> DirectoryGroup
    /// - Throws: ``DirectoryError/unknownMember(_:)``, here and below.
    func createGroup(
        named name: String,
        _ changes: [DirectoryGroup.Change],
        in directory: Directory,
        at date: Date
    ) async throws -> DirectoryGroup
    /// - Throws: ``DirectoryError/changedMeanwhile``.
    func change(
        _ id: DirectoryGroup.ID,
        in directory: Directory,
        versions: Set<Int>?,
        at date: Date,
        _ changes: [DirectoryGroup.Change]
    ) async throws
    func remove(_ id: DirectoryGroup.ID, in directory: Directory, versions: Set<Int>?, at date: Date) async throws
}

/// What a directory looks for among what it brought: all conditions hold.
package struct DirectoryQuery: Sendable, Equatable {
    package static let limit = 200

    package enum Condition: Sendable, Equatable {
        case id(String)
        /// In any letter case, like ``displayName(_:)``.
        case userName(String)
        case displayName(String)
        case externalID(String)
        /// In any letter case; `kind` nil for any.
        case email(String, kind: String?)
        case active(Bool)
        case member(String)
    }

    package var conditions: [Condition]
    package var offset: Int
    /// At most ``limit``; 0 counts only.
    package var count: Int

    package init(_ conditions: [Condition] = [], offset: Int = 0, count: Int = limit) {
        self.conditions = conditions
        self.offset = max(offset, 0)
        self.count = min(max(count, 0), Self.limit)
    }
}

package struct DirectoryPage<Element: Sendable>: Sendable {
    package var elements: [Element]
    /// How many there are on all pages.
    package var total: Int

    package init(_ elements: [Element], total: Int) {
        self.elements = elements
        self.total = total
    }
}

/// What a directory brought so far, for administrators.
package struct DirectorySummary: Sendable, Equatable {
    package var users: Int
    /// Those who may sign in.
    package var active: Int
    package var groups: Int
    /// When it last changed anything; nil when it brought nothing yet, or took everything back.
    package var changedAt: Date?

    package init(users: Int = 0, active: Int = 0, groups: Int = 0, changedAt: Date? = nil) {
        self.users = users
        self.active = active
        self.groups = groups
        self.changedAt = changedAt
    }
}

package enum DirectoryError: PortalError {
    case notFound
    case userNameTaken
    case unknownMember(String)
    case changedMeanwhile

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .userNameTaken, .changedMeanwhile: .conflict
        case .unknownMember: .invalid
        }
    }

    package var message: String {
        switch self {
        case .notFound: "There is no such resource."
        case .userNameTaken: "Another user of this directory has this userName."
        case .unknownMember(let id): "“\(id.prefix(100))” is no user of this directory."
        case .changedMeanwhile: "It was changed meanwhile: read it again."
        }
    }
}
