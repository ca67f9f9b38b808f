import HTTPTypes
import Testing

@testable import App

@Suite("Help, privacy and accessibility")
struct GuidesTests {
    @Test("answer everybody, and stand at the end of every page", arguments: ["/help", "/privacy", "/accessibility"])
    func answers(path: String) async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser in
            let page = try await browser.get(path)
            #expect(page.status == .ok && page.cookies.isEmpty)
            #expect(page.text.contains("Acme") && page.text.contains("href=\"/issuer\""))
            #expect(try await browser.get("/badges").text.contains("href=\"\(path)\""))
        }
    }

    @Test("know no part twice, and have words for each")
    func parts() {
        for guide in Guide.all {
            let phrases = [guide.title, guide.lead] + guide.parts.flatMap { [$0.title, $0.text] }
            #expect(Set(phrases).count == phrases.count && guide.parts.count >= 4)
        }
    }
}
