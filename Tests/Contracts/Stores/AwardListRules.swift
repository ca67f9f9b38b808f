import Core
import Foundation
import Testing

extension StoreRule {
    static let awardLists = [
        StoreRule("a list says of every row what will happen, and gives nothing yet", listChecked),
        StoreRule("a list is given in batches, each row once, however often it is started", listGiven),
        StoreRule("a list that is stopped goes on where it was", listStopped),
        StoreRule("a list is undone for a day, except for badges that were claimed", listUndone),
        StoreRule("what changed since the check is seen when a list is given", listLater),
        StoreRule("a list that is not there is not found, a withdrawn badge is not given", listRefused),
        StoreRule("rows and titles of columns keep any text", listTexts),
    ]

    private static func list(
        of badge: BadgeClass,
        _ rows: [ListedPerson],
        _ stores: StoreFixture,
        columns: AwardList.Columns = AwardList.Columns()
    ) async throws -> AwardList {
        let author = try await stores.person("Tomas \(UUID())", "t\(UUID())@acme.example")
        let list = AwardList(
            id: ID(UUID()),
            badge: badge.id,
            slug: badge.slug,
            createdBy: author.id,
            name: "people 🏅.csv",
            createdAt: Sample.now,
            columns: columns
        )
        return try await stores.lists.add(list, rows)
    }

    /// People who have signed in: p0 on line 2, p1 on line 3 and so on.
    private static func people(_ count: Int, _ stores: StoreFixture) async throws -> [ListedPerson] {
        var rows: [ListedPerson] = []
        for number in 0..<count {
            _ = try await stores.person("Person \(number)", "p\(number)@acme.example")
            rows.append(ListedPerson(line: number + 2, address: "P\(number)@acme.example"))
        }
        return rows
    }

    private static func listChecked(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let holder = try await stores.person("Holder", "holder@acme.example")
        try await stores.give(badge, to: holder, on: Sample.now)
        let gone = try await stores.person("Gone", "gone@acme.example")
        try await stores.deactivate(gone.id, Sample.now)
        var rows = try await people(1, stores)
        rows += [
            ListedPerson(line: 3, address: "p0@ACME.example"), ListedPerson(line: 4, address: "stranger@acme.example"),
            ListedPerson(line: 5, address: "holder@acme.example"), ListedPerson(line: 6, address: "gone@acme.example"),
            ListedPerson(line: 7, address: "nothing", problem: .noAddress),
        ]
        let list = try await list(of: badge, rows, stores)
        #expect(list.state == .checked && list.counts.ready == 1 && list.counts.total == 6)
        let found = try await stores.lists.rows(list.id, onlyProblems: false, after: 0, limit: 100)
        #expect(found.map(\.problem) == [nil, .repeated, .unknown, .hasIt, .left, .noAddress])
        let bad = try await stores.lists.rows(list.id, onlyProblems: true, after: 4, limit: 2)
        #expect(bad.map(\.line) == [5, 6])
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        #expect(try await stores.lists.lists(by: list.createdBy, limit: 9) == [list])
    }

    private static func giveAll(_ list: AwardList, _ stores: StoreFixture) async throws {
        while try await stores.lists.giveNext(list.id, limit: 2, at: Sample.now) {}
    }

