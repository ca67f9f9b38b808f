import Core
import Foundation

/// A code that was sent to an address, and how often somebody tried another one.
struct CodeProof {
    private static let hour: TimeInterval = 3_600

    var code: String
    var wrong: Int
    var sent: Int
    var firstSentAt: Date
    var sentAt: Date

    func counts(at date: Date) -> Bool { sentAt > date - AddressCode.lifetime && wrong < AddressCode.attempts }

    /// How many codes were sent in the hour of the first one, and when that was.
    fileprivate func recent(at date: Date) -> (sent: Int, since: Date)? {
        firstSentAt > date - Self.hour ? (sent, firstSentAt) : nil
    }
}

extension SQLSession {
    func codeProof(of address: EmailAddress, by person: Person.ID) throws -> CodeProof? {
        try first(
            """
            SELECT code, wrong, sent, first_sent_at, sent_at FROM address_proof
             WHERE person_id = \(person) AND email = \(address)
            """
        ) { row in
            CodeProof(
                code: row.text(),
                wrong: row.integer(),
                sent: row.integer(),
                firstSentAt: row.date(),
                sentAt: row.date()
            )
        }
    }

    /// Leaves the message with the code; an earlier code for the address stops counting.
    ///
    /// - Throws: ``AddressProofError/sentOften``.
    func send(_ code: AddressCode, to address: EmailAddress, of person: Person.ID, at date: Date) throws {
        let recent = try codeProof(of: address, by: person)?.recent(at: date)
        guard recent?.sent ?? 0 < AddressCode.perHour else { throw AddressProofError.sentOften }
        try forgetCode(of: address, by: person)
        try execute(
            """
            INSERT INTO address_proof (person_id, email, code, sent, first_sent_at, sent_at)
            VALUES (\(person), \(address), \(code.description), \((recent?.sent ?? 0) + 1),
                    \(recent?.since ?? date), \(date))
            """
        )
        try post(.addressCode, CodeMessage(person: person, address: address, code: code.description), at: date)
    }

    func countWrongCode(of address: EmailAddress, by person: Person.ID) throws {
        try execute("UPDATE address_proof SET wrong = wrong + 1 WHERE person_id = \(person) AND email = \(address)")
    }

    func forgetCode(of address: EmailAddress, by person: Person.ID) throws {
        try execute("DELETE FROM address_proof WHERE person_id = \(person) AND email = \(address)")
    }
}
