import Contracts
import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Overview for administrators")
struct AdminOverviewTests {
    /// A badge that priya claimed, took to two places, and that strangers looked at three times.
    private static func withFigures() async throws -> TestPortal {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        let award = try await portal.give(try await portal.badge("talk", name: "Talk <b>🏅"), to: priya)
        try await portal.database.awards.claim(award, by: priya.id, at: portal.now)
        try await portal.database.sharing.countShare(of: award, at: "teams", by: priya.id, at: portal.now)
        try await portal.database.figures.add([award: 3], at: portal.now)
        try await portal.give(try await portal.badge("late"), to: priya)
        await portal.portal.jobService.work()
        return portal
    }

    @Test("counts what became of badges, draws it, and says how old the numbers are")
    func figures() async throws {
        let portal = try await Self.withFigures()
        portal.wait(120)
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin").text
            for text in [
                "<b class=\"num\">2</b> <span>badges awarded", "<b class=\"num\">50%</b> <span>claimed within a week",
                "<b class=\"num\">50%</b> <span>shared at least once",
                "<b class=\"num\">3</b> <span>times checked by a stranger", "Counted <time",
                "2 badges awarded, 1 of them shared; most in November 2026.",
            ] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(!page.contains("First steps"))
        }
    }

    @Test("shows what is left to do instead of empty charts, and ticks what is done")
    func steps() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "aiko") { browser in
            let fresh = try await browser.get("/admin").text
            #expect(fresh.contains("First steps") && fresh.contains("2 of 5 steps are done."))
            #expect(!fresh.contains("class=\"figures\""))
            try await portal.sync()
            try await portal.badge("git")
            #expect(try await browser.get("/admin").text.contains("4 of 5 steps are done."))
        }
    }

    @Test("says what is broken, since when, how often, and what it means; one button leads there")
    func broken() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        portal.wait(600)
        await portal.source.change { $0.failure = .unauthorized("401 <b>") }
        try await portal.sync()
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin").text
            for text in [
                "One integration needs you.", "Fake source has refused our key since",
                "One try failed in the last 24 hours.", "Progress is as old as that for everybody.", "401 &lt;b&gt;",
            ] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(page.ranges(of: "button-main").count == 1)
            await portal.source.change { $0.failure = nil }
            try await portal.sync()
            let well = try await browser.get("/admin").text
            #expect(well.contains("All is well.") && !well.contains("button-main"))
        }
    }

    @Test("shows how far lists are, and what failed for good")
    func work() async throws {
        let portal = try await Self.withFigures()
        let jobs = portal.database.jobs
        try await jobs.add("cleanup", payload: "{}", key: "x", due: portal.now - 1, at: portal.now - 60)
        let lease = try #require(try await jobs.claim(["cleanup"], at: portal.now, until: portal.now + 60))
        try await jobs.report(Job.Progress(done: 25, total: 100), lease, until: portal.now + 60)
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin").text
            #expect(page.contains("25 of 100 · about 3 minutes left") && page.contains("data-reload"))
            #expect(page.contains("<noscript><meta http-equiv=\"refresh\""))
            try await jobs.fail(lease, problem: "No.", next: nil, at: portal.now)
            #expect(try await browser.get("/admin").text.contains("One job failed for good."))
        }
    }
}

@Suite("Statistics")
struct StatisticsTests {
    @Test("shows administrators all badges, and designers their own")
    func own() async throws {
        let portal = try await TestPortal()
        let (priya, tomas) = (try await portal.person("priya"), try await portal.person("tomas"))
        try await portal.give(try await portal.badge("theirs", name: "Theirs 🏅"), to: priya)
        let new = NewBadge(
            id: "own",
            slug: try Slug("own"),
            issuer: portal.issuer.id,
            content: BadgeContent(
                name: "=Own שלום",
                description: "",
                criteria: "",
                picture: .artwork(.proposed(for: "x")),
                pictureDescription: "",
                rule: nil
            )
        )
        let draft = try await portal.database.badges.create(new, by: .person(tomas.id), at: portal.now)
        let own = try await portal.database.badges.set(
            .published,
            of: draft.slug,
            by: .person(tomas.id),
            at: portal.now
        )
        try await portal.give(own, to: priya)
        await portal.portal.jobService.work()
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/stats").text
            #expect(page.contains("Theirs 🏅") && page.contains("=Own שלום"))
            let file = try await browser.get("/admin/stats.csv?months=0")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8" && file.text.hasPrefix("\u{FEFF}"))
            #expect(file.text.contains(#""2026-11","'=Own שלום","own","1","0","0","0","0","0""#))
        }
        try await portal.browse(as: "tomas") { browser in
            let page = try await browser.get("/admin/stats").text
            #expect(!page.contains("Theirs 🏅") && page.contains("=Own שלום"))
            #expect(page.contains("What became of the badges that you designed."))
            #expect(try await !browser.get("/admin/stats.csv").text.contains("Theirs"))
        }
        try await portal.browse(as: "priya") { browser async throws in
            #expect(try await browser.get("/admin/stats").status == .forbidden)
            #expect(try await browser.get("/admin/stats.csv").status == .forbidden)
        }
    }

    @Test("says when numbers start", arguments: ["", "?months=24", "?months=0", "?months=-1", "?months=🏅"])
    func empty(query: String) async throws {
        try await TestPortal().browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/stats\(query.replacing("🏅", with: "%F0%9F%8F%85"))")
            #expect(page.status == .ok && page.text.contains("Numbers start when the first badge is awarded."))
        }
    }
}

@Suite("Looks of strangers at verification pages")
struct CheckCounterTests {
    private static let browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

    /// How often the award was looked at, after everything is written down.
    private static func checks(_ portal: TestPortal) async throws -> Int {
        await portal.portal.recording.write()
        try await portal.database.figures.count(Month(portal.now), at: portal.now)
        return try await portal.database.figures.figures(since: Month(portal.now)).map(\.checks).reduce(0, +)
    }

    @Test("are counted, and added to those before")
    func counted() async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
        try await portal.browse { browser in
            for _ in 1...2 { try await browser.get("/awards/\(award)", [.userAgent: Self.browser]) }
        }
        #expect(try await Self.checks(portal) == 2)
        try await portal.browse { browser in
            _ = try await browser.get("/awards/\(award)", [.userAgent: Self.browser])
        }
        #expect(try await Self.checks(portal) == 3)
    }

    @Test(
        "are not made up for programs",
        arguments: ["", "Googlebot/2.1", "curl/8", "facebookexternalhit/1.1", "LinkedInBot/1.0", "Python-urllib/3.9"]
    )
    func programs(agent: String) async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
        try await portal.browse { browser in
            try await browser.get("/awards/\(award)", [.userAgent: agent])
            _ = try await browser.head("/awards/\(award)")
            _ = try await browser.get("/awards/3fa85f64-5717-4562-b3fc-2c963f66afa6", [.userAgent: Self.browser])
        }
        #expect(try await Self.checks(portal) == 0)
    }

    @Test("are not those of colleagues")
    func colleagues() async throws {
        let portal = try await TestPortal()
        let award = try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
        try await portal.browse(as: "tomas") { browser in
            _ = try await browser.get("/awards/\(award)", [.userAgent: Self.browser])
        }
        #expect(try await Self.checks(portal) == 0)
    }
}
