import Contracts
import Core
import Foundation
import Testing

@testable import Storage

@Suite("Search text")
struct SearchTextTests {
    @Test(
        "is the same for texts that look the same",
        arguments: [("ZOË", "zoe\u{308}"), ("ﬁn", "FIN"), ("Ａ", "a"), ("ÅNGSTRÖM", "a\u{30A}ngstro\u{308}m")]
    )
    func folds(left: String, right: String) {
        #expect(Array(SearchText.folded(left).utf8) == Array(SearchText.folded(right).utf8))
    }

    @Test("has no wildcards", arguments: [("50%", #"%50\%%"#), ("a_b", #"%a\_b%"#), (#"\"#, #"%\\%"#), (" ", "%%")])
    func escapes(text: String, pattern: String) {
        #expect(SearchText.pattern(containing: text) == pattern)
    }

    /// Not to be compressed, which would hide that it is too long for an index.
    @Test("of 8 kB in 200 characters fits into every database, and the name comes back", arguments: Engine.allCases)
    func long(engine: Engine) async throws {
        let database = try await TemporaryDatabase(engine)
        let name = "🏅" + (1..<200).map { _ in "ש" + Self.marks(20) }.joined()
        #expect(name.count == 200 && name.utf8.count > 8_000)
        let identity = ExternalIdentity(provider: "demo", subject: "long")
        let email = try #require(EmailAddress("long@acme.example"))
        let person = try await database.portal.people.signIn(
            Subject(identity: identity, name: name, emails: [email]),
            at: Date()
        )
        let found = try await database.portal.people.people(matching: String(name.prefix(10)), page: 0).people
        #expect(found.map(\.id) == [person.id] && found.first?.name == name)
        let activity = Activity(ref: ActivityRef(source: "s", id: "a"), kind: .course, title: name)
        try await database.portal.learning.save([activity], of: "s", at: Date())
        #expect(try await database.portal.learning.activities([activity.ref])[activity.ref]?.title == name)
    }

    /// Combining marks by chance: they join the letter before them.
    private static func marks(_ count: Int) -> String {
        let marks = (0..<count).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x0300...0x036F)) }
        return String(String.UnicodeScalarView(marks))
    }

    @Test("is not made of what is longer than all that is stored")
    func tooLong() {
        #expect(SearchText.pattern(containing: String(repeating: "x", count: 8_193)) == nil)
    }
}
