import Core
import Foundation
import Hummingbird
import Logging
import OpenBadges
import Outbound
import ServiceLifecycle
import Storage

/// Everything that a running portal is made of, built once.
struct Portal: Sendable {
    let site: Site
    let database: PortalDatabase
    let sources: [any BadgeSource]
    let mailer: (any Mailer)?
    let identityProviders: [any IdentityProvider]
    let directories: [any DirectorySync]
    let shareTargets: [ShareTarget]
    let catalogue: BadgeCatalogue
    let awarding: AwardingJob
    let sync: SourceSync
    let refresh: PersonRefresh
    let syncServices: [SyncService]
    let keyring: Keyring
    let credentialStatus: StatusMethod
    let verifier: any BadgeVerifier
    let badgeChecks: BadgeChecks
    let foreignPictures: ForeignPictures
    let messages: [any MessageHandler]
    let plugins: PluginBoard
    let calls: CallLog
    let probe: @Sendable (URL) async -> [ConnectionStep]
    let checks = CheckCounter()
    let logger: Logger

    /// How often learning systems are asked.
    static let syncSeconds: TimeInterval = 15 * 60

    /// - Parameters:
    ///   - site: where the portal is, whose clock everything uses.
    ///   - fetcher: the way out to what badges name.
    init(
        site: Site,
        database: PortalDatabase,
        contributions: Contributions,
        keyring: Keyring,
        credentialStatus: StatusMethod = .bitstring,
        verifier: any BadgeVerifier,
        fetcher: any Core.DocumentFetcher,
        messages: [any MessageHandler],
        plugins: PluginBoard = PluginBoard(),
        calls: CallLog = CallLog(),
        probe: @escaping @Sendable (URL) async -> [ConnectionStep] = { _ in [] },
        logger: Logger
    ) {
        self.plugins = plugins
        self.calls = calls
        self.probe = probe
        self.verifier = verifier
        self.messages = messages
        let pictures = ForeignPictures(fetcher: fetcher, logger: logger)
        foreignPictures = pictures
        badgeChecks = BadgeChecks(
            checks: database.checks,
            verifier: verifier,
            pictures: pictures,
            logger: logger,
            now: site.now
        )
        self.site = site
        self.credentialStatus = credentialStatus
        self.keyring = keyring
        self.database = database
        self.logger = logger
        let sources = contributions.sources
        self.sources = sources
        mailer = contributions.mailers.first
        identityProviders = contributions.identityProviders
        directories = contributions.directories
        shareTargets = contributions.shareTargets.isEmpty ? ShareTarget.known : contributions.shareTargets
        catalogue = BadgeCatalogue(store: database.badges, learning: database.learning, now: site.now)
        awarding = AwardingJob(
            catalogue: catalogue,
            learning: database.learning,
            awards: database.awards,
            now: site.now
        )
        let sync = SourceSync(
            learning: database.learning,
            awarding: awarding,
            calls: calls,
            logger: logger,
            now: site.now
        )
        self.sync = sync
        syncServices = sources.map {
            SyncService(source: $0, sync: sync, interval: .seconds(Self.syncSeconds), logger: logger)
        }
        refresh = PersonRefresh(
            sources: sources,
            people: database.people,
            learning: database.learning,
            awarding: awarding,
            logger: logger,
            now: site.now
        )
    }
}
