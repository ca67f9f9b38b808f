import Contracts
import Core
import Foundation
import Testing

@testable import Storage

@Suite("Erasing a person")
struct ErasureTests {
    @Test("leaves the name and the addresses nowhere in the database", arguments: Engine.allCases)
    func nowhere(engine: Engine) async throws {
        let database = try await TemporaryDatabase(engine)
        try await database.fixture.writeEverything()
        let ada = try await database.portal.people.person(EmailAddress(stored: "ada@acme.example"))
        #expect(try await !Self.places(database).isEmpty)
        let bob = Subject(identity: ExternalIdentity(provider: "demo", subject: "bob"), name: "Bob", emails: [])
        let other = try await database.portal.people.signIn(bob, at: Date())
        try await database.portal.people.set(.administrator, of: other.id, to: true, by: .commandLine, at: Date())
        try await database.portal.accounts.erase(ada.id, by: .person(ada.id), at: Date())
        #expect(try await Self.places(database) == [])
    }

    /// The columns of text that name Ada.
    private static func places(_ owner: TemporaryDatabase) async throws -> [String] {
        let sql = owner.portal.database
        return try await sql.read { session in
            var places: [String] = []
            for table in try DatabaseTable.all(session, sql.dialect) {
                for column in table.columns where column.kind == .text {
                    let text = "replace(replace(CAST(\"\(column.name)\" AS text), 'Ada', ''), 'ada@', '')"
                    let statement = "SELECT 1 FROM \(table.name) WHERE \(text) <> CAST(\"\(column.name)\" AS text)"
                    if try session.finds(SQL(schema: statement)) { places.append("\(table.name).\(column.name)") }
                }
            }
            return places
        }
    }
}
