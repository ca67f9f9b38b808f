import Contracts
import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Synchronisation") struct SourceSyncTests {
    @Test("awards what completions earn, once, however often it runs")
    func once() async throws {
        let portal = try await TestPortal()
        let people = [try await portal.person("priya"), try await portal.person("noor")]
        try await portal.badge("python", needs: [TestPortal.python])
        let outcome = try await portal.sync(
            try portal.completion(TestPortal.python, by: "priya"),
            try portal.completion(TestPortal.python, by: "noor"),
            try portal.progress(TestPortal.azure, by: "noor", percent: 100)
        )
        #expect(outcome.facts == 3)
        #expect(outcome.activities == 2)
        #expect(outcome.health.status == .healthy)
        for person in people { #expect(try await portal.database.awards.awards(of: person.id).count == 1) }
        let again = try await portal.sync()
        #expect(again.facts == 0)
        for person in people { #expect(try await portal.database.awards.awards(of: person.id).count == 1) }
    }

    @Test("reads from the beginning when the cursor has expired")
    func cursor() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        try await portal.badge("python", needs: [TestPortal.python])
        try await portal.sync(
            try portal.progress(TestPortal.azure, by: "priya", percent: 1),
            try portal.progress(TestPortal.azure, by: "noor", percent: 1)
        )
        await portal.source.change { $0.facts = [] }
        let outcome = try await portal.sync(try portal.completion(TestPortal.python, by: "priya"))
        #expect(outcome.health.status == .healthy)
        #expect(try await portal.database.awards.awards(of: priya.id).count == 1)
    }

    @Test("keeps what is known while the source is down, and says since when")
    func down() async throws {
        let portal = try await TestPortal()
        try await portal.sync(try portal.progress(TestPortal.python, by: "priya", percent: 50))
        let cursor = try await portal.database.learning.syncState(of: "fake").cursor
        portal.wait(600)
        await portal.source.change { $0.failure = .unauthorized("key") }
        #expect(try await portal.sync().health.status == .misconfigured)
        let state = try await portal.database.learning.syncState(of: "fake")
        #expect(state.cursor == cursor)
        #expect(state.lastSuccessAt == TestPortal.start)
        #expect(state.last?.health.message == "It refuses our key: key")
        await portal.source.change { $0.failure = nil }
        #expect(try await portal.sync().health.status == .healthy)
    }

    @Test("is done by one process at a time")
    func lease() async throws {
        let portal = try await TestPortal()
        let learning = portal.database.learning
        let lease = try await learning.lease("fake", at: portal.now, until: portal.now + 60)
        await #expect(throws: SyncError.running) { try await portal.sync() }
        try await learning.release(try #require(lease))
        #expect(try await portal.sync().health.status == .healthy)
    }

    @Test("marks what the catalogue no longer has")
    func missing() async throws {
        let portal = try await TestPortal()
        try await portal.sync()
        portal.wait(60)
        await portal.source.change { $0.activities.removeLast() }
        try await portal.sync()
        let known = try await portal.database.learning.activities([TestPortal.python, TestPortal.azure])
        #expect(known[TestPortal.python]?.isOffered == true)
        #expect(known[TestPortal.azure]?.isOffered == false)
    }

    @Test("keeps facts about strangers, who have their badges at the first sign-in")
    func lateBinding() async throws {
        let portal = try await TestPortal()
        try await portal.badge("python", needs: [TestPortal.python])
        try await portal.sync(try portal.completion(TestPortal.python, by: "priya"))
        #expect(try await portal.database.learning.unboundFacts() == 1)
        try await portal.browse(as: "priya") { browser in
            let answer = try await browser.get("/")
            #expect(answer.text.contains("Your first badge is ready for you."))
        }
        #expect(try await portal.database.learning.unboundFacts() == 0)
    }
}

@Suite("Refreshing a person") struct PersonRefreshTests {
    @Test("asks each source once, however many pages are opened")
    func coalesced() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        for _ in 0..<5 { #expect(await portal.portal.refresh.ask(about: priya.id, refreshes: [:], olderThan: 60)) }
        #expect(await portal.source.calls == 0)
        await portal.portal.refresh.answer(.init(person: priya.id, source: "fake"))
        #expect(await portal.source.calls == 1)
        let refreshes = try await portal.database.learning.refreshes(of: priya.id)
        #expect(refreshes == ["fake": TestPortal.start])
        #expect(await !portal.portal.refresh.ask(about: priya.id, refreshes: refreshes, olderThan: 60))
    }

    @Test("gives the badge that the answer earns")
    func awards() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        try await portal.badge("python", needs: [TestPortal.python])
        let fact = try portal.completion(TestPortal.python, by: "priya")
        await portal.source.change { $0.facts = [fact] }
        await portal.portal.refresh.answer(.init(person: priya.id, source: "fake"))
        #expect(try await portal.database.awards.awards(of: priya.id).map(\.slug.description) == ["python"])
    }

    @Test("does not ask a source that is down with every page")
    func down() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        await portal.source.change { $0.failure = .unavailable("reset") }
        let refresh = portal.portal.refresh
        #expect(await refresh.ask(about: priya.id, refreshes: [:], olderThan: 60))
        await refresh.answer(.init(person: priya.id, source: "fake"))
        #expect(await !refresh.ask(about: priya.id, refreshes: [:], olderThan: 60))
        portal.wait(PersonRefresh.pause)
        #expect(await refresh.ask(about: priya.id, refreshes: [:], olderThan: 60))
        let home = try await portal.browse(as: "priya") { try await $0.get("/") }
        #expect(home.status == .ok)
    }
}
