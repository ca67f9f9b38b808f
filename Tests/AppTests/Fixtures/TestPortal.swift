import Contracts
import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import OpenBadges
import Storage
import Synchronization
import Testing

@testable import App

/// A whole portal with a database of its own, a clock that stands still and a learning system that does as it is told.
final class TestPortal: Sendable {
    /// Silent, but it keeps metadata: the number of a request is in there.
    static let logger = Logger(label: "test") { label in
        var handler = StreamLogHandler.standardError(label: label)
        handler.logLevel = .critical
        return handler
    }
    /// A morning in November 2026, UTC.
    static let start = Date(timeIntervalSince1970: 1_795_435_200)
    static let python = ActivityRef(source: "fake", id: "python")
    static let azure = ActivityRef(source: "fake", id: "azure")

    let portal: Portal
    let source: FakeBadgeSource
    let elsewhere = FakeVerifier()
    let issuer = Issuer(id: ID(UUID()), name: "Acme 🏅", url: URL(string: "https://acme.example"))
    private let folder: URL
    private let clock: ManualClock
    private let make: @Sendable (PortalDatabase) -> Portal

    init(
        baseURL: String = "http://laurel.test",
        pushes: [any BadgeSource] = [],
        trustedProxies: Set<String> = [],
        directories: [any DirectorySync] = [],
        messages: [any MessageHandler] = [],
        mailer: (any Mailer)? = nil,
        isDemo: Bool = true,
        plugins: PluginBoard = PluginBoard(),
        symbols: SymbolLibrary = SymbolLibrary(),
        words: @escaping @Sendable (Language) -> Words = { Words.in($0) }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        let database = try PortalDatabase.open(url: "sqlite:\(folder.path)/laurel.sqlite", logger: Self.logger)
        _ = try await database.migrate(at: Self.start)
        try await database.badges.save(issuer, by: .commandLine, at: Self.start)
        source = FakeBadgeSource(activities: [
            Activity(
                ref: Self.python,
                kind: .course,
                title: "Python 🐍",
                link: URL(string: "https://learn.example/python")
            ),
            Activity(ref: Self.azure, kind: .path, title: "Azure <b>"),
        ])
        let clock = ManualClock(Self.start)
        self.clock = clock
        let site = Site(
            baseURL: baseURL,
            organisation: "Acme & Söhne",
            assets: Assets.builtIn,
            now: { clock.now },
            trustedProxies: trustedProxies,
            symbols: symbols,
            words: words
        )
        let contributions =
            try (isDemo ? Self.demoPeople() : Contributions())
            + Contributions(
                sources: [source] + pushes,
                directories: directories,
                mailers: mailer.map { [$0] } ?? []
            )
        let master = MasterKey()
        make = { [elsewhere] database in
            Portal(
                site: site,
                database: database,
                contributions: contributions,
                keyring: Keyring(store: database.proofs, master: master),
                verifier: elsewhere,
                fetcher: elsewhere,
                messages: messages,
                plugins: plugins,
                logger: Self.logger
            )
        }
        portal = make(database)
    }

    /// Another process of the same portal: the same database and settings, nothing else in common.
    func anotherProcess() throws -> Portal {
        make(try PortalDatabase.open(url: "sqlite:\(folder.path)/laurel.sqlite", logger: Self.logger))
    }

    deinit {
        do {
            try portal.database.close()
            try FileManager.default.removeItem(at: folder)
        } catch {
            Self.logger.error("the test database was not removed", metadata: ["error": "\(error)"])
        }
    }

    static func demoPeople() throws -> Contributions {
        let json = #"{"version":1,"plugins":[{"id":"demo","type":"demo-identity"}]}"#
        let manifest = try PluginManifest(Array(json.utf8), file: "plugins.json")
        return try compose(manifest, .test(id: "")).contributions
    }

    var now: Date { clock.now }
    func wait(_ seconds: TimeInterval) { clock.move(by: seconds) }

    /// Runs `body` with a browser that has no cookies yet.
    func browse<Result: Sendable>(_ body: @escaping @Sendable (Browser) async throws -> Result) async throws -> Result {
        try await Application(router: portal.router, logger: Self.logger).test(.router) { client in
            try await body(Browser(client))
        }
    }

