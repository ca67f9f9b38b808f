import Core
import Foundation

extension DirectoryUser {
    static let columns = SQL.Words(
        """
        id, person_id, user_name, external_id, active, name, emails, attributes, document,
        version, created_at, changed_at
        """
    )

    init(_ row: inout SQLRow) throws {
        self.init(
            id: row.id(),
            person: row.id(),
            content: Content(
                userName: row.text(),
                externalID: row.optionalText(),
                isActive: row.bool(),
                name: row.text(),
                emails: try StoredJSON.array(row.text()),
                attributes: try StoredJSON.value(row.text()),
                document: row.text()
            ),
            version: row.integer(),
            createdAt: row.date(),
            changedAt: row.date()
        )
    }
}

extension SQLSession {
    /// - Throws: ``DirectoryError/userNameTaken``.
    func insert(_ user: DirectoryUser, _ directory: Directory) throws {
        let content = user.content
        try checkName(of: user, directory)
        try execute(
            """
            INSERT INTO directory_user (id, directory, person_id, user_name, user_key, external_id, active, name,
                                        name_key, emails, attributes, document, version, created_at, changed_at)
            VALUES (\(user.id), \(directory.id), \(user.person), \(content.userName),
                    \(SearchText.folded(content.userName)), \(content.externalID), \(content.isActive),
                    \(content.name), \(SearchText.folded(content.name)), \(try StoredJSON.text(content.emails)),
                    \(try StoredJSON.text(content.attributes)), \(content.document), \(user.version),
                    \(user.createdAt), \(user.changedAt))
            """
        )
        try insertEmails(of: user)
    }

    func update(_ user: DirectoryUser, _ directory: Directory) throws {
        let content = user.content
        try checkName(of: user, directory)
        try execute(
            """
            UPDATE directory_user
               SET user_name = \(content.userName), user_key = \(SearchText.folded(content.userName)),
                   external_id = \(content.externalID), active = \(content.isActive), name = \(content.name),
                   name_key = \(SearchText.folded(content.name)), emails = \(try StoredJSON.text(content.emails)),
                   attributes = \(try StoredJSON.text(content.attributes)), document = \(content.document),
                   version = \(user.version), changed_at = \(user.changedAt)
             WHERE id = \(user.id)
            """
        )
        try execute("DELETE FROM directory_email WHERE user_id = \(user.id)")
        try insertEmails(of: user)
    }

    private func checkName(of user: DirectoryUser, _ directory: Directory) throws {
        let isTaken = try finds(
            """
            SELECT 1 FROM directory_user WHERE directory = \(directory.id)
               AND user_key = \(SearchText.folded(user.content.userName)) AND id <> \(user.id)
            """
        )
        if isTaken { throw DirectoryError.userNameTaken }
    }

    private func insertEmails(of user: DirectoryUser) throws {
        for (position, email) in user.content.emails.enumerated() {
            try execute(
                """
                INSERT INTO directory_email (user_id, position, address_key, kind)
                VALUES (\(user.id), \(position), \(SearchText.folded(email.address)), \(email.kind))
                """
            )
        }
    }
}
