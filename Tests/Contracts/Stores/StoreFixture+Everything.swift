import Core
import Foundation

extension StoreFixture {
    /// Does everything once that changes something: for those who look at what a database makes of it.
    package func writeEverything() async throws {
        let content = Sample.content("Git", rule: try Sample.rule("git"), validity: .months(1))
        let badge = try await published("git", content)
        let email = try Sample.email("ada@acme.example")
        _ = try await people.grant(.designer, to: email, by: Sample.designer, at: Sample.now)
        try await fold(Sample.completion("r1", of: "git", by: "ada@acme.example"))
        let ada = try await person("Ada")
        _ = try await learning.bindFacts(to: ada.id)
        try await award()
        let later = Sample.now + 60 * Sample.day
        let lease = try await learning.lease(Sample.source, at: later, until: later + 60)
        if let lease {
            let facts = [try Sample.completion("r2", of: "git", by: "ada@acme.example", at: later)]
            let position = FeedPosition(lease: lease, cursor: "1")
            _ = try await learning.fold(facts, of: Sample.source, at: later, position: position)
            try await learning.release(lease)
        }
        guard let renewed = try await award(at: later).first else { return }
        try await awards.claim(renewed.id, by: ada.id, at: later)
        try await sharing.set(.colleagues, of: renewed.id, by: ada.id, at: later)
        try await sharing.countShare(of: renewed.id, at: "teams", by: ada.id, at: later)
        try await sharing.save(Profile(person: ada.id, about: "🏅"), at: later)
        let collection = BadgeCollection(id: ID(UUID()), person: ada.id, title: "Git 🏅", awards: [renewed.id])
        try await sharing.save(collection, at: later)
        try await awards.revoke(renewed.id, Revocation(at: later, reason: "No."), by: Sample.designer)
        try await give(badge, to: ada, on: later)
        let (revision, content2) = (badge.revision, Sample.content("Git 2"))
        let edit = try Sample.edit(id: badge.id, revision: revision, slug: "git", content: content2)
        _ = try await badges.save(edit, by: Sample.designer, at: later)
        _ = try await badges.set(.withdrawn, of: badge.slug, by: Sample.designer, at: later)
        let activity = Activity(ref: Sample.activity("git"), kind: .course, title: "Git")
        try await learning.save([activity], of: Sample.source, at: later)
        try await learning.markRefreshed(ada.id, from: Sample.source, at: later)
        try await people.set(.administrator, of: ada.id, to: true, by: Sample.designer, at: later)
        let token = TokenHash(of: "t")
        try await people.start(
            Session(token: token, person: ada.id, formToken: "f", startedAt: later, seenAt: later)
        )
        _ = try await people.session(token, at: later + 61)
        try await people.end(token)
    }
}
