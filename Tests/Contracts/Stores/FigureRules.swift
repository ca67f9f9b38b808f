import Core
import Foundation
import Testing

extension StoreRule {
    static let figures = [
        StoreRule("what became of badges is counted by the month in which they were issued", figuresCounted),
        StoreRule("strangers' looks are added up, and none is made up for awards that are not there", figuresChecks),
        StoreRule("a month that is counted again forgets what it was", figuresAgain),
        StoreRule("a designer's badges are those that the designer began or changed", figuresDesigns),
    ]

    /// March 2026, as `Sample.now` is.
    private static let month = Month(Sample.now)

    private static func figuresCounted(_ stores: StoreFixture) async throws {
        #expect(try await stores.figures.firstMonth() == nil)
        let (git, sql) = (try await stores.published("git"), try await stores.published("sql"))
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let lastMoment = (month + 1).start - 0.001
        let quick = try await stores.give(git, to: ada, on: month.start)
        let slow = try await stores.give(git, to: bob, on: lastMoment)
        try await stores.give(sql, to: ada, on: (month + 1).start)
        try await stores.awards.claim(quick.id, by: ada.id, at: month.start + 7 * Sample.day - 1)
        try await stores.awards.claim(slow.id, by: bob.id, at: lastMoment + 7 * Sample.day)
        for _ in 1...3 {
            try await stores.sharing.countShare(of: slow.id, at: "teams", by: bob.id, at: Sample.now)
            try await stores.sharing.countShare(of: slow.id, at: "mail", by: bob.id, at: Sample.now)
        }
        for month in [month, month + 1] { try await stores.figures.count(month, at: Sample.now) }
        #expect(
            try await stores.figures.figures(since: month) == [
                AwardFigures(month: month, badge: git.id, issued: 2, claimed: 2, claimedSoon: 1, shared: 1),
                AwardFigures(month: month + 1, badge: sql.id, issued: 1),
            ]
        )
        #expect(try await stores.figures.figures(since: month + 1).map(\.badge) == [sql.id])
        #expect(try await stores.figures.firstMonth() == month)
    }

    private static func figuresChecks(_ stores: StoreFixture) async throws {
        let git = try await stores.published("git")
        let award = try await stores.give(git, to: try await stores.person("Ada"), on: month.start)
        try await stores.figures.add([award.id: 2, "gone 🏅": 9], at: Sample.now)
        try await stores.figures.add([award.id: 3], at: Sample.now)
        try await stores.figures.add([award.id: 5], at: (month + 1).start)
        try await stores.figures.add([:], at: Sample.now)
        for month in [month, month + 1] { try await stores.figures.count(month, at: Sample.now) }
        #expect(
            try await stores.figures.figures(since: month) == [
                AwardFigures(month: month, badge: git.id, issued: 1, checked: 1, checks: 5),
                AwardFigures(month: month + 1, badge: git.id, checks: 5),
            ]
        )
    }

    private static func figuresAgain(_ stores: StoreFixture) async throws {
        #expect(try await stores.figures.countedAt() == nil)
        let git = try await stores.published("git")
        try await stores.give(git, to: try await stores.person("Ada"), on: month.start)
        try await stores.figures.count(month, at: Sample.now)
        try await stores.give(git, to: try await stores.person("Bob"), on: month.start)
        try await stores.figures.count(month, at: Sample.now + 300)
        #expect(try await stores.figures.figures(since: month).map(\.issued) == [2])
        #expect(try await stores.figures.countedAt() == Sample.now + 300)
    }

    private static func figuresDesigns(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.badges.save(StoreFixture.issuer, by: Sample.designer, at: Sample.now)
        let new = NewBadge(id: "own", slug: try Slug("own"), issuer: "acme", content: Sample.content("Own"))
        _ = try await stores.badges.create(new, by: .person(ada.id), at: Sample.now)
        let git = try await stores.published("git")
        #expect(try await stores.figures.designs(of: ada.id) == ["own"])
        for (old, slug) in [("git", "renamed"), ("renamed", "renamed-again")] {
            let revision = try await stores.badges.badge(Slug(old)).revision
            let edit = try Sample.edit(id: git.id, revision: revision, slug: slug)
            _ = try await stores.badges.save(edit, by: .person(ada.id), at: Sample.now)
        }
        let late = NewBadge(id: "late", slug: try Slug("renamed"), issuer: "acme", content: Sample.content("Late"))
        _ = try await stores.badges.create(late, by: Sample.designer, at: Sample.now + 1)
        #expect(try await stores.figures.designs(of: ada.id) == ["own", git.id])
        #expect(try await stores.figures.designs(of: "nobody").isEmpty)
    }
}
