import Core
import Foundation

struct SQLAddressProofStore: AddressProofStore {
    let database: any SQLDatabase

    func begin(_ address: EmailAddress, of person: Person.ID, code: AddressCode, at date: Date) async throws {
        try await database.write { session in
            guard try session.owner(of: address) == nil else { throw AddressProofError.taken }
            try session.send(code, to: address, of: person, at: date)
        }
    }

    func prove(_ address: EmailAddress, of person: Person.ID, code: String, at date: Date) async throws {
        let isRight = try await database.write { session in
            guard let proof = try session.codeProof(of: address, by: person), proof.counts(at: date) else {
                throw AddressProofError.noCode
            }
            guard proof.code == code else {
                try session.countWrongCode(of: address, by: person)
                return false
            }
            try session.add(address, to: person, by: .person(person), at: date)
            try session.forgetCode(of: address, by: person)
            return true
        }
        guard isRight else { throw AddressProofError.wrongCode }
    }
}

extension SQLSession {
    /// Keeps a private address.
    ///
    /// - Throws: ``AddressProofError/taken``.
    func add(_ address: EmailAddress, to person: Person.ID, by actor: Actor, at date: Date) throws {
        guard try owner(of: address) == nil else { throw AddressProofError.taken }
        let last = try first("SELECT coalesce(max(position), -1) FROM person_email WHERE person_id = \(person)") {
            $0.integer()
        }
        try execute(
            """
            INSERT INTO person_email (email, person_id, position, is_private)
            VALUES (\(address), \(person), \((last ?? -1) + 1), \(true))
            """
        )
        try record(AuditEvent(at: date, actor: actor, action: .addressAdded, subject: person.rawValue))
    }
}
