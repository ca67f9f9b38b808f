import Core
import Foundation
import HTTPTypes
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("Erasing an account")
struct ErasureTests {
    private static let name = "Priya שלום 🏅"

    /// Priya holds a badge that was awarded with words about her.
    private static func world() async throws -> (TestPortal, Person, Award.ID) {
        let portal = try await TestPortal(baseURL: "https://laurel.test")
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        let priya = try await portal.person("priya", name: name)
        let badge = try await portal.badge("talk", name: "Talk 🐍 <b>")
        let award = try await portal.give(badge, to: priya, narrative: "Priya 🏅 spoke.")
        return (portal, priya, award)
    }

    private static func addresses(of award: Award.ID) -> [String] {
        [
            "/awards/\(award)", "/awards/\(award)/image.png", "/awards/\(award)/image.svg", "/awards/\(award)/card.png",
            "/awards/\(award)/preview.png", "/awards/\(award)/certificate.pdf", "/awards/\(award)/embed",
            "/awards/\(award)/share/teams", "/ob/v2/assertions/\(award)", "/ob/v2/assertions/\(award).jws",
            "/ob/v3/credentials/\(award)", "/ob/v3/credentials/\(award).jwt",
        ]
    }

    @Test("explains what goes and what stays, offers everything to take along, and does nothing without the tick")
    func unsure() async throws {
        let (portal, priya, _) = try await Self.world()
        try await portal.browse(as: "priya") { browser async throws in
            #expect(try await browser.get("/settings").text.contains("href=\"/settings/erasure\""))
            let page = try await browser.get("/settings/erasure")
            #expect(page.status == .ok && page.text.contains("href=\"/me/badges.zip\""))
            #expect(page.text.contains("there is no badge here") && page.text.contains("What stays names nobody"))
            for fields in [[:], ["sure": ""], ["sure": "no"]] {
                let answer = try await browser.post("/settings/erasure", fields)
                #expect(answer.status == .unprocessableContent && answer.text.contains("Tick the box first"))
            }
            #expect(try await browser.post("/settings/erasure", ["sure": "on"], token: "x").status == .forbidden)
            #expect(try await browser.get("/settings").status == .ok)
        }
        #expect(try await portal.database.people.person(priya.id).deactivatedAt == nil)
    }

