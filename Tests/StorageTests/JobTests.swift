import Contracts
import Core
import Foundation
import Testing

@testable import Storage

@Suite("Jobs")
struct JobTests {
    private static let now = Date(milliseconds: 1_772_438_400_000)

    private static func add(_ key: String, _ owner: TemporaryDatabase, due: Date = now) async throws -> Bool {
        try await owner.portal.jobs.add("mail", payload: #"{"to":"🏅"}"#, key: key, due: due, at: now)
    }

    private static func claim(_ owner: TemporaryDatabase, at date: Date = now) async throws -> JobLease? {
        try await owner.portal.jobs.claim(["mail", "other"], at: date, until: date + 60)
    }

    @Test("are added once for each key, and done once", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        #expect(try await Self.add("a", owner))
        #expect(try await !Self.add("a", owner))
        let lease = try #require(try await Self.claim(owner))
        #expect(lease.job.kind == "mail" && lease.job.attempts == 1 && lease.job.payload == #"{"to":"🏅"}"#)
        #expect(try await Self.claim(owner) == nil)
        try await owner.portal.jobs.report(Job.Progress(done: 3, total: 7), lease, until: Self.now + 60)
        #expect(try await owner.portal.jobs.jobs(.running, limit: 9).first?.progress == Job.Progress(done: 3, total: 7))
        try await owner.portal.jobs.finish(lease, at: Self.now)
        #expect(try await owner.portal.jobs.counts() == [.done: 1])
        #expect(try await Self.claim(owner, at: Self.now + 3600) == nil)
    }

    @Test("of many are each claimed by one of many", arguments: Engine.allCases)
    func together(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        for number in 0..<20 { _ = try await Self.add("\(number)", owner) }
        let claimed = try await withThrowingTaskGroup(of: JobLease?.self) { group in
            for _ in 0..<30 { group.addTask { try await Self.claim(owner) } }
            return try await group.reduce(into: [Job.ID]()) { ids, lease in if let lease { ids.append(lease.job.id) } }
        }
        #expect(claimed.count == 20 && Set(claimed).count == 20)
    }

    @Test("of a process that was killed are given to another, and the first cannot report", arguments: Engine.allCases)
    func takenOver(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        _ = try await Self.add("a", owner)
        let first = try #require(try await Self.claim(owner))
        let second = try #require(try await Self.claim(owner, at: Self.now + 61))
        #expect(second.job.id == first.job.id && second.job.attempts == 2)
        await #expect(throws: JobError.leaseLost) { try await owner.portal.jobs.finish(first, at: Self.now) }
        try await owner.portal.jobs.finish(second, at: Self.now)
    }

    @Test(
        "wait after a failure, die after too many, and an administrator lets them run again",
        arguments: Engine.allCases
    )
    func dead(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        let jobs = owner.portal.jobs
        _ = try await Self.add("a", owner)
        var lease = try #require(try await Self.claim(owner))
        try await jobs.fail(lease, problem: "down", next: Self.now + 15, at: Self.now)
        #expect(try await Self.claim(owner, at: Self.now + 14) == nil)
        lease = try #require(try await Self.claim(owner, at: Self.now + 15))
        #expect(lease.job.problem == "down")
        try await jobs.fail(lease, problem: "down for good", next: nil, at: Self.now)
        #expect(try await Self.claim(owner, at: Self.now + 1e6) == nil)
        #expect(try await jobs.jobs(.dead, limit: 9).map(\.problem) == ["down for good"])
        try await jobs.retry(lease.job.id, by: .commandLine, at: Self.now)
        await #expect(throws: JobError.notFound) {
            try await jobs.retry(lease.job.id, by: .commandLine, at: Self.now)
        }
        #expect(try await Self.claim(owner)?.job.attempts == 1)
        #expect(try await owner.portal.audit.events(limit: 1).first?.action == .jobRetried)
    }

    @Test("carry each message of the outbox to each handler once", arguments: Engine.allCases)
    func outbox(engine: Engine) async throws {
        let owner = try await TemporaryDatabase(engine)
        try await owner.fixture.writeEverything()
        let messages = try await owner.fixture.outbox()
        let handlers: [String: Set<String>] = ["mail": ["award.issued"], "hook": Set(messages.map(\.kind))]
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask { try await owner.portal.jobs.distribute(handlers, limit: 100, at: Self.now) }
            }
            return try await group.reduce(0, +)
        }
        #expect(counts == messages.count && counts > 3)
        #expect(try await owner.fixture.outbox().isEmpty)
        let jobs = try await owner.portal.jobs.jobs(.waiting, limit: 100)
        #expect(jobs.filter { $0.kind == "deliver.hook" }.count == messages.count)
        #expect(jobs.filter { $0.kind == "deliver.mail" }.count == messages.filter { $0.kind == "award.issued" }.count)
    }

    @Test("are tried at growing distances, and not for ever")
    func distances() {
        let waits = (1...12).map { JobRetry.date(afterAttempt: $0, at: Self.now)?.timeIntervalSince(Self.now) }
        #expect(waits.prefix(4) == [15, 30, 60, 120])
        #expect(waits[10] == 15_360 && waits[11] == nil)
    }
}
