import Core
import Foundation

struct SQLDirectoryStore: DirectoryStore {
    let database: any SQLDatabase
    /// Names new people, users and groups.
    var newID: @Sendable () -> UUID = { UUID() }

    func users(of directory: Directory.ID, _ query: DirectoryQuery) async throws -> DirectoryPage<DirectoryUser> {
        let wanted = UserConditions(query.conditions)
        return try await database.read { session in
            let total = try session.first(
                "SELECT count(*) FROM directory_user WHERE directory = \(directory) AND \(userConditions: wanted)"
            ) { $0.integer() }
            guard query.count > 0 else { return DirectoryPage([], total: total ?? 0) }
            let users = try session.rows(
                """
                SELECT \(DirectoryUser.columns) FROM directory_user
                 WHERE directory = \(directory) AND \(userConditions: wanted)
                 ORDER BY created_at, id LIMIT \(query.count) OFFSET \(query.offset)
                """
            ) { try DirectoryUser(&$0) }
            return DirectoryPage(users, total: total ?? 0)
        }
    }

    func user(_ id: DirectoryUser.ID, of directory: Directory.ID) async throws -> DirectoryUser {
        try await database.read { try $0.user(id, of: directory) }
    }

    func create(_ content: DirectoryUser.Content, in directory: Directory, at date: Date) async throws -> DirectoryUser
    {
        let (id, newPerson) = (DirectoryUser.ID(newID()), Person.ID(newID()))
        return try await database.write { session in
            let found = try session.person(behind: content, in: directory)
            if found == nil {
                try session.insertPerson(
                    newPerson,
                    name: content.shownName,
                    at: date,
                    by: .directory(directory.id)
                )
            }
            let user = DirectoryUser(
                id: id,
                person: found ?? newPerson,
                content: content,
                version: 1,
                createdAt: date.stored,
                changedAt: date.stored
            )
            try session.insert(user, directory)
            try session.settle(user, directory, isNewPerson: found == nil, at: date)
            return user
        }
    }

    func change(
        _ id: DirectoryUser.ID,
        in directory: Directory,
        versions: Set<Int>?,
        at date: Date,
        _ change: @escaping @Sendable (DirectoryUser.Content) throws -> DirectoryUser.Content
    ) async throws -> DirectoryUser {
        try await database.write { session in
            var user = try session.user(id, of: directory.id)
            guard versions?.contains(user.version) != false else { throw DirectoryError.changedMeanwhile }
            let content = try change(user.content)
            guard content != user.content else { return user }
            user.content = content
            user.version += 1
            user.changedAt = date.stored
            try session.update(user, directory)
            try session.settle(user, directory, isNewPerson: false, at: date)
            return user
        }
    }

    func remove(_ id: DirectoryUser.ID, in directory: Directory, versions: Set<Int>?, at date: Date) async throws {
        try await database.write { session in
            let user = try session.user(id, of: directory.id)
            guard versions?.contains(user.version) != false else { throw DirectoryError.changedMeanwhile }
            try session.execute("DELETE FROM directory_user WHERE id = \(id)")
            try session.settleAccess(of: user.person, directory, at: date)
            try session.settleRoles(of: user.person, directory, at: date)
            try session.note(.directoryUserRemoved, id.rawValue, user.person.rawValue, directory, at: date)
        }
    }
}

extension SQLSession {
    func user(_ id: DirectoryUser.ID, of directory: Directory.ID) throws -> DirectoryUser {
        let found = try first(
            "SELECT \(DirectoryUser.columns) FROM directory_user WHERE id = \(id) AND directory = \(directory)"
        ) { try DirectoryUser(&$0) }
        guard let found else { throw DirectoryError.notFound }
        return found
    }

    func note(
        _ action: AuditEvent.Action,
        _ subject: String,
        _ detail: String,
        _ directory: Directory,
        at date: Date
    ) throws {
        let actor = Actor.directory(directory.id)
        try record(AuditEvent(at: date, actor: actor, action: action, subject: subject, detail: detail))
    }
}

extension DirectoryUser.Content {
    /// What the person is called in the portal, which wants 1 to 200 characters.
    var shownName: String {
        let name = String(name.trimmed.prefix(200))
        return name.isEmpty ? "Unnamed" : name
    }
}
