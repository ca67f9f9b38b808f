import Contracts
import Core
import HTTPTypes
import Testing

@testable import App

@Suite("System status")
struct SystemStatusTests {
    @Test("tells everybody what works, what does not and what that means, and nothing of what an administrator sees")
    func tells() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser in
            let page = try await browser.get("/status")
            #expect(page.status == .ok && page.text.contains("Everything works."))
            #expect(page.text.contains("Pages and badges") && page.text.contains("No trouble is known."))
            #expect(try await browser.get("/badges").text.contains("href=\"/status\""))
            portal.wait(600)
            await portal.source.change { $0.failure = .unauthorized("401 <b>🐍") }
            try await portal.sync()
            let never = try await browser.get("/status").text
            #expect(never.contains("Not everything works right now.") && never.contains("It does not answer."))
            await portal.source.change { $0.failure = nil }
            try await portal.sync()
            await portal.source.change { $0.failure = .unauthorized("401 <b>🐍") }
            portal.wait(600)
            try await portal.sync()
            let broken = try await browser.get("/status").text
            #expect(broken.contains("It last worked") && broken.contains("Progress is as old as that for everybody."))
            #expect(!broken.contains("401") && !broken.contains("Fake source") && !broken.contains("/admin"))
        }
    }

    @Test("lets the worst of several speak for all of its kind")
    func worst() throws {
        let part = try #require(SystemPart.all.first { $0.kind == .mail })
        func standing(_ state: IntegrationStanding.State) -> IntegrationStanding {
            IntegrationStanding(id: "m", name: "m", purpose: "", kind: .mail, state: state)
        }
        #expect(part.row([]) == nil)
        #expect(part.row([standing(.waiting), standing(.working)])?.result == .passed)
        #expect(part.row([standing(.working), standing(.slow), standing(.waiting)])?.result == .limited)
        #expect(part.row([standing(.slow), standing(.down)])?.result == .failed)
        #expect(part.row([standing(.waiting)])?.sentence == "No trouble is known.")
    }
}
