import Core
import Foundation
import Storage
import Testing

@testable import App

@Suite("Deciding again") struct DecideAgainTests {
    @Test("gives a badge on the day for which its completion was announced")
    func announced() async throws {
        let portal = try await TestPortal()
        let priya = try await portal.person("priya")
        try await portal.badge("python", needs: [TestPortal.python])
        let day = portal.now + 9 * 24 * 3600
        let fact = ProgressFact(
            recordID: "r",
            activity: TestPortal.python.id,
            person: [try #require(PersonKey(.email, "priya@laurel.example"))],
            state: .completed,
            completedAt: day
        )
        try await portal.sync(fact)
        await portal.portal.jobService.work()
        #expect(try await portal.database.awards.awards(of: priya.id).isEmpty)
        portal.wait(9 * 24 * 3600)
        await portal.portal.jobService.work()
        #expect(try await portal.database.awards.awards(of: priya.id).map(\.award.issuedOn) == [day])
        #expect(try await portal.database.jobs.counts()[.dead] == nil)
    }

    @Test("does nothing about somebody who is not there, and nothing for a job that names nobody")
    func nobody() async throws {
        let portal = try await TestPortal()
        let handler = DecideAgain(awarding: portal.portal.awarding)
        let jobs = portal.database.jobs
        func job(_ payload: String) async throws -> Job {
            _ = try await jobs.add(DecideAgainJob.kind, payload: payload, key: payload, due: portal.now, at: portal.now)
            let lease = try await jobs.claim([DecideAgainJob.kind], at: portal.now, until: portal.now + 60)
            return try #require(lease).job
        }
        try await handler.run(try await job(#"{"person":"🐍"}"#)) { _ in }
        let empty = try await job("{}")
        await #expect(throws: DeliveryError.self) { try await handler.run(empty) { _ in } }
    }
}
