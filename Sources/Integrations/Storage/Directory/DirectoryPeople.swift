import Core
import Foundation

/// What a directory's word does to people.
extension SQLSession {
    /// Whom the user stands for: by the name that the identity provider knows; failing that, by an address.
    ///
    /// An address never leads to a closed account, to somebody who is already somebody else to the directory, or to
    /// somebody whom the identity provider knows: it would be known by the same name if it were the same person.
    func person(behind content: DirectoryUser.Content, in directory: Directory) throws -> Person.ID? {
        if let identity = directory.identity(externalID: content.externalID), let known = try owner(of: identity) {
            return known
        }
        for email in directory.addresses(of: content) {
            guard let owner = try owner(of: email), try person(owner).deactivatedAt == nil else { continue }
            let isAnother = try finds(
                """
                SELECT 1 FROM directory_user WHERE person_id = \(owner) AND directory = \(directory.id)
                UNION ALL
                SELECT 1 FROM external_identity
                 WHERE person_id = \(owner) AND provider = \(directory.provider?.rawValue ?? "")
                """
            )
            if !isAnother { return owner }
        }
        return nil
    }

    private func owner(of identity: ExternalIdentity) throws -> Person.ID? {
        try first(
            """
            SELECT person_id FROM external_identity
             WHERE provider = \(identity.provider) AND subject = \(identity.subject)
            """
        ) { $0.id() }
    }

    /// Takes over what the directory says about a person.
    func settle(_ user: DirectoryUser, _ directory: Directory, isNewPerson: Bool, at date: Date) throws {
        let actor = Actor.directory(directory.id)
        if let identity = directory.identity(externalID: user.content.externalID) {
            try link(identity, to: user.person, isNew: isNewPerson, at: date, by: actor)
        }
        try rename(user.person, to: user.content.shownName)
        try takeOver(directory.addresses(of: user.content), by: user.person)
        try settleAccess(of: user.person, directory, at: date)
        try settleRoles(of: user.person, directory, at: date)
        try giveGrantedRoles(to: user.person, at: date)
        try note(.directoryUserSaved, user.id.rawValue, user.person.rawValue, directory, at: date)
    }

    /// Closes the account when no user of the directory keeps it open, and opens it when the directory had closed it.
    ///
    /// Also the last administrator's: somebody who left must be out, and `laurel admin break-glass` makes a new one.
    func settleAccess(of person: Person.ID, _ directory: Directory, at date: Date) throws {
        let actor = Actor.directory(directory.id)
        let isClosed = try self.person(person).deactivatedAt != nil
        let isActive = try finds(
            """
            SELECT 1 FROM directory_user
             WHERE person_id = \(person) AND directory = \(directory.id) AND active = \(true) LIMIT 1
            """
        )
        if !isActive, !isClosed {
            try close(person, by: actor, at: date)
            try execute(
                """
                INSERT INTO directory_leaver (directory, person_id) VALUES (\(directory.id), \(person))
                ON CONFLICT (directory, person_id) DO NOTHING
                """
            )
        }
        guard isActive else { return }
        let wasClosedHere = try execute(
            "DELETE FROM directory_leaver WHERE directory = \(directory.id) AND person_id = \(person)"
        )
        if wasClosedHere == 1, isClosed { try reopen(person, by: actor, at: date) }
    }

    /// The roles that the groups and attributes of all the person's active users give.
    func settleRoles(of person: Person.ID, _ directory: Directory, at date: Date) throws {
        let users = try rows(
            """
            SELECT attributes FROM directory_user
             WHERE person_id = \(person) AND directory = \(directory.id) AND active = \(true)
            """
        ) { try StoredJSON.value($0.text(), as: [String: [String]].self) }
        let groups = try rows(
            """
            SELECT directory_group.id, directory_group.name, directory_group.external_id
              FROM directory_user
              JOIN directory_member ON directory_member.user_id = directory_user.id
              JOIN directory_group ON directory_group.id = directory_member.group_id
             WHERE directory_user.person_id = \(person) AND directory_user.directory = \(directory.id)
               AND directory_user.active = \(true)
            """
        ) { [$0.text(), $0.text(), $0.optionalText()].compactMap(\.self) }
        let roles = directory.roles.roles(of: groups.flatMap(\.self)) { name in users.flatMap { $0[name] ?? [] } }
        try takeOver(roles, from: directory.id.rawValue, of: person, by: .directory(directory.id), at: date)
    }
}

extension Directory {
    /// Those that it gives out itself.
    func addresses(of content: DirectoryUser.Content) -> [EmailAddress] {
        content.emails.compactMap { emailAuthority.address($0.address, isVerified: nil) }
    }

    /// Whether being in the group may give a role.
    func givesRoles(byGroup names: some Sequence<String?>) -> Bool {
        let known = Set(names.compactMap(\.self))
        return roles.groups.values.contains { !$0.isDisjoint(with: known) }
    }
}
