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
        _ = try await learning.bindFacts(to: ada.id, at: Sample.now)
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
        let link = "https://social.example/1"
        _ = try await announcements.begin(renewed.id, in: token, at: later, stale: later)
        try await announcements.abandon(renewed.id, in: token)
        _ = try await announcements.begin(renewed.id, in: token, at: later, stale: later)
        try await announcements.finish(renewed.id, in: token, link: link)
        try await people.end(token)
        _ = try await rates.allows(token, limit: 2, window: 60, at: later)
        try await importAndCheck(ada, later)
        try await countAndCall(renewed.id, later)
    }

    private func countAndCall(_ award: Award.ID, _ date: Date) async throws {
        try await figures.add([award: 2], at: date)
        try await figures.count(Month(date), at: date)
        let call = IntegrationCall(
            integration: "lms",
            at: date,
            what: "GET /",
            result: "200",
            isFailure: false,
            milliseconds: 8
        )
        try await calls.add([call], at: date)
    }

    private func importAndCheck(_ person: Person, _ date: Date) async throws {
        let badge = ImportedBadge(
            id: "i",
            person: person.id,
            trust: .verified,
            key: "https://elsewhere.example/1",
            title: "From elsewhere 🏅",
            issuer: "Elsewhere",
            addedAt: date
        )
        let file = ImportedFile(mediaType: "application/json", bytes: [0, 1, 255])
        try await imports.add(badge, original: file, picture: nil)
        try await imports.record(.holds, of: badge.id, at: date)
        _ = try await imports.due(at: date, limit: 1)
        let token = TokenHash(of: "check")
        try await checks.add(BadgeCheck(token: token, person: person.id, given: .file(file), askedAt: date))
        try await checks.finish(token, report: "{}", file: nil)
        let address = EmailAddress(stored: "ada@private.example")
        try await addressProofs.begin(address, of: person.id, code: AddressCode(7), at: date)
        let home = EmailAddress(stored: "ada@home.example")
        try await addressProofs.begin(home, of: person.id, code: AddressCode(7), at: date)
        try await addressProofs.prove(home, of: person.id, code: "00000007", at: date)
    }
}
