import Core
import Foundation
import Testing

extension StoreRule {
    static let versions = [
        StoreRule("an edit before the first award keeps the version", editBeforeAward),
        StoreRule("an edit of the meaning after an award makes a version; old awards say the old", editOfMeaning),
        StoreRule("a corrected word keeps the version, and awards show it corrected", correction),
        StoreRule("a new picture keeps the version", newPicture),
        StoreRule("what was read before an edit is never shown after it", editedTwice),
        StoreRule("a designer does not overwrite what another one saved", changedMeanwhile),
        StoreRule("the address moves until somebody has the badge", slugFixed),
        StoreRule("a new rule of a published badge makes those wait whom it concerns", ruleEdited),
        StoreRule("what designers do is in the audit log", designersAudited),
    ]

    private static func save(
        _ content: BadgeContent,
        of badge: BadgeClass,
        isCorrection: Bool = false,
        _ stores: StoreFixture
    ) async throws -> BadgeClass {
        let edit = try Sample.edit(
            id: badge.id,
            revision: badge.revision,
            slug: badge.slug.description,
            content: content,
            isCorrection: isCorrection
        )
        return try await stores.badges.save(edit, by: Sample.designer, at: Sample.now)
    }

    private static func editBeforeAward(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let saved = try await save(Sample.content("Another", validity: .months(3)), of: badge, stores)
        #expect(saved.version == 1 && saved.revision == badge.revision + 1)
        #expect(saved.content == Sample.content("Another", validity: .months(3)))
        #expect(try await stores.badges.badge(badge.slug) == saved)
    }

    private static func editOfMeaning(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge", Sample.content("Swift basics"))
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let old = try await stores.give(badge, to: ada)
        let saved = try await save(Sample.content("Swift mastery"), of: badge, stores)
        #expect(saved.version == 2)
        let new = try await stores.give(saved, to: bob)
        #expect(try await stores.awards.award(old.id).content.name == "Swift basics")
        #expect(try await stores.awards.award(new.id).content.name == "Swift mastery")
        #expect(try await stores.awards.awards(of: ada.id).map(\.content.name) == ["Swift basics"])
        #expect(try await stores.badges.badge(badge.slug).holders == 2)
    }

    private static func correction(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge", Sample.content("Swift bascis"))
        let award = try await stores.give(badge, to: try await stores.person("Ada"))
        let saved = try await save(Sample.content("Swift basics"), of: badge, isCorrection: true, stores)
        #expect(saved.version == 1)
        #expect(try await stores.awards.award(award.id).content.name == "Swift basics")
        let other = try await save(Sample.content("Kotlin"), of: saved, isCorrection: true, stores)
        #expect(other.version == 2)
    }

    private static func newPicture(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        try await stores.give(badge, to: try await stores.person("Ada"))
        var content = badge.content
        content.picture = .artwork(Artwork.proposed(for: "else"))
        #expect(try await save(content, of: badge, stores).version == 1)
    }

    private static func editedTwice(_ stores: StoreFixture) async throws {
        var badge = try await stores.published("badge")
        let award = try await stores.give(badge, to: try await stores.person("Ada"))
        for symbol in ["sun", "moon", "sun"] {
            var content = badge.content
            content.picture = .artwork(Artwork(shape: .circle, colour: .red, symbol: symbol))
            badge = try await save(content, of: badge, stores)
            #expect(try await stores.badges.badge(badge.slug).content == content)
            #expect(try await stores.awards.award(award.id).content == content)
        }
    }

    private static func changedMeanwhile(_ stores: StoreFixture) async throws {
        let badge = try await stores.draft("badge")
        let saved = try await save(Sample.content("Theirs"), of: badge, stores)
        await #expect(throws: BadgeError.changedMeanwhile(badge.slug)) {
            try await save(Sample.content("Mine"), of: badge, stores)
        }
        #expect(try await stores.badges.badge(badge.slug) == saved)
    }

    private static func slugFixed(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("old")
        let edit = try Sample.edit(id: badge.id, revision: badge.revision, slug: "new", content: badge.content)
        let moved = try await stores.badges.save(edit, by: Sample.designer, at: Sample.now)
        #expect(moved.slug.description == "new")
        await #expect(throws: BadgeError.notFound("old")) { try await stores.badges.badge(badge.slug) }
        let award = try await stores.give(moved, to: try await stores.person("Ada"))
        try await stores.awards.revoke(award.id, Revocation(at: Sample.now, reason: "No."), by: Sample.designer)
        let again = try Sample.edit(id: badge.id, revision: moved.revision, slug: "third", content: badge.content)
        await #expect(throws: BadgeError.slugFixed(moved.slug)) {
            try await stores.badges.save(again, by: Sample.designer, at: Sample.now)
        }
    }

    private static func ruleEdited(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let badge = try await stores.published("badge")
        try await stores.award()
        _ = try await save(Sample.content("badge", rule: try Sample.rule("git")), of: badge, stores)
        #expect(try await stores.award().map(\.person) == [ada.id])
    }

    private static func designersAudited(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let badge = try await stores.draft("badge")
        let edit = try Sample.edit(id: badge.id, slug: "badge")
        _ = try await stores.badges.save(edit, by: .person(ada.id), at: Sample.now + 1)
        _ = try await stores.badges.set(.published, of: badge.slug, by: .person(ada.id), at: Sample.now + 2)
        _ = try await stores.badges.set(.published, of: badge.slug, by: .person(ada.id), at: Sample.now + 3)
        _ = try await stores.badges.set(.withdrawn, of: badge.slug, by: .person(ada.id), at: Sample.now + 4)
        let events = try await stores.audit.events(limit: 3)
        #expect(events.map(\.action) == [.badgeWithdrawn, .badgePublished, .badgeSaved])
        #expect(events.map(\.at) == [4, 2, 1].map { Sample.now + $0 })
        #expect(events.allSatisfy { $0.actor == .person(ada.id) && $0.subject == "badge" })
        let all = try await stores.audit.events(limit: 100)
        #expect(all.map(\.action).suffix(3) == [.badgeCreated, .issuerSaved, .personCreated])
    }
}
