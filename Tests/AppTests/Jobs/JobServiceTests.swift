import Core
import Foundation
import HTTPTypes
import Storage
import Synchronization
import Testing

@testable import App

/// Delivers to nobody, and fails as it is told.
private final class FakeMessages: MessageHandler {
    let name: String
    let kinds: Set<String> = ["award.issued"]
    private let state = Mutex<(failure: DeliveryError?, keys: [String])>((nil, []))

    init(_ name: String = "fake", failure: DeliveryError? = nil) {
        self.name = name
        state.withLock { $0.failure = failure }
    }

    /// The keys of all attempts, in order.
    var keys: [String] { state.withLock { $0.keys } }
    func set(_ failure: DeliveryError?) { state.withLock { $0.failure = failure } }

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        let failure = state.withLock { state in
            state.keys.append(key)
            return state.failure
        }
        if let failure { throw failure }
    }
}

@Suite("Jobs and messages") struct JobServiceTests {
    private func service(
        _ portal: TestPortal,
        handlers: [any JobHandler] = [],
        messages: [any MessageHandler] = []
    ) -> JobService {
        JobService(
            jobs: portal.database.jobs,
            handlers: handlers,
            schedules: [],
            messages: messages,
            logger: TestPortal.logger,
            now: { portal.now }
        )
    }

    private func giveOne(_ portal: TestPortal) async throws {
        try await portal.give(try await portal.badge("git"), to: try await portal.person("priya"))
    }

    @Test("tell each receiver of an award, once")
    func once() async throws {
        let portal = try await TestPortal()
        try await giveOne(portal)
        let (mail, hook) = (FakeMessages("mail"), FakeMessages("hook"))
        let service = service(portal, messages: [mail, hook])
        await service.work()
        await service.work()
        #expect(mail.keys.count == 1 && hook.keys.count == 1)
        #expect(mail.keys.first?.hasPrefix("deliver.mail.") == true)
    }

    @Test("are tried again later with the same key, when a receiver is down")
    func later() async throws {
        let portal = try await TestPortal()
        try await giveOne(portal)
        let mail = FakeMessages("mail", failure: .later("It is down."))
        let service = service(portal, messages: [mail])
        await service.work()
        await service.work()
        #expect(mail.keys.count == 1)
        mail.set(nil)
        portal.wait(24 * 3600)
        await service.work()
        #expect(mail.keys.count == 2 && Set(mail.keys).count == 1)
        #expect(try await portal.database.jobs.counts()[.dead] == nil)
    }

    @Test("that can never arrive are shown to an administrator, who lets them run again")
    func dead() async throws {
        let portal = try await TestPortal()
        try await giveOne(portal)
        let mail = FakeMessages("mail", failure: .never("550 <b>No</b> such address 🏅"))
        let service = service(portal, messages: [mail])
        await service.work()
        mail.set(nil)
        try await portal.browse(as: "aiko") { browser in
            let page = try await browser.get("/admin/jobs")
            #expect(page.text.contains("1 failed, 0 running, 0 waiting."))
            #expect(page.text.contains("550 &lt;b&gt;No&lt;/b&gt; such address 🏅"))
            let action = try #require(page.text.firstMatch(of: #/action="(/admin/jobs/[^"]+/retry)"/#))
            let answer = try await browser.post(String(action.output.1))
            #expect(answer.status == .seeOther && answer.location == "/admin/jobs")
            #expect(try await browser.get("/admin/jobs").text.contains("0 failed, 0 running, 1 waiting."))
            await service.work()
            #expect(try await browser.get("/admin/jobs").text.contains("Nothing failed"))
        }
        #expect(mail.keys.count == 2)
        let events = try await portal.database.audit.events(limit: 50)
        #expect(events.contains { $0.action == .jobRetried })
    }

    @Test("show how far they are while they run")
    func progress() async throws {
        struct Long: JobHandler {
            let kind = "long"
            let portal: TestPortal

            func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
                try await report(Job.Progress(done: 3, total: 7))
                try await portal.browse(as: "aiko") { browser in
                    let page = try await browser.get("/admin/jobs")
                    #expect(page.text.contains("3 of 7"))
                }
            }
        }
        let portal = try await TestPortal()
        _ = try await portal.database.jobs.add("long", payload: "{}", key: "1", due: portal.now, at: portal.now)
        await service(portal, handlers: [Long(portal: portal)]).work()
        #expect(try await portal.database.jobs.counts() == [.done: 1])
    }

    @Test("are for administrators only, and a job that is not there is a 404")
    func access() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "priya") { browser in
            let (page, retry) = (try await browser.get("/admin/jobs"), try await browser.post("/admin/jobs/x/retry"))
            #expect(page.status == .forbidden)
            #expect(retry.status == .forbidden)
        }
        try await portal.browse(as: "aiko") { browser in
            let answer = try await browser.post("/admin/jobs/🏅/retry")
            #expect(answer.status == .notFound)
        }
    }
}
