import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Jobs on the administrators' page")
struct AdminJobsTests {
    /// A list that is being given, claimed by a worker that reports nothing more.
    private static func giving(_ portal: TestPortal) async throws -> (AwardList.ID, JobLease) {
        let badge = try await portal.badge("talk")
        let (priya, tomas) = (try await portal.person("priya"), try await portal.person("tomas"))
        let list = AwardList(
            id: ID(UUID()),
            badge: badge.id,
            slug: badge.slug,
            createdBy: tomas.id,
            name: "May <b>🏅",
            createdAt: portal.now
        )
        let rows = [
            ListedPerson(line: 1, address: priya.emails[0].description),
            ListedPerson(line: 2, address: "", problem: .noAddress),
        ]
        _ = try await portal.database.lists.add(list, rows)
        try await portal.database.lists.start(list.id, by: .person(tomas.id), at: portal.now)
        let jobs = portal.database.jobs
        let lease = try #require(
            try await jobs.claim([AwardListJob.kind], at: portal.now, until: portal.now + 60)
        )
        try await jobs.report(Job.Progress(done: 1, total: 2), lease, until: portal.now + 60)
        return (list.id, lease)
    }

    @Test("shows how far a list is, lets it be stopped, and leads to the rows that cannot be used")
    func stop() async throws {
        let portal = try await TestPortal()
        let (list, lease) = try await Self.giving(portal)
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/jobs").text
            #expect(page.contains("1 of 2") && page.contains("/award/list/\(list)/problems.csv"))
            #expect(page.contains("data-reload") && page.contains("<noscript><meta http-equiv=\"refresh\""))
            #expect(try await browser.get("/admin").text.contains("Award: May &lt;b&gt;🏅"))
            let answer = try await browser.post("/admin/jobs/\(lease.job.id)/stop")
            #expect(answer.location == "/admin/jobs")
            #expect(try await portal.database.lists.list(list).state == .stopped)
            try await portal.database.jobs.finish(lease, at: portal.now)
            let after = try await browser.get("/admin/jobs").text
            #expect(after.contains("Lists that were given last") && !after.contains("data-reload"))
        }
    }

    @Test("stops nothing that is no list", arguments: ["x", "🏅"])
    func nothing(id: String) async throws {
        let portal = try await TestPortal()
        try await portal.database.jobs.add("cleanup", payload: "{}", key: "x", due: portal.now, at: portal.now)
        let job = try #require(try await portal.database.jobs.jobs(.waiting, limit: 1).first)
        try await portal.browse(as: "aiko") { browser async throws in
            #expect(try await browser.post("/admin/jobs/\(URLText.query(id))/stop").status == .notFound)
            #expect(try await browser.post("/admin/jobs/\(job.id)/stop").status == .notFound)
        }
    }
}

@Suite("Languages on the administrators' page")
struct LanguagesPageTests {
    @Test("says that every language has everything, and lets one look at it")
    func complete() async throws {
        try await TestPortal().browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/languages").text
            #expect(page.contains("Every phrase is there in every language.") && !page.contains("Incomplete"))
            #expect(page.contains("See the portal in 日本語"))
            let answer = try await browser.post("/language", ["language": "he", "return_to": "/badges"])
            #expect(answer.location == "/badges")
            #expect(try await browser.get("/badges").text.contains("dir=\"rtl\""))
        }
    }

    @Test("lists what a language lacks, which readers see in English")
    func missing() async throws {
        let months = (1...12).map(String.init).joined(separator: "|")
        let lines = Phrase.allCases.filter { $0 != .signIn }.map { "\($0.name) = \($0 == .months ? months : "x")" }
        let text = lines.joined(separator: "\n")
        let partial = try Catalogue(Array(text.utf8))
        let portal = try await TestPortal(words: { language in
            language == .french ? Words(.french, partial, source: partial) : Words.in(language)
        })
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/languages").text
            #expect(page.contains("One phrase is missing") && page.contains("<code dir=\"ltr\">signIn</code>"))
            #expect(page.contains("What a language lacks, readers see in English."))
        }
    }
}
