import Core
import Foundation

extension SQLDirectoryStore {
    func groups(
        of directory: Directory.ID,
        _ query: DirectoryQuery,
        members: Bool
    ) async throws -> DirectoryPage<DirectoryGroup> {
        let wanted = GroupConditions(query.conditions)
        return try await database.read { session in
            let total = try session.first(
                "SELECT count(*) FROM directory_group WHERE directory = \(directory) AND \(groupConditions: wanted)"
            ) { $0.integer() }
            guard query.count > 0 else { return DirectoryPage([], total: total ?? 0) }
            let groups = try session.rows(
                """
                SELECT \(DirectoryGroup.columns) FROM directory_group
                 WHERE directory = \(directory) AND \(groupConditions: wanted)
                 ORDER BY created_at, id LIMIT \(query.count) OFFSET \(query.offset)
                """
            ) { DirectoryGroup(&$0) }
            return DirectoryPage(members ? try groups.map { try session.completed($0) } : groups, total: total ?? 0)
        }
    }

    func group(_ id: DirectoryGroup.ID, of directory: Directory.ID, members: Bool) async throws -> DirectoryGroup {
        try await database.read { session in
            let group = try session.group(id, of: directory)
            return members ? try session.completed(group) : group
        }
    }

    func createGroup(
        named name: String,
        _ changes: [DirectoryGroup.Change],
        in directory: Directory,
        at date: Date
    ) async throws -> DirectoryGroup {
        let id = DirectoryGroup.ID(newID())
        return try await database.write { session in
            try session.execute(
                """
                INSERT INTO directory_group (id, directory, name, name_key, version, created_at, changed_at)
                VALUES (\(id), \(directory.id), \(name), \(SearchText.folded(name)), 1, \(date), \(date))
                """
            )
            try session.apply(changes, to: id, directory, at: date)
            return try session.completed(try session.group(id, of: directory.id))
        }
    }

    func change(
        _ id: DirectoryGroup.ID,
        in directory: Directory,
        versions: Set<Int>?,
        at date: Date,
        _ changes: [DirectoryGroup.Change]
    ) async throws {
        try await database.write { session in
            let group = try session.group(id, of: directory.id)
            guard versions?.contains(group.version) != false else { throw DirectoryError.changedMeanwhile }
            try session.execute(
                "UPDATE directory_group SET version = version + 1, changed_at = \(date) WHERE id = \(id)"
            )
            try session.apply(changes, to: id, directory, at: date)
        }
    }

    func remove(_ id: DirectoryGroup.ID, in directory: Directory, versions: Set<Int>?, at date: Date) async throws {
        try await database.write { session in
            let group = try session.group(id, of: directory.id)
            guard versions?.contains(group.version) != false else { throw DirectoryError.changedMeanwhile }
            let people = directory.givesRoles(byGroup: group.names) ? try session.people(in: id) : []
            try session.execute("DELETE FROM directory_group WHERE id = \(id)")
            for person in people { try session.settleRoles(of: person, directory, at: date) }
            try session.note(.directoryGroupRemoved, id.rawValue, group.name, directory, at: date)
        }
    }
}

extension DirectoryGroup {
    static let columns = SQL.Words("id, name, external_id, version, created_at, changed_at")

    init(_ row: inout SQLRow) {
        self.init(
            id: row.id(),
            name: row.text(),
            externalID: row.optionalText(),
            version: row.integer(),
            createdAt: row.date(),
            changedAt: row.date()
        )
    }

    /// By which a mapping of roles may mean the group.
    fileprivate var names: [String?] { [id.rawValue, name, externalID] }
}

extension SQLSession {
    func group(_ id: DirectoryGroup.ID, of directory: Directory.ID) throws -> DirectoryGroup {
        let found = try first(
            "SELECT \(DirectoryGroup.columns) FROM directory_group WHERE id = \(id) AND directory = \(directory)"
        ) { DirectoryGroup(&$0) }
        guard let found else { throw DirectoryError.notFound }
        return found
    }

    fileprivate func completed(_ group: DirectoryGroup) throws -> DirectoryGroup {
        var group = group
        group.members = try rows(
            "SELECT user_id FROM directory_member WHERE group_id = \(group.id) ORDER BY user_id"
        ) { $0.id() }
        return group
    }

    fileprivate func people(in group: DirectoryGroup.ID) throws -> Set<Person.ID> {
        Set(
            try rows(
                """
                SELECT directory_user.person_id
                  FROM directory_member JOIN directory_user ON directory_user.id = directory_member.user_id
                 WHERE directory_member.group_id = \(group)
                """
            ) { $0.id() }
        )
    }

    /// Changes the group, and the roles of those whom that concerns.
    fileprivate func apply(
        _ changes: [DirectoryGroup.Change],
        to id: DirectoryGroup.ID,
        _ directory: Directory,
        at date: Date
    ) throws {
        let before = try group(id, of: directory.id)
        let gaveRoles = directory.givesRoles(byGroup: before.names)
        let were = gaveRoles ? try people(in: id) : []
        for change in changes { try apply(change, to: id, directory) }
        let after = try group(id, of: directory.id)
        let givesRoles = directory.givesRoles(byGroup: after.names)
        let are = givesRoles ? try people(in: id) : []
        let hasNewNames = before.names != after.names
        for person in hasNewNames ? were.union(are) : were.symmetricDifference(are) {
            try settleRoles(of: person, directory, at: date)
        }
        try note(.directoryGroupSaved, id.rawValue, after.name, directory, at: date)
    }

    private func apply(_ change: DirectoryGroup.Change, to id: DirectoryGroup.ID, _ directory: Directory) throws {
        switch change {
        case .rename(let name):
            try execute(
                "UPDATE directory_group SET name = \(name), name_key = \(SearchText.folded(name)) WHERE id = \(id)"
            )
        case .setExternalID(let external):
            try execute("UPDATE directory_group SET external_id = \(external) WHERE id = \(id)")
        case .add(let users):
            for user in users { try add(user, to: id, directory) }
        case .remove(let users):
            for user in users {
                try execute("DELETE FROM directory_member WHERE group_id = \(id) AND user_id = \(user)")
            }
        case .removeAll:
            try execute("DELETE FROM directory_member WHERE group_id = \(id)")
        }
    }

    private func add(_ user: DirectoryUser.ID, to group: DirectoryGroup.ID, _ directory: Directory) throws {
        guard try finds("SELECT 1 FROM directory_user WHERE id = \(user) AND directory = \(directory.id)") else {
            throw DirectoryError.unknownMember(user.rawValue)
        }
        try execute(
            """
            INSERT INTO directory_member (group_id, user_id) VALUES (\(group), \(user))
            ON CONFLICT (group_id, user_id) DO NOTHING
            """
        )
    }
}
