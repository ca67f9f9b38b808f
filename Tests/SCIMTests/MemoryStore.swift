import Core
import Foundation
import Synchronization

/// A store of one directory in memory, for tests of what SCIM says; what it does to people is the real stores' business.
final class MemoryStore: DirectoryStore {
    private struct State {
        var users: [DirectoryUser] = []
        var groups: [DirectoryGroup] = []
        var next = 1
    }

    private let state = Mutex(State())
    var users: [DirectoryUser] { state.withLock { $0.users } }
    var groups: [DirectoryGroup] { state.withLock { $0.groups } }

    func users(of directory: Directory.ID, _ query: DirectoryQuery) async throws -> DirectoryPage<DirectoryUser> {
        let found = users.filter { user in query.conditions.allSatisfy { user.content.fits($0) } }
        return DirectoryPage(Array(found.dropFirst(query.offset).prefix(query.count)), total: found.count)
    }

    func user(_ id: DirectoryUser.ID, of directory: Directory.ID) async throws -> DirectoryUser {
        guard let user = users.first(where: { $0.id == id }) else { throw DirectoryError.notFound }
        return user
    }

    func create(_ user: DirectoryUser.Content, in directory: Directory, at date: Date) async throws -> DirectoryUser {
        try state.withLock { state in
            let key = user.userName.lowercased()
            guard !state.users.contains(where: { $0.content.userName.lowercased() == key }) else {
                throw DirectoryError.userNameTaken
            }
            let id = "u\(state.next)"
            state.next += 1
            let new = DirectoryUser(
                id: ID(id),
                person: ID("person-\(id)"),
                content: user,
                version: 1,
                createdAt: date,
                changedAt: date
            )
            state.users.append(new)
            return new
        }
    }

    func change(
        _ id: DirectoryUser.ID,
        in directory: Directory,
        versions: Set<Int>?,
        at date: Date,
        _ change: @escaping @Sendable (DirectoryUser.Content) throws -> DirectoryUser.Content
    ) async throws -> DirectoryUser {
        try state.withLock { state in
            guard let index = state.users.firstIndex(where: { $0.id == id }) else { throw DirectoryError.notFound }
            guard versions?.contains(state.users[index].version) != false else { throw DirectoryError.changedMeanwhile }
            state.users[index].content = try change(state.users[index].content)
            state.users[index].version += 1
            return state.users[index]
        }
    }

    func remove(_ id: DirectoryUser.ID, in directory: Directory, versions: Set<Int>?, at date: Date) async throws {
        try state.withLock { state in
            guard let index = state.users.firstIndex(where: { $0.id == id }) else { throw DirectoryError.notFound }
            state.users.remove(at: index)
        }
    }

    func groups(
        of directory: Directory.ID,
        _ query: DirectoryQuery,
        members: Bool
    ) async throws -> DirectoryPage<DirectoryGroup> {
        let found = groups.filter { group in query.conditions.allSatisfy { group.fits($0) } }
        return DirectoryPage(Array(found.dropFirst(query.offset).prefix(query.count)), total: found.count)
    }

    func group(_ id: DirectoryGroup.ID, of directory: Directory.ID, members: Bool) async throws -> DirectoryGroup {
        guard var group = groups.first(where: { $0.id == id }) else { throw DirectoryError.notFound }
        if !members { group.members = [] }
        return group
    }

    func createGroup(
        named name: String,
        _ changes: [DirectoryGroup.Change],
        in directory: Directory,
        at date: Date
    ) async throws -> DirectoryGroup {
        state.withLock { state in
            var group = DirectoryGroup(
                id: ID("g\(state.next)"),
                name: name,
                externalID: nil,
                version: 1,
                createdAt: date,
                changedAt: date
            )
            state.next += 1
            for change in changes { group.apply(change) }
            state.groups.append(group)
            return group
        }
    }

    func change(
        _ id: DirectoryGroup.ID,
        in directory: Directory,
        versions: Set<Int>?,
        at date: Date,
        _ changes: [DirectoryGroup.Change]
    ) async throws {
        try state.withLock { state in
            guard let index = state.groups.firstIndex(where: { $0.id == id }) else { throw DirectoryError.notFound }
            for change in changes { state.groups[index].apply(change) }
            state.groups[index].version += 1
        }
    }

    func remove(_ id: DirectoryGroup.ID, in directory: Directory, versions: Set<Int>?, at date: Date) async throws {
        try state.withLock { state in
            guard let index = state.groups.firstIndex(where: { $0.id == id }) else { throw DirectoryError.notFound }
            state.groups.remove(at: index)
        }
    }
}

extension DirectoryGroup {
    fileprivate mutating func apply(_ change: Change) {
        switch change {
        case .rename(let name): self.name = name
        case .setExternalID(let text): externalID = text
        case .add(let users): members += users.filter { !members.contains($0) }
        case .remove(let users): members.removeAll { users.contains($0) }
        case .removeAll: members = []
        }
    }

    fileprivate func fits(_ condition: DirectoryQuery.Condition) -> Bool {
        switch condition {
        case .id(let text): id.rawValue == text
        case .displayName(let text): name.lowercased() == text.lowercased()
        case .externalID(let text): externalID == text
        case .member(let text): members.contains(DirectoryUser.ID(text))
        case .userName, .email, .active: false
        }
    }
}

extension DirectoryUser.Content {
    fileprivate func fits(_ condition: DirectoryQuery.Condition) -> Bool {
        switch condition {
        case .userName(let text): userName.lowercased() == text.lowercased()
        case .displayName(let text): name.lowercased() == text.lowercased()
        case .externalID(let text): externalID == text
        case .email(let text, let kind):
            emails.contains { $0.address.lowercased() == text.lowercased() && (kind == nil || $0.kind == kind) }
        case .active(let flag): isActive == flag
        case .id, .member: false
        }
    }
}
