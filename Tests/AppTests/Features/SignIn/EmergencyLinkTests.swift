import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("The emergency link")
struct EmergencyLinkTests {
    private func link(_ portal: SignInPortal, _ email: String) async throws -> String {
        let token = RandomToken.make()
        let address = try #require(EmailAddress(email))
        let now = portal.clock.now()
        _ = try await portal.portal.database.signIns.makeEmergencyLink(
            TokenHash(of: token),
            for: address,
            until: now + EmergencyLink.lifetime,
            at: now
        )
        return "/break-glass/\(token)"
    }

    @Test("signs an administrator in once, when the button is pressed, and is written down")
    func once() async throws {
        try await SignInPortal.run { portal, client async throws in
            let path = try await link(portal, "root@acme.example")
            let browser = TestBrowser(client)
            #expect(try await browser.get(path).status == .ok)
            #expect(try await browser.post(path, from: path).location == "/admin")
            #expect(try await browser.get("/admin").status == .ok)
            #expect(try await TestBrowser(client).post(path, from: path).status == .notFound)
            let actions = try await portal.portal.database.audit.events(limit: 10).map(\.action)
            #expect(actions.contains(.emergencyLinkMade) && actions.contains(.emergencyLinkUsed))
        }
    }

    @Test("is over after ten minutes, and when a newer one is made")
    func over() async throws {
        try await SignInPortal.run { portal, client async throws in
            let first = try await link(portal, "root@acme.example")
            let second = try await link(portal, "root@acme.example")
            let browser = TestBrowser(client)
            #expect(try await browser.post(first, from: first).status == .notFound)
            portal.clock.move(EmergencyLink.lifetime)
            #expect(try await browser.post(second, from: second).status == .notFound)
        }
    }

    @Test("is made for administrators only, and needs a form of ours")
    func forbidden() async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada", ["ada@acme.example"])
            let browser = TestBrowser(client)
            _ = try await browser.get(try await browser.beginning())
            await #expect(throws: PersonError.notAdministrator) { try await link(portal, "ada@acme.example") }
            let path = try await link(portal, "root@acme.example")
            #expect(try await TestBrowser(client).post(path, [:]).status == .forbidden)
            #expect(try await browser.get("/break-glass/x").status == .notFound)
        }
    }
}
