import Core
import Foundation
import HTTPTypes
import Hummingbird
import OpenBadges
import Storage
import Testing

@testable import App

/// Every page that the portal has a route for, as a stranger, a member and an administrator see it.
@Suite("Every page")
struct EveryPageTests {
    /// Pages that are not translated yet.
    ///
    /// Nothing is added here: what is new speaks all languages from the start.
    private static let untranslated: [String] = []

    /// Pages that name actions and settings as programs do, and the one for developers.
    private static let technical = ["/admin/audit", "/admin/plugins", "/styleguide"]

    /// Routes that need a provider or a handle that no sample has; their error pages are looked at.
    private static let unseen: Set<String> = [
        "/break-glass/:token", "/login/:provider", "/login/:provider/callback", "/mail/stop/:token", "/artwork.svg",
        "/pictures/:id", "/award/list/:id", "/award/list/:id/problems.csv", "/import/badges/:id/original",
    ]

    /// What badges, people and the issuer say, and names that are the same in every language.
    private static let data: Set<String> = [
        "Acme & Söhne", "Acme 🏅", "python", "Fake source", "fake", "demo", "late", "<b>", "/badges/", "Talk 🏅",
        "Late 🏅", "Can do it.", "Do it.", "A picture", "laurel.test", "Told it.",
        "Gone away", "Back again", "About me", "Together", "Python", "Azure", "Fake", "Elsewhere & Co", "Flies",
        "שלום", "Cloud", "elsewhere.example", "priya", "aiko", "a demo person", "talk", "Kept", "learn.example",
        "Data storytelling",
        "Aiko Tanaka",
        "PNG", "SVG", "PDF", "ZIP", "JSON", "JWT", "JWS", "CSV", "UTC", "Markdown", "Open Badges", "HTML", "RSA-2048",
        "Ed25519", "Viva Engage", "LinkedIn", "Teams", "GET", "and",
    ]

    private struct World {
        var values: [String: String] = [:]
        var award = ""
        var keys: Set<String> = []
    }

    @Test("holds nothing that is not from a catalogue", arguments: [nil, "priya", "aiko"])
    func translated(viewer: String?) async throws {
        let portal = try await TestPortal(mailer: MailTests.FakeMailer(), words: PseudoLocale.words)
        let world = try await Self.world(portal)
        let routes = portal.portal.router.routes.filter { $0.method == .get }.map(Self.name).sorted()
        #expect(routes.count > 60)
        let texts = UntranslatedTexts(data: try Self.known().union(world.keys))
        try await portal.browse { browser in
            if let viewer { try await browser.signIn(viewer) }
            for route in routes where route != "/logout" && !route.isEmpty {
                let path = Self.path(route, world)
                let answer = try await browser.get(path)
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true, !Self.isUntranslated(route) else {
                    continue
                }
                let found = texts.texts(in: answer.text)
                #expect(found.isEmpty, "\(path) (\(answer.status.code)): \(found)")
            }
        }
    }

    @Test("is seen by somebody")
    func seen() async throws {
        let portal = try await TestPortal(mailer: MailTests.FakeMailer())
        let world = try await Self.world(portal)
        let routes = portal.portal.router.routes.filter { $0.method == .get }.map(Self.name)
        var missing = Set(routes).subtracting(Self.unseen).subtracting(["/logout", ""])
        for viewer in ["priya", "aiko"] {
            let left = missing
            missing = try await portal.browse(as: viewer) { browser in
                var unseen: Set<String> = []
                for route in left.sorted() {
                    let status = try await browser.get(Self.path(route, world)).status
                    if status.code >= 400 && !Self.isUntranslated(route) { unseen.insert(route) }
                }
                return unseen
            }
        }
        let pages = missing.filter { !$0.hasPrefix("/ob/") && !$0.hasPrefix("/health") && !$0.hasPrefix("/saml") }
        #expect(pages.isEmpty, "give these a sample: \(pages.sorted())")
    }

    private static func isUntranslated(_ route: String) -> Bool {
        (untranslated + technical).contains { route == $0 || route.hasPrefix("\($0)/") }
    }

    private static func known() throws -> Set<String> {
        let providers = try TestPortal.demoPeople().identityProviders.compactMap { $0 as? any PickAPerson }
        let people = providers.flatMap(\.people).flatMap { [$0.name, $0.note] }
        return data.union(people).union(Language.allCases.map(\.name))
    }

