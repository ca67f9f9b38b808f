import Core
import Foundation

extension SQLPersonStore {
    func signIn(_ subject: Subject, at date: Date) async throws -> Person {
        guard Identifier.isStorable(subject.identity.subject) else { throw StorageError.unstorableIdentifier }
        return try await database.write { session in
            try session.pin(subject.issuer, to: subject.identity.provider)
            let found = try session.personBehind(subject)
            let id = found ?? ID(newID())
            let name = subject.nameToStore
            if found != nil {
                guard try session.person(id).deactivatedAt == nil else { throw PersonError.deactivated }
                if let name { try session.rename(id, to: name) }
            } else {
                try session.insertPerson(id, name: name ?? "Unnamed", at: date)
            }
            try session.link(subject.identity, to: id, isNew: found == nil, at: date)
            try session.takeOver(subject.emails, by: id)
            try session.takeOver(
                subject.roles,
                from: subject.identity.provider.rawValue,
                of: id,
                by: .person(id),
                at: date
            )
            try session.giveGrantedRoles(to: id, at: date)
            return try session.person(id)
        }
    }
}

extension Subject {
    /// What the person is called; failing that, the front of an address; nil when the provider says nothing at all.
    fileprivate var nameToStore: String? {
        let name = String(name.trimmed.prefix(200))
        if !name.isEmpty { return name }
        return emails.first.map { String($0.description.prefix { $0 != "@" }) }
    }
}

extension SQLSession {
    /// By identity; failing that, by a verified address, unless its owner is somebody else to the same provider:
    /// an address that passed to a new colleague does not bring the old colleague's badges along.
    fileprivate func personBehind(_ subject: Subject) throws -> Person.ID? {
        let (provider, emails) = (subject.identity.provider, subject.emails)
        let known: Person.ID? = try first(
            """
            SELECT person_id FROM external_identity
             WHERE provider = \(provider) AND subject = \(subject.identity.subject)
            """
        ) { $0.id() }
        if let known { return known }
        for email in emails {
            guard let owner = try owner(of: email) else { continue }
            let isAnother = try finds(
                "SELECT 1 FROM external_identity WHERE person_id = \(owner) AND provider = \(provider)"
            )
            if !isAnother { return owner }
        }
        return nil
    }

    /// - Parameter actor: nil for the person.
    func insertPerson(_ id: Person.ID, name: String, at date: Date, by actor: Actor? = nil) throws {
        try execute(
            """
            INSERT INTO person (id, name, search_name, created_at)
            VALUES (\(id), \(name), \(SearchText.folded(name)), \(date))
            """
        )
        try record(AuditEvent(at: date, actor: actor ?? .person(id), action: .personCreated, subject: id.rawValue))
    }

    func rename(_ id: Person.ID, to name: String) throws {
        try execute(
            """
            UPDATE person SET name = \(name), search_name = \(SearchText.folded(name))
             WHERE id = \(id) AND name <> \(name)
            """
        )
    }

    /// The first issuer of a provider stays its only one.
    fileprivate func pin(_ issuer: String, to provider: ProviderID) throws {
        try execute(
            """
            INSERT INTO provider_issuer (provider, issuer) VALUES (\(provider), \(issuer))
            ON CONFLICT (provider) DO NOTHING
            """
        )
        let isKnown = try finds(
            "SELECT 1 FROM provider_issuer WHERE provider = \(provider) AND issuer = \(issuer)"
        )
        guard isKnown else { throw PersonError.otherIssuer }
    }

    /// Keeps the identity; that it now opens an account that was there before is written down.
    func link(
        _ identity: ExternalIdentity,
        to id: Person.ID,
        isNew: Bool,
        at date: Date,
        by actor: Actor? = nil
    ) throws {
        let linked = try execute(
            """
            INSERT INTO external_identity (provider, subject, person_id, linked_at)
            VALUES (\(identity.provider), \(identity.subject), \(id), \(date))
            ON CONFLICT (provider, subject) DO NOTHING
            """
        )
        guard linked == 1, !isNew else { return }
        let event = AuditEvent(
            at: date,
            actor: actor ?? .person(id),
            action: .identityLinked,
            subject: id.rawValue,
            detail: identity.provider.rawValue
        )
        try record(event)
    }

    /// Puts the provider's addresses first and keeps the older ones behind them: badges may still come by those.
    ///
    /// An address that is somebody else's stays there; a private one stays private.
    func takeOver(_ emails: [EmailAddress], by id: Person.ID) throws {
        let addresses = try rows(
            "SELECT email, is_private FROM person_email WHERE person_id = \(id) ORDER BY position"
        ) { row in (email: row.email(), isPrivate: row.bool()) }
        let known = addresses.map(\.email)
        let own = Set(addresses.filter(\.isPrivate).map(\.email))
        let free = try emails.filter { email in
            let owner = try owner(of: email)
            return owner == nil || owner == id
        }
        var wanted: [EmailAddress] = []
        for email in free + known where !wanted.contains(email) { wanted.append(email) }
        guard wanted != known else { return }
        try execute("DELETE FROM person_email WHERE person_id = \(id)")
        for (position, email) in wanted.enumerated() {
            try execute(
                """
                INSERT INTO person_email (email, person_id, position, is_private)
                VALUES (\(email), \(id), \(position), \(own.contains(email)))
                """
            )
        }
    }
}
