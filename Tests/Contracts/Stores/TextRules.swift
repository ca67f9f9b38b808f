import Core
import Foundation
import Testing

extension StoreRule {
    static let texts = [
        StoreRule("a NUL is refused with a sentence, wherever it stands, and nothing is kept", noNUL),
        StoreRule("an identifier that no database can index is refused with a sentence", noEndlessIdentifier),
    ]

    private static func message(_ work: () async throws -> Void) async -> String? {
        do {
            try await work()
            return nil
        } catch {
            return (error as? any PortalError)?.message
        }
    }

    private static func noNUL(_ stores: StoreFixture) async throws {
        let refusal = "A text holds a character that cannot be stored (NUL). Remove it."
        let badge = try await stores.published("git", Sample.content("Git"))
        let ada = try await stores.person("Ada")
        for text in ["\0", "a\0b", "🏅\0"] {
            var content = Sample.content("Fine")
            content.criteria = text
            let new = NewBadge(id: ID(UUID()), slug: try Slug("new"), issuer: badge.issuer.id, content: content)
            let messages = [
                await message { _ = try await stores.badges.create(new, by: Sample.designer, at: Sample.now) },
                await message { try await stores.give(badge, to: ada, narrative: text) },
                await message {
                    try await stores.badges.save(Issuer(id: "i", name: text), by: Sample.designer, at: Sample.now)
                },
                await message { _ = try await stores.people.people(matching: text, page: 0) },
            ]
            #expect(messages == [refusal, refusal, refusal, refusal])
        }
        #expect(try await stores.awards.awards(of: ada.id).isEmpty)
        #expect(try await stores.badges.badges(.draft).isEmpty)
    }

    private static func noEndlessIdentifier(_ stores: StoreFixture) async throws {
        let longest = String(repeating: "x", count: Identifier.limit)
        let known = try await stores.people.signIn(try Sample.subject(longest, "a@acme.example"), at: Sample.now)
        #expect(try await stores.people.people(matching: "", page: 0).people == [known])
        for text in [longest + "x", String(repeating: "🏅", count: 2_500), "\0"] {
            let subject = Subject(identity: ExternalIdentity(provider: "demo", subject: text), name: "B", emails: [])
            let refusal = await message { _ = try await stores.people.signIn(subject, at: Sample.now) }
            #expect(refusal?.contains("identifier of more than 512 bytes, or with a NUL") == true)
        }
        #expect(try await stores.people.people(matching: "", page: 0).total == 1)
    }
}