    @Test("ends every page about the badges as if they had never been, also those that were made before")
    func pages() async throws {
        let (portal, priya, award) = try await Self.world()
        let nobody = Award.ID(UUID())
        let types: [HTTPFields] = [
            [:], [.accept: "text/html"], [.accept: "application/ld+json"], [.accept: "application/json"],
            [.accept: "application/vc+jwt"],
        ]
        try await portal.browse { stranger async throws in
            for address in Self.addresses(of: award) {
                #expect(try await stranger.get(address).status != .notFound, "\(address)")
            }
            try await portal.browse(as: "priya") { browser async throws in
                try await browser.get("/settings/erasure")
                let done = try await browser.post("/settings/erasure", ["sure": "on"])
                #expect(done.location == "/erased")
                #expect(done.cookies.contains { $0.contains("laurel-session=;") })
                #expect(try await browser.get("/erased").text.contains("Your account is closed"))
                #expect(try await browser.get("/settings").location?.hasPrefix("/login") == true)
            }
            for (address, unknown) in zip(Self.addresses(of: award), Self.addresses(of: nobody)) {
                #expect(try await stranger.get(address).status == .notFound, "\(address)")
                for type in types {
                    let (answer, other) = (try await stranger.get(address, type), try await stranger.get(unknown, type))
                    #expect(
                        answer.status == other.status
                            && answer.location == other.location?.replacing("\(nobody)", with: "\(award)")
                    )
                    #expect(
                        !answer.text.contains("Priya") && answer.headers[.contentType] == other.headers[.contentType]
                    )
                }
            }
            #expect(try await stranger.get("/people/\(priya.id)").text.contains("Priya") == false)
        }
        try await portal.browse(as: "tomas") { colleague async throws in
            for address in Self.addresses(of: award) {
                #expect(try await colleague.get(address).status == .notFound, "\(address)")
            }
            #expect(try await colleague.get("/people/\(priya.id)").status == .notFound)
            #expect(try await !colleague.get("/search?q=Priya").text.contains("Priya שלום"))
        }
    }

    @Test("keeps the place in the status list, and shows nobody's name to those who look after badges")
    func staff() async throws {
        let (portal, priya, award) = try await Self.world()
        let revocation = Revocation(at: portal.now, reason: "Priya asked 🐍")
        try await portal.database.awards.revoke(award, revocation, by: .commandLine)
        let before = try await portal.database.proofs.proof(of: award)
        try await portal.database.accounts.erase(priya.id, by: .commandLine, at: portal.now)
        #expect(try await portal.database.proofs.proof(of: award) == before)
        #expect(try await portal.database.proofs.revokedPlaces(in: before.list) == [before.place])
        try await portal.browse(as: "aiko") { browser async throws in
            let list = try await browser.get("/ob/v2/revocations").text
            #expect(list.contains(award.rawValue) && !list.contains("Priya"))
            let pages = [
                "/admin/awards", "/admin/awards/\(award)", "/design/talk/holders", "/admin/audit", "/admin/people",
                "/admin/audit.csv", "/design/talk/holders.csv",
            ]
            for page in pages { #expect(try await !browser.get(page).text.contains("Priya"), "\(page)") }
            #expect(try await browser.get("/design/talk/holders").text.contains("Somebody who was erased"))
            #expect(try await browser.get("/admin/audit?action=person.erased").text.contains(priya.id.rawValue))
            _ = try await browser.post("/language", ["language": "de"])
            #expect(
                try await browser.get("/admin/awards/\(award)").text.contains("Jemand, dessen Konto gelöscht wurde")
            )
        }
    }

    @Test("lets the same person begin again with nothing")
    func again() async throws {
        let (portal, priya, award) = try await Self.world()
        try await portal.database.accounts.erase(priya.id, by: .person(priya.id), at: portal.now)
        try await portal.browse(as: "priya") { browser async throws in
            let home = try await browser.get("/").text
            #expect(!home.contains("Talk 🐍") && !home.contains(award.rawValue))
            #expect(try await browser.get("/me/awards/\(award)").status == .notFound)
        }
        let new = try await portal.person("priya")
        #expect(new.id != priya.id && new.roles.isEmpty)
    }

    @Test("is done by administrators on somebody's behalf, of open and closed accounts, and never by colleagues")
    func behalf() async throws {
        let (portal, priya, award) = try await Self.world()
        let left = try await portal.person("left")
        try await portal.database.accounts.close(left.id, by: .commandLine, at: portal.now)
        try await portal.browse(as: "tomas") { browser async throws in
            try await browser.get("/settings")
            let answer = try await browser.post("/admin/people/\(priya.id)/erasure", ["sure": "on"])
            #expect(answer.status == .forbidden)
            #expect(try await browser.get("/admin/people/\(priya.id)/erasure").status == .forbidden)
        }
        try await portal.browse(as: "aiko") { browser async throws in
            let page = try await browser.get("/admin/people/\(priya.id)/erasure").text
            #expect(page.contains("asked for this by \(Self.name)") && page.contains("What stays names nobody"))
            #expect(try await browser.post("/admin/people/\(priya.id)/erasure").status == .unprocessableContent)
            for person in [priya, left] {
                let done = try await browser.post("/admin/people/\(person.id)/erasure", ["sure": "on"])
                #expect(done.location == "/admin/people")
                let again = try await browser.post("/admin/people/\(person.id)/erasure", ["sure": "on"])
                #expect(again.status == .notFound)
            }
            #expect(try await browser.get("/awards/\(award)").status == .notFound)
            try await browser.post("/admin/people/\(priya.id)/erasure", ["sure": "on"])
            let seventh = try await browser.post("/admin/people/\(priya.id)/erasure", ["sure": "on"])
            #expect(seventh.status == .tooManyRequests)
        }
    }

    @Test("is refused to the last administrator, in plain words")
    func last() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "aiko") { browser async throws in
            try await browser.get("/settings/erasure")
            let answer = try await browser.post("/settings/erasure", ["sure": "on"])
            #expect(answer.status == .conflict && answer.text.contains("Somebody must remain administrator."))
            #expect(try await browser.get("/settings").status == .ok)
        }
    }
}
