import Contracts
import Core
import Foundation
import Storage
import Testing

@testable import App

@Suite("Letters")
struct MailKindTests {
    private static func portal() async throws -> (TestPortal, MailTests.FakeMailer) {
        let mailer = MailTests.FakeMailer()
        return (try await TestPortal(baseURL: "https://laurel.test", mailer: mailer), mailer)
    }

    @Test("about badges that come together are one, with a link to each, and no other within the hour")
    func together() async throws {
        let (portal, mailer) = try await Self.portal()
        let ana = try await portal.person("ana")
        for slug in ["one", "two"] { try await portal.give(portal.badge(slug, name: "\(slug) 🏅"), to: ana) }
        await portal.deliver()
        let letter = try #require(mailer.letters.first)
        #expect(mailer.letters.map(\.subject) == ["You got 2 badges"])
        #expect(letter.text.contains("- one 🏅: https://laurel.test/awards/") && letter.text.contains("- two 🏅: "))
        #expect(letter.html.contains("<bdi>one 🏅</bdi>") && letter.html.contains("<bdi>two 🏅</bdi>"))
        try await portal.give(portal.badge("three"), to: ana)
        await portal.deliver()
        #expect(mailer.letters.count == 1)
        portal.wait(3600)
        await portal.deliver()
        #expect(mailer.letters.map(\.subject) == ["You got 2 badges", "A badge is ready for you: three"])
        #expect(Set(mailer.letters.map(\.key)).count == 2)
    }

    @Test("leave out a badge that was taken back before they went")
    func takenBackMeanwhile() async throws {
        let (portal, mailer) = try await Self.portal()
        let ana = try await portal.person("ana")
        try await portal.give(portal.badge("one"), to: ana)
        let wrong = try await portal.give(portal.badge("two"), to: ana)
        await portal.portal.jobService.work()
        try await portal.database.awards.revoke(wrong, Revocation(at: portal.now, reason: "No."), by: .commandLine)
        await portal.deliver()
        let subjects = Set(mailer.letters.map(\.subject))
        #expect(subjects == ["A badge is ready for you: one", "A badge was taken back: two"])
    }

    @Test("tell of a badge from elsewhere that no longer holds, with what was found")
    func elsewhere() async throws {
        let (portal, mailer) = try await Self.portal()
        let ana = try await portal.person("ana")
        let badge = ImportedBadge(
            id: "i",
            person: ana.id,
            trust: .verified,
            key: "https://b.example/1",
            title: "Netz 🏅",
            issuer: "B & Co",
            addedAt: portal.now
        )
        try await portal.database.imports.add(badge, original: nil, picture: nil)
        try await portal.database.imports.record(.revoked("B took it back: שגיאה"), of: "i", at: portal.now)
        await portal.portal.jobService.work()
        let letter = try #require(mailer.letters.first)
        #expect(letter.subject == "A badge from elsewhere no longer holds: Netz 🏅" && letter.text.contains("שגיאה"))
        #expect(letter.text.contains("https://laurel.test/import/badges/i") && letter.html.contains("B &amp; Co"))
    }

    @Test("are only of the kinds that the person chose")
    func chosen() async throws {
        let (portal, mailer) = try await Self.portal()
        let ana = try await portal.person("priya")
        try await portal.browse(as: "priya") { browser in
            let fields = ["language": "", "zone": "", "mail-taken-back": "on"]
            #expect(try await browser.post("/settings/preferences", fields).location == "/settings?saved=1")
            let page = try await browser.get("/settings").text
            #expect(page.contains("name=\"mail-taken-back\" value=\"on\" checked"))
            #expect(page.contains("name=\"mail-given\" value=\"on\">") && !page.contains("mail-work"))
        }
        let award = try await portal.give(portal.badge("one"), to: ana)
        await portal.deliver()
        try await portal.database.awards.revoke(award, Revocation(at: portal.now, reason: "No."), by: .commandLine)
        await portal.deliver()
        #expect(mailer.letters.map(\.subject) == ["A badge was taken back: one"])
        let notes = try await portal.database.jobs.jobs(.done, of: ["deliver.mail"], limit: 9).map(\.problem)
        #expect(Set(notes) == ["unwanted", nil])
    }

    @Test("about the week say what came, waits, is nearly done and runs out; a week without has none")
    func week() async throws {
        let (portal, mailer) = try await Self.portal()
        let ana = try await portal.person("ana")
        try await portal.database.preferences.save(Preferences(mailKinds: [.week]), of: ana.id)
        #expect(try await portal.database.preferences.announceWeek(at: portal.now) == 1)
        for _ in 0..<2 { await portal.portal.jobService.work() }
        #expect(mailer.letters.isEmpty)
        try await portal.badge("snake", name: "Snake 🐍", needs: [TestPortal.python])
        try await portal.sync(portal.progress(TestPortal.python, by: "ana", percent: 80))
        try await portal.give(portal.badge("soon"), to: ana, expires: portal.now + 9 * 24 * 3600)
        try await portal.database.preferences.announceWeek(at: portal.now)
        await portal.portal.jobService.work()
        let letter = try #require(mailer.letters.first)
        #expect(letter.subject == "Your week at Acme & Söhne" && mailer.letters.count == 1)
        for part in [
            "1 badge waits for you", "- soon: ", "- Snake 🐍 (80% done): ", "- soon (2 December 2026): ",
        ] {
            #expect(letter.text.contains(part), "\(part)")
        }
    }

    @Test("tell administrators of a system that fails and is well again, not of what is over")
    func system() async throws {
        let (portal, mailer) = try await Self.portal()
        let ana = try await portal.person("ana")
        try await portal.database.people.set(.administrator, of: ana.id, to: true, by: .commandLine, at: portal.now)
        await portal.source.change { $0.failure = .unavailable("It did not answer.") }
        _ = try await portal.portal.sync.run(portal.source)
        await portal.portal.jobService.work()
        await portal.source.change { $0.failure = nil }
        _ = try await portal.portal.sync.run(portal.source)
        await portal.portal.jobService.work()
        let ends = [" does not answer", " is well again"]
        #expect(mailer.letters.count == 2 && zip(mailer.letters, ends).allSatisfy { $0.subject.hasSuffix($1) })
        #expect(mailer.letters.allSatisfy { $0.text.contains("https://laurel.test/admin") })
    }

    @Test("have a name, a text and the same links in HTML, in every language", arguments: Language.allCases)
    func samples(language: Language) async throws {
        let (portal, _) = try await Self.portal()
        let ana = try await portal.person("ana", name: "Ana & שרה")
        try Words.$current.withValue(Words.in(language)) {
            for sample in LetterSample.allCases {
                let letter = try sample.letter(to: ana, portal.portal.site)
                #expect(!letter.subject.isEmpty && !letter.subject.contains("{") && letter.language == language.tag)
                #expect(!letter.text.contains("{"), "\(sample)")
                let links = letter.text.matches(of: /https:\/\/[^\s)]+/).map { String($0.output) }
                for link in links { #expect(letter.html.contains("href=\"\(link)\""), "\(sample) \(link)") }
                #expect(letter.html.contains(language.isRightToLeft ? "dir=\"rtl\"" : "dir=\"ltr\""))
                #expect(!letter.html.contains("<script") && letter.html.contains("Ana &amp; שרה"))
            }
        }
    }
}
