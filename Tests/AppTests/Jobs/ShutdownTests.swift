import Contracts
import Core
import Foundation
import ServiceLifecycleTestKit
import Storage
import Synchronization
import Testing

@testable import App

/// Says when a message arrived.
private struct Signal: MessageHandler {
    let name = "code"
    let kinds: Set<String> = ["award.issued"]
    let arrived: AsyncStream<Void>.Continuation

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) { arrived.yield() }
}

/// A job that is done when `body` is.
private struct Long: JobHandler {
    let kind = "long"
    let body: @Sendable () async throws -> Void

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws { try await body() }
}

@Suite("Urgent work and the end of a process") struct ShutdownTests {
    @Test("an urgent message is delivered while another job takes its time", .timeLimit(.minutes(5)))
    func urgent() async throws {
        let portal = try await TestPortal()
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let (ends, ended) = AsyncStream<Void>.makeStream()
        let long = Long {
            // It ends only when the message, which is posted while it runs, has arrived.
            try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
            for await _ in arrivals { break }
            ended.yield()
        }
        let service = JobService(
            jobs: portal.database.jobs,
            handlers: [long],
            schedules: [],
            messages: [Signal(arrived: arrived)],
            urgent: ["deliver.code", "deliver.nobody"],
            logger: TestPortal.logger,
            now: { portal.now },
            pause: .milliseconds(1)
        )
        _ = try await portal.database.jobs.add("long", payload: "{}", key: "1", due: portal.now, at: portal.now)
        try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await service.run() }
                for await _ in ends { break }
                trigger.triggerGracefulShutdown()
                try await group.waitForAll()
            }
        }
        #expect(try await portal.database.jobs.counts() == [.done: 2])
    }

    @Test("a synchronisation stops after its page, and the next one goes on there")
    func synchronisation() async throws {
        let portal = try await TestPortal()
        let facts = try (0..<5).map { try portal.progress(TestPortal.python, by: "p\($0)", percent: 9) }
        await portal.source.change { $0.facts = facts }
        let sync = portal.portal.sync
        _ = await testGracefulShutdown { trigger in
            await #expect(throws: CancellationError.self) {
                _ = try await sync.run(portal.source) { step in
                    if step.facts > 0 { trigger.triggerGracefulShutdown() }
                }
            }
        }
        let state = try await portal.database.learning.syncState(of: "fake")
        #expect(state.cursor == "2" && state.last == nil)
        #expect(try await portal.sync().facts == 3)
    }

    @Test("a list of awards stops after its batch, which counts as no attempt, and is finished later")
    func list() async throws {
        let portal = try await TestPortal()
        try await portal.badge("talk")
        for name in ["ana", "bo"] { _ = try await portal.person(name) }
        try await portal.browse(as: "tomas") { browser in
            try await browser.get("/award/list")
            let file = Array("ana@laurel.example\nbo@laurel.example\n".utf8)
            let answer = try await browser.upload("/award/list", ["badge": "talk", "text": ""], file: file, as: "file")
            try await browser.post("\(try #require(answer.location))/start")
        }
        await testGracefulShutdown { trigger in
            await service(portal) {
                trigger.triggerGracefulShutdown()
                return portal.now
            }
            .work()
        }
        #expect(try await portal.database.badges.badge(Slug("talk")).holders == 1)
        #expect(try await portal.database.jobs.jobs(.waiting, limit: 9).map(\.attempts) == [0])
        portal.wait(60)
        await service(portal) { portal.now }.work()
        #expect(try await portal.database.badges.badge(Slug("talk")).holders == 2)
    }

    /// Gives one badge after the other.
    private func service(_ portal: TestPortal, now: @escaping @Sendable () -> Date) -> JobService {
        let handler = AwardListHandler(
            lists: portal.database.lists,
            catalogue: portal.portal.catalogue,
            now: now,
            batch: 1
        )
        return JobService(
            jobs: portal.database.jobs,
            handlers: [handler],
            schedules: [],
            messages: [],
            logger: TestPortal.logger,
            now: { portal.now }
        )
    }
}
