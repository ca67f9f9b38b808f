import Core
import Foundation

struct SQLAwardLetterStore: AwardLetterStore {
    let database: any SQLDatabase

    func letter(about award: Award.ID, to person: Person.ID, at date: Date) async throws -> AwardLetter {
        try await database.write { session in
            try session.lock(person)
            let note = try session.note(award, of: person, at: date)
            if let letter = note.letter {
                return letter == award ? .tells(try session.awards(in: letter)) : .elsewhere
            }
            if let last = try session.lastLetter(to: person), last > date - AwardLetter.interval {
                return .waits(until: last + AwardLetter.interval)
            }
            if note.at > date - AwardLetter.pause { return .waits(until: note.at + AwardLetter.pause) }
            try session.execute(
                """
                UPDATE award_letter SET letter = \(award), closed_at = \(date)
                 WHERE person_id = \(person) AND letter IS NULL
                """
            )
            return .tells(try session.awards(in: award))
        }
    }
}

extension SQLSession {
    /// Two processes do not put together letters to the same person at once.
    fileprivate func lock(_ person: Person.ID) throws {
        let words = SQL.Words(sqlite: "", postgres: "FOR UPDATE")
        guard try first("SELECT id FROM person WHERE id = \(person) \(words)", { $0.text() }) != nil else {
            throw PersonError.notFound
        }
    }

    fileprivate func note(
        _ award: Award.ID,
        of person: Person.ID,
        at date: Date
    ) throws -> (at: Date, letter: Award.ID?) {
        try execute(
            """
            INSERT INTO award_letter (award_id, person_id, noted_at) VALUES (\(award), \(person), \(date))
            ON CONFLICT (award_id) DO NOTHING
            """
        )
        let note = try first("SELECT noted_at, letter FROM award_letter WHERE award_id = \(award)") { row in
            (at: row.date(), letter: row.optionalID() as Award.ID?)
        }
        return note ?? (date, nil)
    }

    fileprivate func lastLetter(to person: Person.ID) throws -> Date? {
        try first(
            """
            SELECT closed_at FROM award_letter
             WHERE person_id = \(person) AND closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT 1
            """
        ) { $0.date() }
    }

    fileprivate func awards(in letter: Award.ID) throws -> [Award.ID] {
        try rows("SELECT award_id FROM award_letter WHERE letter = \(letter) ORDER BY noted_at, award_id") { $0.id() }
    }
}