    /// The same, signed in as one of the demo people.
    func browse<Result: Sendable>(
        as person: String,
        _ body: @escaping @Sendable (Browser) async throws -> Result
    ) async throws -> Result {
        try await browse { browser in
            try await browser.signIn(person)
            return try await body(browser)
        }
    }
}

extension TestPortal {
    var database: PortalDatabase { portal.database }

    @discardableResult
    func badge(
        _ slug: String,
        name: String? = nil,
        description: String = "Can do it.",
        criteria: String = "Do it.",
        picture: BadgePicture = .artwork(.proposed(for: "x")),
        needs: [ActivityRef] = [],
        validity: Validity = .unlimited,
        tags: [String] = [],
        status: BadgeStatus = .published
    ) async throws -> BadgeClass {
        let content = BadgeContent(
            name: name ?? slug,
            description: description,
            criteria: criteria,
            picture: picture,
            pictureDescription: "A picture",
            rule: needs.isEmpty ? nil : try Rule(.all, needs.map { Requirement($0) }),
            validity: validity,
            tags: tags
        )
        let new = NewBadge(id: ID(UUID()), slug: try Slug(slug), issuer: issuer.id, content: content)
        let draft = try await database.badges.create(new, by: .commandLine, at: now)
        if status == .draft { return draft }
        let badge = try await database.badges.set(.published, of: draft.slug, by: .commandLine, at: now)
        if status == .published { return badge }
        return try await database.badges.set(status, of: draft.slug, by: .commandLine, at: now)
    }

    /// Somebody who has signed in before, by the identity of the demo person.
    func person(_ subject: String, name: String? = nil) async throws -> Person {
        let email = try #require(EmailAddress("\(subject)@laurel.example"))
        return try await database.people.signIn(
            Subject(
                identity: ExternalIdentity(provider: "demo", subject: subject),
                name: name ?? subject,
                emails: [email]
            ),
            at: now
        )
    }

    @discardableResult
    func give(_ badge: BadgeClass, to person: Person, narrative: String = "", expires: Date? = nil) async throws
        -> Award.ID
    {
        let award = Award(
            id: ID(UUID()),
            badge: badge.id,
            badgeVersion: badge.version,
            person: person.id,
            issuedOn: now,
            expires: expires,
            narrative: narrative
        )
        try await database.awards.give(award, by: .commandLine)
        return award.id
    }

    func completion(
        _ activity: ActivityRef,
        by subject: String,
        record: String? = nil
    ) throws -> ProgressFact {
        ProgressFact(
            recordID: record ?? "\(subject)-\(activity.id)",
            activity: activity.id,
            person: [try #require(PersonKey(.email, "\(subject)@laurel.example"))],
            state: .completed,
            percent: .full,
            completedAt: Self.start - 3_600,
            changedAt: Self.start - 3_600
        )
    }

    func progress(_ activity: ActivityRef, by subject: String, percent: Double) throws -> ProgressFact {
        ProgressFact(
            recordID: "\(subject)-\(activity.id)",
            activity: activity.id,
            person: [try #require(PersonKey(.email, "\(subject)@laurel.example"))],
            state: .inProgress,
            percent: Percent(clamping: percent),
            changedAt: Self.start - 7_200
        )
    }

    /// Lets the learning system tell its activities and these facts.
    @discardableResult
    func sync(_ facts: ProgressFact...) async throws -> SyncOutcome {
        await source.change { $0.facts += facts }
        return try await portal.sync.run(source)
    }
}

extension TestPortal {
    /// Sends what is to be sent, also letters that wait for other awards of the same moment.
    func deliver() async {
        await portal.jobService.work()
        wait(60)
        await portal.jobService.work()
    }
}

/// A clock that a test moves.
final class ManualClock: Sendable {
    private let date: Mutex<Date>
    init(_ date: Date) { self.date = Mutex(date) }
    var now: Date { date.withLock { $0 } }
    func move(by seconds: TimeInterval) { date.withLock { $0 += seconds } }
}
