import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import OpenBadges
import Storage

@testable import App

/// A whole portal with one badge and one award, on a database of its own.
final class BadgePortal: Sendable {
    static let base = "https://badges.acme.example"
    static let now = Date(timeIntervalSince1970: 1_772_438_400)
    static let award: Award.ID = "6f1c2f80-0000-4000-8000-00000000000a"

    let folder: URL
    let database: PortalDatabase
    let keyring: Keyring
    let portal: Portal

    init(_ content: BadgeContent = BadgePortal.content("Git 🏅"), status: StatusMethod = .bitstring) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        let logger = Logger(label: "test")
        database = try PortalDatabase.open(url: "sqlite:\(folder.path)/laurel.sqlite", logger: logger)
        _ = try await database.migrate(at: Self.now)
        let issuer = Issuer(id: "acme", name: "Acme 🏔️", email: EmailAddress("badges@acme.example"))
        try await database.badges.save(issuer, by: .commandLine, at: Self.now)
        keyring = Keyring(store: database.proofs, master: MasterKey())
        try await keyring.prepare(by: .commandLine, at: Self.now)
        let site = Site(baseURL: Self.base, organisation: "Acme", assets: Assets.builtIn, now: { Self.now })
        portal = Portal(
            site: site,
            database: database,
            contributions: Contributions(),
            keyring: keyring,
            credentialStatus: status,
            verifier: FakeVerifier(),
            fetcher: FakeVerifier(),
            messages: [],
            logger: logger
        )
        try await fill(content)
    }

    deinit {
        do {
            try database.close()
            try FileManager.default.removeItem(at: folder)
        } catch {
            Logger(label: "test").error("the test database was not removed", metadata: ["error": "\(error)"])
        }
    }

    static func content(_ name: String, picture: BadgePicture? = nil) -> BadgeContent {
        BadgeContent(
            name: name,
            description: "Can do it. שלום",
            criteria: "Do it.",
            picture: picture ?? .artwork(.proposed(for: "git"))
        )
    }

    private func fill(_ content: BadgeContent) async throws {
        let new = NewBadge(id: "git", slug: try Slug("git"), issuer: "acme", content: content)
        _ = try await database.badges.create(new, by: .commandLine, at: Self.now)
        _ = try await database.badges.set(.published, of: new.slug, by: .commandLine, at: Self.now)
        let identity = ExternalIdentity(provider: "test", subject: "ada")
        let emails = [EmailAddress("ada@acme.example")].compactMap(\.self)
        let person = try await database.people.signIn(
            Subject(identity: identity, name: "Ada", emails: emails),
            at: Self.now
        )
        let award = Award(id: Self.award, badge: "git", badgeVersion: 1, person: person.id, issuedOn: Self.now)
        try await database.awards.give(award, by: .commandLine)
    }

    func revoke() async throws {
        let revocation = Revocation(at: Self.now, reason: "A mistake 🙈")
        try await database.awards.revoke(Self.award, revocation, by: .commandLine)
    }

    func suspend() async throws {
        try await database.awards.suspend(Self.award, Suspension(at: Self.now, reason: "Why 🔍"), by: .commandLine)
    }

    /// Answers one request.
    func get(_ path: String, accept: String? = nil, _ more: HTTPFields = [:]) async throws -> TestResponse {
        let headers = HTTPFields(more + (accept.map { [HTTPField(name: .accept, value: $0)] } ?? []))
        return try await Application(router: portal.router).test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: headers)
        }
    }
}

extension TestResponse {
    var bytes: [UInt8] { Array(buffer: body) }
    var text: String { String(buffer: body) }
    var json: [String: any Sendable] {
        get throws { try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: any Sendable] ?? [:] }
    }
}
