import Contracts
import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Publishing a badge")
struct PublicationTests {
    private static let day: TimeInterval = 24 * 3600
    private static let address = "/design/data/publication"

    /// A portal in which Priya and a stranger finished what the badge will ask for.
    private static func portal(_ mailer: MailTests.FakeMailer) async throws -> TestPortal {
        let portal = try await TestPortal(mailer: mailer)
        _ = try await portal.person("priya")
        try await portal.sync(
            try portal.completion(TestPortal.python, by: "priya"),
            try portal.completion(TestPortal.python, by: "stranger")
        )
        return portal
    }

    private static func publish(_ portal: TestPortal, telling: String) async throws {
        try await portal.browse(as: "tomas") { browser in
            let draft = try await browser.post("/design", DesignTests.good.merging(["publish": "1"]) { $1 })
            #expect(draft.location == address)
            #expect(try await browser.post(address, ["telling": telling]).location == address)
        }
    }

    @Test("says who can claim at once, asks whether they are told, and says what happens then")
    func question() async throws {
        let portal = try await Self.portal(MailTests.FakeMailer())
        try await portal.browse(as: "tomas") { browser in
            let draft = try await browser.post("/design", DesignTests.good.merging(["publish": "1"]) { $1 })
            #expect(draft.location == Self.address)
            #expect(try await portal.database.badges.badge(Slug("data")).status == .draft)
            let question = try await browser.get(Self.address).text
            #expect(question.contains("1 person has finished this already and can claim at once."))
            #expect(question.contains("1 more has never signed in here"))
            #expect(question.ranges(of: "name=\"telling\"").count == 3)
            #expect(try await browser.post(Self.address, ["telling": "monday"]).location == Self.address)
            let news = try await browser.get(Self.address).text
            #expect(news.contains("“Data 🐍” is live") && news.contains("on Monday at 09:00"))
            #expect(news.contains("value=\"http://laurel.test/badges/data\"") && !news.contains("laurel-reload"))
        }
        #expect(try await portal.database.badges.badge(Slug("data")).holders == 2)
    }

