import Core
import Foundation
import HTTPTypes
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("People who left")
struct LeaversTests {
    private static let home = EmailAddress(stored: "ana@home.example")

    /// Ana has two badges, gave a private address, and has left.
    private static func world() async throws -> (TestPortal, MailTests.FakeMailer, [Award.ID]) {
        let mailer = MailTests.FakeMailer()
        let portal = try await TestPortal(baseURL: "https://laurel.test", mailer: mailer)
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        let ana = try await portal.person("ana", name: "Ana שלום 🏅")
        let proofs = portal.database.addressProofs
        try await proofs.begin(home, of: ana.id, code: AddressCode(1), at: portal.now)
        try await proofs.prove(home, of: ana.id, code: "00000001", at: portal.now)
        var awards: [Award.ID] = []
        for (slug, name) in [("talk", "Talk 🐍 <b>"), ("mentor", "Mentor")] {
            awards.append(try await portal.give(portal.badge(slug, name: name), to: ana))
        }
        await portal.deliver()
        portal.wait(3_600)
        await portal.deliver()
        try await portal.database.accounts.close(ana.id, by: .commandLine, at: portal.now)
        await portal.portal.jobService.work()
        return (portal, mailer, awards)
    }

    private static func code(_ mailer: MailTests.FakeMailer) throws -> String {
        let letter = try #require(mailer.letters.last { $0.subject.contains("code") })
        return try #require(
            letter.text.split(whereSeparator: { !$0.isNumber }).first { $0.count == 8 }.map(String.init)
        )
    }

    /// By a code.
    private static func enter(_ browser: Browser, _ portal: TestPortal, _ mailer: MailTests.FakeMailer) async throws {
        _ = try await browser.get("/leavers")
        _ = try await browser.post("/leavers", ["address": home.description])
        await portal.portal.jobService.work()
        _ = try await browser.post("/leavers/visit", ["address": home.description, "code": try code(mailer)])
    }

    @Test("get a letter at their private address, whatever the time, with every badge and the way in")
    func letter() async throws {
        let (_, mailer, awards) = try await Self.world()
        let letter = try #require(mailer.letters.last)
        #expect(letter.to == Self.home && letter.subject == "Your badges stay yours")
        #expect(letter.text.contains("You keep 2 badges from your time at"))
        for award in awards { #expect(letter.html.contains("https://laurel.test/awards/\(award)")) }
        #expect(letter.html.contains("Talk 🐍 &lt;b&gt;") && letter.text.contains("https://laurel.test/leavers"))
        #expect(letter.text.contains("The file badges.zip in this mail holds them all"))
    }

    @Test("get everything along with the letter, the same as by the link")
    func file() async throws {
        let (portal, mailer, awards) = try await Self.world()
        let file = try #require(mailer.letters.last?.attachment)
        #expect(file.name == "badges.zip" && file.mediaType == "application/zip")
        let names = try zipNames(file.bytes)
        #expect(names.contains("talk-\(awards[0].rawValue.prefix(8)).pdf") && names.count == 12)
        let download = try await portal.browse { browser in
            try await Self.enter(browser, portal, mailer)
            return try await browser.get("/leavers/badges.zip").bytes
        }
        #expect(try zipNames(download) == names)
    }

    @Test("find the file behind the link when it is too large for a mail")
    func large() async throws {
        let (portal, mailer, awards) = try await Self.world()
        let (database, hosted) = (portal.database, portal.portal.hostedBadges)
        let mail = LeaverMail(
            site: portal.portal.site,
            mailer: mailer,
            addressees: Addressees(
                site: portal.portal.site,
                people: database.people,
                preferences: database.preferences
            ),
            leavers: database.leavers,
            awards: database.awards,
            archive: portal.portal.archive(hosted, DrawingDesk(pictures: hosted.pictures)),
            attachmentLimit: 1_000
        )
        let ana = try await database.awards.award(awards[0]).award.person.rawValue
        try await mail.deliver(OutboxMessage(number: 1, kind: "person.left", payload: ["person": ana]), key: "again")
        let letter = try #require(mailer.letters.last)
        #expect(letter.key == "again" && letter.attachment == nil)
        #expect(letter.text.contains("too large for a mail") && !letter.text.contains("badges.zip"))
    }

    @Test("see their badges by a code, choose who sees each, and take everything along")
    func visit() async throws {
        let (portal, mailer, awards) = try await Self.world()
        try await portal.browse { browser in
            _ = try await browser.get("/leavers")
            let asked = try await browser.post("/leavers", ["address": " Ana@home.example "])
            #expect(asked.status == .ok && asked.text.contains("If badges belong to Ana@home.example"))
            await portal.portal.jobService.work()
            let wrong = try await browser.post("/leavers/visit", ["address": "ana@home.example", "code": "1"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("This code does not fit."))
            let code = try Self.code(mailer)
            let entered = try await browser.post("/leavers/visit", ["address": "ana@home.example", "code": code])
            #expect(entered.location == "/leavers/badges")
            #expect(entered.cookies.contains { $0.contains("__Host-laurel-leaver=") && $0.contains("HttpOnly") })
            let page = try await browser.get("/leavers/badges").text
            #expect(page.contains("Talk 🐍 &lt;b&gt;") && page.contains("Ana שלום 🏅"))
            let saved = try await browser.post("/leavers/badges", ["see-\(awards[0])": "owner", "see-none": "owner"])
            #expect(saved.location == "/leavers/badges?saved=1")
            let zip = try await browser.get("/leavers/badges.zip")
            #expect(zip.headers[.contentType] == "application/zip" && zip.bytes.starts(with: Array("PK".utf8)))
            let names = String(decoding: zip.bytes, as: UTF8.self)
            for ending in ["png", "pdf", "2.0.json", "3.0.jwt"] {
                #expect(names.contains("talk-\(awards[0].rawValue.prefix(8)).\(ending)"))
            }
            #expect(try await browser.post("/leavers/end").location == "/leavers")
            #expect(try await browser.get("/leavers/badges").location == "/leavers")
        }
        #expect(try await portal.database.awards.award(awards[0]).award.visibility == .owner)
        #expect(try await portal.database.awards.award(awards[1]).award.visibility == .link)
    }

    @Test("open nothing else by a visit")
    func limits() async throws {
        let (portal, mailer, awards) = try await Self.world()
        try await portal.browse { browser in
            try await Self.enter(browser, portal, mailer)
            #expect(try await browser.get("/settings").status != .ok)
            #expect(try await browser.get("/me/awards/\(awards[0])").status != .ok)
            #expect(try await browser.get("/me/badges.zip").status != .ok)
            portal.wait(3_600)
            #expect(try await browser.get("/leavers/badges").location == "/leavers")
            #expect(try await browser.get("/leavers/badges.zip").location == "/leavers")
            let late = try await browser.post("/leavers/badges", ["see-\(awards[0])": "owner"])
            #expect(late.location == "/leavers")
        }
        #expect(try await portal.database.awards.award(awards[0]).award.visibility == .link)
    }

    @Test("are not told apart from strangers by who asks", arguments: ["nobody@home.example", "ana@laurel.example"])
    func silent(address: String) async throws {
        let (portal, mailer, _) = try await Self.world()
        let before = mailer.letters.count
        try await portal.browse { browser in
            _ = try await browser.get("/leavers")
            let answer = try await browser.post("/leavers", ["address": address])
            #expect(answer.status == .ok && answer.text.contains("If badges belong to \(address)"))
        }
        await portal.portal.jobService.work()
        #expect(mailer.letters.count == before)
    }

    @Test("are refused what is no address, a form from elsewhere, and haste")
    func refused() async throws {
        let portal = try await TestPortal(mailer: MailTests.FakeMailer())
        try await portal.browse { browser in
            _ = try await browser.get("/leavers")
            for address in ["", "ana", String(repeating: "🏅", count: 10_000)] {
                let answer = try await browser.post("/leavers", ["address": address])
                #expect(answer.status == .unprocessableContent && answer.text.contains("aria-invalid"))
            }
            #expect(
                try await browser.post("/leavers", ["address": "a@b.example"], token: .some(nil)).status == .forbidden
            )
            for _ in 0..<3 { _ = try await browser.post("/leavers", ["address": "a@b.example"]) }
            #expect(try await browser.post("/leavers", ["address": "a@b.example"]).status == .tooManyRequests)
        }
    }
}