    private static func listGiven(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let list = try await list(of: badge, try await people(5, stores), stores)
        #expect(try await !stores.lists.giveNext(list.id, limit: 2, at: Sample.now))
        try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now)
        await #expect(throws: AwardListError.startedAlready) {
            try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now)
        }
        #expect(try await stores.lists.giveNext(list.id, limit: 2, at: Sample.now))
        #expect(try await stores.lists.list(list.id).counts.given == 2)
        try await giveAll(list, stores)
        let done = try await stores.lists.list(list.id)
        #expect(done.state == .given && done.counts.given == 5 && done.counts.ready == 0)
        try await giveAll(list, stores)
        #expect(try await stores.badges.badge(badge.slug).holders == 5)
        #expect(try await stores.outbox().count { $0.kind == "award.issued" } == 5)
    }

    private static func listStopped(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let list = try await list(of: badge, try await people(3, stores), stores)
        try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now)
        _ = try await stores.lists.giveNext(list.id, limit: 2, at: Sample.now)
        try await stores.lists.stop(list.id, by: Sample.designer, at: Sample.now)
        #expect(try await !stores.lists.giveNext(list.id, limit: 2, at: Sample.now))
        #expect(try await stores.lists.list(list.id).counts.ready == 1)
        try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now)
        try await giveAll(list, stores)
        #expect(try await stores.lists.list(list.id).state == .given)
    }

    private static func listUndone(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let list = try await list(of: badge, try await people(3, stores), stores)
        try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now)
        try await giveAll(list, stores)
        let row = try await stores.lists.rows(list.id, onlyProblems: false, after: 0, limit: 1).first
        let held = try await stores.awards.award(try #require(row?.award))
        try await stores.awards.claim(held.award.id, by: held.award.person, at: Sample.now)
        let late = Sample.now + AwardList.undoTime
        await #expect(throws: AwardListError.tooLateToUndo) {
            try await stores.lists.undo(list.id, by: Sample.designer, at: late)
        }
        try await stores.lists.undo(list.id, by: Sample.designer, at: late - 1)
        while try await stores.lists.takeBackNext(list.id, limit: 1, reason: "By mistake.", at: late) {}
        let done = try await stores.lists.list(list.id)
        #expect(done.state == .undone && done.counts.given == 1 && done.counts.takenBack == 2)
        #expect(try await stores.badges.badge(badge.slug).holders == 1)
        await #expect(throws: AwardListError.tooLateToUndo) {
            try await stores.lists.undo(list.id, by: Sample.designer, at: late - 1)
        }
    }

    private static func listLater(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let list = try await list(of: badge, try await people(3, stores), stores)
        let email = try Sample.email("p0@acme.example")
        try await stores.give(badge, to: try await stores.people.person(email), on: Sample.now)
        let other = try await stores.people.person(try Sample.email("p1@acme.example"))
        try await stores.deactivate(other.id, Sample.now)
        try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now)
        try await giveAll(list, stores)
        let rows = try await stores.lists.rows(list.id, onlyProblems: false, after: 0, limit: 9)
        #expect(rows.map(\.problem) == [.hasIt, .left, nil])
        #expect(try await stores.badges.badge(badge.slug).holders == 2)
    }

    private static func listRefused(_ stores: StoreFixture) async throws {
        await #expect(throws: AwardListError.notFound) { try await stores.lists.list("none") }
        await #expect(throws: AwardListError.notFound) {
            try await stores.lists.start("none", by: Sample.designer, at: Sample.now)
        }
        let badge = try await stores.published("badge")
        let list = try await list(of: badge, try await people(1, stores), stores)
        try await stores.lists.start(list.id, by: Sample.designer, at: Sample.now)
        _ = try await stores.badges.set(.withdrawn, of: badge.slug, by: Sample.designer, at: Sample.now)
        await #expect(throws: BadgeError.withdrawn(badge.slug)) {
            try await stores.lists.giveNext(list.id, limit: 2, at: Sample.now)
        }
    }

    private static func listTexts(_ stores: StoreFixture) async throws {
        let badge = try await stores.published("badge")
        let rows = Sample.texts.enumerated().map { line, text in
            ListedPerson(line: line + 1, address: String(text.prefix(254)), note: text, problem: .noAddress)
        }
        let list = try await list(of: badge, rows, stores)
        #expect(list.columns == AwardList.Columns())
        #expect(try await stores.lists.rows(list.id, onlyProblems: false, after: 0, limit: 99) == rows)
        for text in Sample.texts {
            let columns = AwardList.Columns(address: text, note: text.isEmpty ? nil : "Note 🏅")
            let titled = try await Self.list(of: badge, [], stores, columns: columns)
            #expect(try await stores.lists.list(titled.id).columns == columns)
        }
    }
}