    private static let ofAwards = ["/awards", "/me/awards", "/admin/awards", "/design/:slug/holders"]

    /// `/badges/:slug`.
    private static func name(_ route: Router<PortalContext>.RouteDescription) -> String {
        route.path.description.replacing("{", with: ":").replacing("}", with: "")
    }

    /// The route with values in the place of its parameters.
    private static func path(_ route: String, _ world: World) -> String {
        if let whole = world.values[route] { return whole }
        let parts = route.split(separator: "/").map { part -> String in
            guard part.first == ":" else { return String(part) }
            let name = part.filter(\.isLetter)
            return world.values[name] ?? (ofAwards.contains { route.hasPrefix($0) } ? world.award : "1")
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func world(_ portal: TestPortal) async throws -> World {
        let badge = try await portal.badge("talk", name: "Talk 🏅", needs: [TestPortal.python], tags: ["🐍"])
        let late = try await portal.badge("late", name: "Late 🏅", needs: [TestPortal.python, TestPortal.azure])
        let priya = try await portal.person("priya")
        let award = try await portal.give(badge, to: priya, narrative: "Told it.", expires: portal.now + 900_000)
        try await portal.database.awards.claim(award, by: priya.id, at: portal.now)
        let revoked = try await portal.give(late, to: priya)
        try await portal.database.awards.revoke(
            revoked,
            Revocation(at: portal.now, reason: "Gone away"),
            by: .commandLine
        )
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        try await portal.database.sharing.save(
            Profile(person: priya.id, about: "About me", visibility: .link),
            at: portal.now
        )
        let collection = BadgeCollection(
            id: ID(UUID()),
            person: priya.id,
            title: "Together",
            visibility: .link,
            awards: [award]
        )
        try await portal.database.sharing.save(collection, at: portal.now)
        var world = World(award: award.rawValue)
        world.values = [
            "slug": "talk", "provider": "demo", "target": "linkedin-profile", "file": "portal.css", "version": "1",
            "/people/:id": "/people/\(priya.id)", "/collections/:id": "/collections/\(collection.id)",
            "/me/collections/:id": "/me/collections/\(collection.id)", "/search": "/search?q=talk",
        ]
        world.keys = Set(try await portal.portal.keyring.stored().keys.map(\.id.rawValue))
        try await elsewhere(portal, &world)
        let left = try await portal.person("left", name: "שלום")
        try await portal.database.accounts.close(left.id, by: .commandLine, at: portal.now)
        for suffix in ["", "/erasure"] {
            world.values["/admin/people/:id\(suffix)"] = "/admin/people/\(left.id)\(suffix)"
        }
        return world
    }

    /// A badge that was checked, one that is being imported, one that is kept.
    private static func elsewhere(_ portal: TestPortal, _ world: inout World) async throws {
        var report = BadgeReport.sample(.valid)
        report.checks = [CheckResult(.issuer, .passed, "It comes from an address that is the issuer's.")]
        portal.elsewhere.finds(report)
        let token = try await portal.browse { browser in
            try await browser.get("/verify")
            return try await browser.post("/verify", ["text": "https://elsewhere.example/1"]).location ?? ""
        }
        let (check, kept) = try await portal.browse(as: "priya") { browser in
            try await browser.get("/import")
            let check = try await browser.post("/import", ["text": "https://elsewhere.example/1"]).location ?? ""
            try await browser.get("/import/links")
            let link = ["link": "https://learn.example/kept", "title": "Kept"]
            return (check, try await browser.post("/import/links", link).location ?? "")
        }
        await portal.portal.badgeChecks.answerAll()
        let person = world.values["/people/:id"] ?? ""
        let badge = kept.split(separator: "?").first.map(String.init) ?? ""
        for suffix in ["", "/picture", "/report.json"] {
            world.values["/verify/:token\(suffix)"] = token + suffix
            world.values["/import/checks/:token\(suffix)"] = check + suffix
        }
        world.values["/verify/:token/comparison"] = "\(token)/comparison"
        for suffix in ["", "/picture", "/original"] { world.values["/import/badges/:id\(suffix)"] = badge + suffix }
        let name = badge.split(separator: "/").last ?? ""
        for suffix in ["", "/picture"] {
            world.values["/people/:id/elsewhere/:badge\(suffix)"] = "\(person)/elsewhere/\(name)\(suffix)"
        }
    }
}
