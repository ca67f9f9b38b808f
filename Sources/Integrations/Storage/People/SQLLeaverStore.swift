import Core
import Foundation

struct SQLLeaverStore: LeaverStore {
    let database: any SQLDatabase

    func privateAddress(of person: Person.ID) async throws -> EmailAddress? {
        try await database.read { try $0.privateAddress(of: person) }
    }

    func give(_ address: EmailAddress, to person: Person.ID, by actor: Actor, at date: Date) async throws {
        try await database.write { session in
            guard try session.person(person).deactivatedAt != nil else { throw LeaverError.accountOpen }
            guard try session.privateAddress(of: person) == nil else { throw LeaverError.hasAddress }
            try session.add(address, to: person, by: actor, at: date)
            try session.post(.personLeft, PersonMessage(person: person), at: date)
        }
    }

    func ask(for address: EmailAddress, code: AddressCode, at date: Date) async throws {
        do {
            try await database.write { session in
                guard let person = try session.leaver(with: address) else { return }
                try session.send(code, to: address, of: person, at: date)
            }
        } catch AddressProofError.sentOften {
            return
        }
    }

    func begin(_ token: TokenHash, address: EmailAddress, code: String, at date: Date) async throws {
        let isRight = try await database.write { session in
            guard let person = try session.leaver(with: address),
                let proof = try session.codeProof(of: address, by: person), proof.counts(at: date)
            else { return false }
            guard proof.code == code else {
                try session.countWrongCode(of: address, by: person)
                return false
            }
            try session.forgetCode(of: address, by: person)
            try session.execute("DELETE FROM leaver_visit WHERE until <= \(date)")
            try session.execute(
                """
                INSERT INTO leaver_visit (token_hash, person_id, until)
                VALUES (\(token), \(person), \(date + LeaverVisit.lifetime))
                """
            )
            return true
        }
        guard isRight else { throw AddressProofError.wrongCode }
    }

    func visitor(_ token: TokenHash, at date: Date) async throws -> Person? {
        try await database.read { session in
            let person: Person.ID? = try session.first(
                "SELECT person_id FROM leaver_visit WHERE token_hash = \(token) AND until > \(date)"
            ) { $0.id() }
            guard let person = try person.map(session.person), person.deactivatedAt != nil else { return nil }
            return person
        }
    }

    func end(_ token: TokenHash) async throws {
        try await database.write { session in
            try session.execute("DELETE FROM leaver_visit WHERE token_hash = \(token)")
        }
    }
}

extension SQLSession {
    func privateAddress(of person: Person.ID) throws -> EmailAddress? {
        try first(
            """
            SELECT email FROM person_email WHERE person_id = \(person) AND is_private = \(true)
             ORDER BY position DESC LIMIT 1
            """
        ) { $0.email() }
    }

    fileprivate func leaver(with address: EmailAddress) throws -> Person.ID? {
        try first(
            """
            SELECT person.id FROM person_email JOIN person ON person.id = person_email.person_id
             WHERE person_email.email = \(address) AND person_email.is_private = \(true)
               AND person.deactivated_at IS NOT NULL
            """
        ) { $0.id() }
    }
}
