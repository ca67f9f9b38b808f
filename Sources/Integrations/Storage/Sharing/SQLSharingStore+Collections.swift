import Core
import Foundation

extension SQLSharingStore {
    func collections(of person: Person.ID) async throws -> [BadgeCollection] {
        try await database.read { session in
            try session.collections(
                """
                \(BadgeCollection.select) WHERE collection.person_id = \(person)
                 ORDER BY collection.title, collection.id
                """
            )
        }
    }

    func collection(_ id: BadgeCollection.ID) async throws -> BadgeCollection {
        let found = try await database.read { session in
            try session.collections("\(BadgeCollection.select) WHERE collection.id = \(id)")
        }
        guard let collection = found.first else { throw SharingError.collectionNotFound }
        return collection
    }

    func save(_ collection: BadgeCollection, at date: Date) async throws {
        try await database.write { session in
            let owner: Person.ID? = try session.first("SELECT person_id FROM collection WHERE id = \(collection.id)") {
                $0.id()
            }
            guard owner == nil || owner == collection.person else { throw SharingError.collectionNotFound }
            if owner == nil { try session.requireRoom(for: collection.person) }
            try session.execute(
                """
                INSERT INTO collection (id, person_id, title, about, visibility)
                VALUES (\(collection.id), \(collection.person), \(collection.title), \(collection.about),
                        \(collection.visibility.rawValue))
                ON CONFLICT (id) DO UPDATE
                   SET title = excluded.title, about = excluded.about, visibility = excluded.visibility
                """
            )
            try session.fill(collection)
            try session.record(
                AuditEvent(
                    at: date,
                    actor: .person(collection.person),
                    action: .collectionSaved,
                    subject: collection.id.rawValue,
                    detail: collection.visibility.rawValue
                )
            )
        }
    }

    func remove(_ collection: BadgeCollection.ID, of person: Person.ID, at date: Date) async throws {
        try await database.write { session in
            let removed = try session.execute(
                "DELETE FROM collection WHERE id = \(collection) AND person_id = \(person)"
            )
            guard removed == 1 else { throw SharingError.collectionNotFound }
            try session.record(
                AuditEvent(
                    at: date,
                    actor: .person(person),
                    action: .collectionRemoved,
                    subject: collection.rawValue
                )
            )
        }
    }
}

extension BadgeCollection {
    /// Everything up to `WHERE`.
    fileprivate static let select = SQL.Words(
        """
        SELECT collection.id, collection.person_id, collection.title, collection.about, collection.visibility
          FROM collection
        """
    )
}

extension SQLSession {
    fileprivate func collections(_ statement: SQL) throws -> [BadgeCollection] {
        let found = try rows(statement) { row in
            BadgeCollection(
                id: row.id(),
                person: row.id(),
                title: row.text(),
                about: row.text(),
                visibility: try row.visibility()
            )
        }
        return try found.map { collection in
            var collection = collection
            collection.awards = try rows(
                "SELECT award_id FROM collection_award WHERE collection_id = \(collection.id) ORDER BY position"
            ) { row -> Award.ID in row.id() }
            return collection
        }
    }

    fileprivate func requireRoom(for person: Person.ID) throws {
        guard try finds("SELECT 1 FROM person WHERE id = \(person) AND erased_at IS NULL") else {
            throw PersonError.notFound
        }
        let count = try first("SELECT count(*) FROM collection WHERE person_id = \(person)") { $0.integer() } ?? 0
        guard count < BadgeCollection.countLimit else {
            throw SharingError.tooMany("collections", limit: BadgeCollection.countLimit)
        }
    }

    /// Puts the awards in, as far as they are the person's own.
    fileprivate func fill(_ collection: BadgeCollection) throws {
        try execute("DELETE FROM collection_award WHERE collection_id = \(collection.id)")
        for (position, award) in collection.awards.enumerated() {
            try execute(
                """
                INSERT INTO collection_award (collection_id, award_id, position)
                SELECT \(collection.id), id, \(position) FROM award
                 WHERE id = \(award) AND person_id = \(collection.person)
                ON CONFLICT (collection_id, award_id) DO NOTHING
                """
            )
        }
    }
}
