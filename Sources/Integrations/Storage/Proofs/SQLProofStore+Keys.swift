import Core
import Foundation

extension SQLProofStore {
    func keyring() async throws -> StoredKeyring {
        try await database.read { session in
            StoredKeyring(
                issuers: try session.rows("SELECT \(Issuer.columns) FROM issuer ORDER BY number") { Issuer(&$0) },
                keys: try session.rows(
                    """
                    SELECT id, issuer_id, algorithm, public_key, sealed_key, created_at, retired_at
                      FROM signing_key ORDER BY created_at, id
                    """
                ) { try SigningKey(&$0) }
            )
        }
    }

    func add(_ key: SigningKey, by actor: Actor) async throws -> Bool {
        try await database.write { session in try insert(key, by: actor, session) }
    }

    func replace(with key: SigningKey, by actor: Actor) async throws {
        try await database.write { session in
            try session.execute(
                """
                UPDATE signing_key SET retired_at = \(key.createdAt)
                 WHERE issuer_id = \(key.issuer) AND algorithm = \(key.algorithm) AND retired_at IS NULL
                """
            )
            guard try insert(key, by: actor, session) else { throw SQLError.unique("signing_key_in_use") }
        }
    }

    private func insert(_ key: SigningKey, by actor: Actor, _ session: any SQLSession) throws -> Bool {
        let inserted = try session.execute(
            """
            INSERT INTO signing_key (id, issuer_id, algorithm, public_key, sealed_key, created_at)
            VALUES (\(key.id), \(key.issuer), \(key.algorithm), \(SQLValue.blob(key.publicKey)),
                    \(SQLValue.blob(key.sealedKey)), \(key.createdAt))
            ON CONFLICT DO NOTHING
            """
        )
        guard inserted == 1 else { return false }
        try Counter.badges.raise(session)
        let detail = "\(key.algorithm.rawValue) of \(key.issuer)"
        try session.record(
            AuditEvent(at: key.createdAt, actor: actor, action: .keyMade, subject: key.id.rawValue, detail: detail)
        )
        return true
    }
}

extension SigningKey.Algorithm: SQLConvertible {}

extension SigningKey {
    fileprivate init(_ row: inout SQLRow) throws {
        self.init(
            id: row.id(),
            issuer: row.id(),
            algorithm: try row.word(),
            publicKey: row.blob(),
            sealedKey: row.blob(),
            createdAt: row.date(),
            retiredAt: row.optionalDate()
        )
    }
}
