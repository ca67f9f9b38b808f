import Core
import Foundation
import HTTPTypes
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("Translated pages")
struct PseudoLocaleTests {
    /// English, in brackets: what stands on a page without them is not from a catalogue.
    private static let pseudo: @Sendable (Language) -> Words = { _ in
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/App/Assets/Languages/en.txt")
        do {
            let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
            let marked = lines.map { line -> String in
                let parts = line.split(separator: " = ", maxSplits: 1)
                let isMarked = parts.count == 2 && !line.hasPrefix("#") && parts[0] != "months"
                return isMarked ? "\(parts[0]) = ⟦\(parts[1])⟧" : String(line)
            }
            let catalogue = try Catalogue(Array(marked.joined(separator: "\n").utf8))
            return Words(.english, catalogue, source: catalogue)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// What badges, people and the issuer say, and names that are the same in every language.
    private static let ours: Set<String> = [
        "Acme & Söhne", "Acme 🏅", "Talk 🏅", "Can do it.", "Do it.", "A picture", "laurel.test", "http://laurel.test",
        "1", "talk", "PNG", "SVG", "PDF", "ZIP", "3.0, JWT", "3.0, JSON", "2.0, JWS", "2.0, JSON", "UTC", "priya",
        "tomas",
        "Markdown.",
        "a demo person", "code", "fake", "Fake source", "/badges/", "administrator", "designer",
    ]

    private static func foreign(_ html: String, _ known: Set<String>) -> [String] {
        let body = html.replacing(/<(?:code|time|b)\b[^>]*>[^<]*<\/(?:code|time|b)>/, with: "")
            .replacing(/<(?:span|p|pre) [^>]*lang="en"[^>]*>[^<]*<\/(?:span|p|pre)>/, with: "")
            .replacing(/<span class="avatar[^>]*>[^<]*<\/span>/, with: "")
        let texts = body.matches(of: />([^<]+)</).map { String($0.output.1) }
        let spoken = body.matches(of: /\s(?:aria-label|alt|placeholder|data-done|data-label)="([^"]+)"/)
            .map { String($0.output.1) }
        return (texts + spoken).map { $0.replacing("&amp;", with: "&").trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { text in
                !text.contains("⟦") && !text.contains("⟧") && text.contains { $0.isLetter && $0.isASCII }
                    && !known.contains(text) && !text.hasPrefix("http://laurel.test/") && Award.ID(uuid: text) == nil
                    && EmailAddress(text) == nil
            }
    }

    @Test("hold nothing that is not from a catalogue, for strangers")
    func strangers() async throws {
        let portal = try await TestPortal(words: Self.pseudo)
        let award = try await portal.give(portal.badge("talk", name: "Talk 🏅"), to: portal.person("priya"))
        let late = try await portal.give(
            portal.badge("late", name: "Talk 🏅"),
            to: portal.person("priya"),
            expires: portal.now + 1
        )
        portal.wait(2)
        let pages = [
            "/login", "/login?return_to=/settings", "/awards/\(award)", "/awards/\(late)", "/nothing-here",
            "/mail/stop/x",
        ]
        try await portal.browse { browser async throws in
            for path in pages {
                let known = Self.ours.union(try Self.demoPeople()).union(["late"])
                let foreign = Self.foreign(try await browser.get(path).text, known)
                #expect(foreign.isEmpty, "\(path): \(foreign)")
            }
            let language = Self.foreign(
                try await browser.get("/language").text,
                Self.ours.union(Language.allCases.map(\.name))
            )
            #expect(language.isEmpty, "/language: \(language)")
        }
    }

    @Test("hold nothing that is not from a catalogue, for people who are signed in")
    func signedIn() async throws {
        let portal = try await TestPortal(words: Self.pseudo)
        try await portal.badge("talk", name: "Talk 🏅")
        try await portal.browse(as: "aiko") { browser async throws in
            let known = Self.ours.union(try Self.demoPeople()).union(Language.allCases.map(\.name)).union(["demo"])
            let award = try await portal.give(portal.badge("code"), to: portal.person("priya"))
            let pages = [
                "/settings", "/award", "/award/list", "/admin", "/admin/people", "/admin/people/merge", "/admin/awards",
                "/admin/awards/\(award)", "/admin/issuers", "/admin/keys", "/admin/jobs", "/admin/audit",
                "/admin/audit?action=badge.created", "/admin/plugins", "/admin/theme", "/design", "/design/new",
                "/design/talk", "/design/code", "/design/code/holders", "/design/talk/holders",
                "/design/code/holders/\(award)",
            ]
            for path in pages {
                let foreign = Self.foreign(try await browser.get(path).text, known)
                #expect(foreign.isEmpty, "\(path): \(foreign)")
            }
            let fields = ["badge": "talk", "text": "aiko@laurel.example\nnobody\naiko@laurel.example"]
            try await browser.get("/award/list")
            let list = try #require(try await browser.post("/award/list", fields).location)
            let foreign = Self.foreign(try await browser.get(list).text, known.union(["nobody"]))
            #expect(foreign.isEmpty, "list: \(foreign)")
        }
    }

    @Test("hold nothing that is not from a catalogue, for members with a badge")
    func members() async throws {
        let portal = try await TestPortal(words: Self.pseudo)
        let badge = try await portal.badge("talk", name: "Talk 🏅", tags: ["🐍"])
        try await portal.badge("late", name: "Talk 🏅", needs: [TestPortal.python], tags: ["ענן"])
        let award = try await portal.give(badge, to: portal.person("priya"), expires: portal.now + 900_000)
        try await portal.portal.keyring.prepare(by: .commandLine, at: portal.now)
        try await portal.browse(as: "priya") { browser async throws in
            let known = Self.ours.union(try Self.demoPeople()).union([
                "https://acme.example", "Open Badges 3.0", "2.0", ",", "RSA-2048", "Ed25519", "Teams",
                "Viva Engage", "ZIP", "Fake source", "1, Priya Raman | Acme & Söhne", "Priya Raman: Talk 🏅",
                "Talk 🏅 | Acme & Söhne", "priya | Acme & Söhne",
            ])
            let keys = Set(try await portal.portal.keyring.stored().keys.map(\.id.rawValue))
            func look(_ path: String) async throws {
                let foreign = Self.foreign(try await browser.get(path).text, known.union(keys))
                #expect(foreign.isEmpty, "\(path): \(foreign)")
            }
            for path in ["/welcome", "/issuer", "/settings/addresses"] { try await look(path) }
            try await browser.post("/claims")
            for path in ["/badges", "/badges?level=1&q=x", "/search?q=talk", "/search?q=🏅none"] { try await look(path) }
            for path in ["/me/profile", "/me/collections/new", "/me/awards/\(award)", "/awards/\(award)/embed"] {
                try await look(path)
            }
            let collection = try #require(try await browser.post("/me/collections/new", ["title": "1"]).location)
            for path in [collection, "/me\(collection)"] { try await look(path) }
            let person = try await portal.person("priya", name: "priya")
            try await look("/people/\(person.id)")
            try await browser.post("/me/awards/\(award)/visibility", ["visibility": "owner"])
            try await look("/me/awards/\(award)?saved=1")
        }
    }

    private static func demoPeople() throws -> [String] {
        let people = try TestPortal.demoPeople().identityProviders.compactMap { $0 as? any PickAPerson }.flatMap(
            \.people
        )
        return people.flatMap { [$0.name, $0.note] }
    }
}
