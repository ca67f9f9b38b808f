import Core
import Foundation

struct SQLAddressProofStore: AddressProofStore {
    private static let hour: TimeInterval = 3_600
    let database: any SQLDatabase

    func begin(_ address: EmailAddress, of person: Person.ID, code: AddressCode, at date: Date) async throws {
        try await database.write { session in
            guard try session.owner(of: address) == nil else { throw AddressProofError.taken }
            let known = try session.proof(of: address, by: person)
            let recent = known.flatMap { $0.firstSentAt > date - Self.hour ? $0 : nil }
            guard recent?.sent ?? 0 < AddressCode.perHour else { throw AddressProofError.sentOften }
            try session.execute("DELETE FROM address_proof WHERE person_id = \(person) AND email = \(address)")
            try session.execute(
                """
                INSERT INTO address_proof (person_id, email, code, sent, first_sent_at, sent_at)
                VALUES (\(person), \(address), \(code.description), \((recent?.sent ?? 0) + 1),
                        \(recent?.firstSentAt ?? date), \(date))
                """
            )
            let message = CodeMessage(person: person, address: address, code: code.description)
            try session.post(.addressCode, message, at: date)
        }
    }

    func prove(_ address: EmailAddress, of person: Person.ID, code: String, at date: Date) async throws {
        let isRight = try await database.write { session in
            guard let proof = try session.proof(of: address, by: person), proof.sentAt > date - AddressCode.lifetime,
                proof.wrong < AddressCode.attempts
            else { throw AddressProofError.noCode }
            guard proof.code == code else {
                try session.execute(
                    "UPDATE address_proof SET wrong = wrong + 1 WHERE person_id = \(person) AND email = \(address)"
                )
                return false
            }
            try session.add(address, to: person, at: date)
            return true
        }
        guard isRight else { throw AddressProofError.wrongCode }
    }
}

private struct Proof {
    var code: String
    var wrong: Int
    var sent: Int
    var firstSentAt: Date
    var sentAt: Date
}

extension SQLSession {
    fileprivate func proof(of address: EmailAddress, by person: Person.ID) throws -> Proof? {
        try first(
            """
            SELECT code, wrong, sent, first_sent_at, sent_at FROM address_proof
             WHERE person_id = \(person) AND email = \(address)
            """
        ) { row in
            Proof(
                code: row.text(),
                wrong: row.integer(),
                sent: row.integer(),
                firstSentAt: row.date(),
                sentAt: row.date()
            )
        }
    }

    fileprivate func add(_ address: EmailAddress, to person: Person.ID, at date: Date) throws {
        guard try owner(of: address) == nil else { throw AddressProofError.taken }
        let last = try first("SELECT coalesce(max(position), -1) FROM person_email WHERE person_id = \(person)") {
            $0.integer()
        }
        try execute(
            """
            INSERT INTO person_email (email, person_id, position) VALUES (\(address), \(person), \((last ?? -1) + 1))
            """
        )
        try execute("DELETE FROM address_proof WHERE person_id = \(person) AND email = \(address)")
        try record(
            AuditEvent(at: date, actor: .person(person), action: .addressAdded, subject: person.rawValue)
        )
    }
}
