import Core
import Foundation

struct SQLPreferenceStore: PreferenceStore {
    let database: any SQLDatabase
    /// Names nobody can guess.
    var newToken: @Sendable () -> String = { "\(UUID())\(UUID())".replacing("-", with: "").lowercased() }

    func save(_ preferences: Preferences, of person: Person.ID) async throws {
        let kinds = preferences.mailKinds.map(\.rawValue).sorted().joined(separator: " ")
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE person SET language = \(preferences.language ?? ""), zone = \(preferences.zone ?? ""),
                                  appearance = \(preferences.appearance?.rawValue ?? ""),
                                  wants_mail = \(preferences.wantsMail), mail_kinds = \(kinds)
                 WHERE id = \(person)
                """
            )
            guard changed == 1 else { throw PersonError.notFound }
        }
    }

    func mailToken(of person: Person.ID) async throws -> String {
        try await database.write { session in
            try session.execute(
                "UPDATE person SET mail_token = \(newToken()) WHERE id = \(person) AND mail_token IS NULL"
            )
            let token = try session.first("SELECT mail_token FROM person WHERE id = \(person)") { $0.text() }
            guard let token else { throw PersonError.notFound }
            return token
        }
    }

    func endMail(token: String) async throws {
        try await database.write { session in
            let changed = try session.execute(
                "UPDATE person SET wants_mail = \(false) WHERE mail_token = \(token)"
            )
            guard changed == 1 else { throw PersonError.notFound }
        }
    }

    func announceWeek(at date: Date) async throws -> Int {
        let kind = MailKind.week.rawValue
        return try await database.write { session in
            let people = try session.rows(
                """
                SELECT id FROM person
                 WHERE wants_mail = \(true) AND ' ' || mail_kinds || ' ' LIKE \("% \(kind) %") AND deactivated_at IS NULL
                 ORDER BY id
                """
            ) { $0.id() as Person.ID }
            for person in people { try session.post(.weekOver, PersonMessage(person: person), at: date) }
            return people.count
        }
    }
}