    @Test("asks nothing where nobody has earned it")
    func nobody() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        try await portal.browse(as: "tomas") { browser in
            let answer = try await browser.post("/design", DesignTests.good.merging(["publish": "1"]) { $1 })
            #expect(answer.location == Self.address)
            #expect(try await portal.database.badges.badge(Slug("data")).status == .published)
            let news = try await browser.get(Self.address).text
            #expect(news.contains("is live") && !news.contains("told by"))
        }
    }

    @Test("asks nothing where only people have earned it who never signed in, but says how many they are")
    func expected() async throws {
        let portal = try await TestPortal()
        try await portal.sync(try portal.completion(TestPortal.python, by: "stranger"))
        try await portal.browse(as: "tomas") { browser in
            try await browser.post("/design", DesignTests.good.merging(["publish": "1"]) { $1 })
            let question = try await browser.get(Self.address).text
            #expect(question.contains("1 person who never signed in here has finished this already"))
            #expect(!question.contains("name=\"telling\"") && question.contains("Publish badge"))
        }
    }

    @Test("tells at once, in one letter")
    func now() async throws {
        let mailer = MailTests.FakeMailer()
        let portal = try await Self.portal(mailer)
        try await Self.publish(portal, telling: "now")
        await portal.deliver()
        #expect(mailer.letters.map(\.subject) == ["A badge is ready for you: Data 🐍"])
    }

    @Test("tells on Monday at nine where the person is, once, and what is earned later at once")
    func monday() async throws {
        let mailer = MailTests.FakeMailer()
        let portal = try await Self.portal(mailer)
        let ana = try await portal.person("ana")
        try await Self.publish(portal, telling: "monday")
        portal.wait(3 * Self.day)
        await portal.deliver()
        #expect(mailer.letters.isEmpty)
        try await portal.sync(
            ProgressFact(
                recordID: "new",
                activity: TestPortal.python.id,
                person: [PersonKey(ana.emails[0])],
                state: .completed,
                completedAt: portal.now - 60
            )
        )
        await portal.deliver()
        #expect(mailer.letters.map(\.to) == ana.emails)
        portal.wait(4 * Self.day)
        await portal.deliver()
        await portal.deliver()
        #expect(mailer.letters.map(\.to.description) == ["ana@laurel.example", "priya@laurel.example"])
    }

    @Test("tells nobody, where that was the choice; the home page has it nevertheless")
    func never() async throws {
        let mailer = MailTests.FakeMailer()
        let portal = try await Self.portal(mailer)
        try await Self.publish(portal, telling: "never")
        for _ in 0..<2 {
            await portal.deliver()
            portal.wait(7 * Self.day)
        }
        #expect(mailer.letters.isEmpty)
        let jobs = try await portal.database.jobs.jobs(.done, of: ["deliver.mail"], limit: 9)
        #expect(Set(jobs.map(\.problem)) == ["untold"])
        try await portal.browse(as: "priya") { browser in
            let home = try await browser.get("/").text
            #expect(home.contains("Data 🐍"))
        }
    }

    @Test("gives a badge to more people than a page can wait for behind the page, and says so meanwhile")
    func many() async throws {
        let portal = try await TestPortal()
        let facts = try (0...AwardingJob.batch).map { try portal.completion(TestPortal.python, by: "p\($0)") }
        await portal.source.change { $0.facts += facts }
        _ = try await portal.portal.sync.run(portal.source)
        try await portal.browse(as: "tomas") { browser in
            try await browser.post("/design", DesignTests.good.merging(["publish": "1"]) { $1 })
            try await browser.post(Self.address, ["telling": "never"])
            let during = try await browser.get(Self.address).text
            #expect(during.contains("People are getting it just now.") && during.contains("laurel-reload"))
            #expect(try await portal.database.badges.badge(Slug("data")).holders == 0)
            await portal.portal.jobService.work()
            #expect(try await portal.database.badges.badge(Slug("data")).holders == AwardingJob.batch + 1)
            #expect(try await !browser.get(Self.address).text.contains("laurel-reload"))
        }
    }

    @Test("is for designers, and only from the form")
    func access() async throws {
        let portal = try await Self.portal(MailTests.FakeMailer())
        try await portal.badge("data", needs: [TestPortal.python], status: .draft)
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get(Self.address)
            let form = try await browser.post(Self.address, ["telling": "now"])
            #expect(page.status == .forbidden && form.status == .forbidden)
        }
        try await portal.browse(as: "tomas") { browser in
            let foreign = try await browser.post(Self.address, ["telling": "now"], token: .some(nil))
            #expect(foreign.status == .forbidden)
        }
        #expect(try await portal.database.badges.badge(Slug("data")).status == .draft)
    }
}

@Suite("Next Monday")
struct NextMondayTests {
    @Test(
        "is the first Monday at nine where the person is, also where clocks change before it",
        arguments: [
            ("2026-11-23T08:59:59Z", "UTC", "2026-11-23T09:00:00Z"),
            ("2026-11-23T09:00:00Z", "UTC", "2026-11-30T09:00:00Z"),
            ("2026-11-28T12:00:00Z", "Asia/Kathmandu", "2026-11-30T03:15:00Z"),
            ("2026-11-29T23:30:00Z", "Pacific/Auckland", "2026-12-06T20:00:00Z"),
            ("2026-10-24T12:00:00Z", "Europe/Berlin", "2026-10-26T08:00:00Z"),
            ("2026-03-28T12:00:00Z", "Europe/Berlin", "2026-03-30T07:00:00Z"),
        ]
    )
    func dates(from: String, zone: String, to: String) throws {
        let date = try Date(from, strategy: .iso8601)
        let zone = try #require(TimeZone(identifier: zone))
        let expected = try Date(to, strategy: .iso8601)
        #expect(NextMonday.date(after: date, in: zone) == expected)
    }
}
