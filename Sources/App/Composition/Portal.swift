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
    let logger: Logger

    private static let syncInterval = Duration.seconds(15 * 60)
    private static let comparisonsPerMinute = 5
    private static let checksPerMinute = 10

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
        logger: Logger
    ) {
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
        catalogue = BadgeCatalogue(store: database.badges, learning: database.learning, now: site.now)
        awarding = AwardingJob(
            catalogue: catalogue,
            learning: database.learning,
            awards: database.awards,
            now: site.now
        )
        let sync = SourceSync(learning: database.learning, awarding: awarding, logger: logger, now: site.now)
        self.sync = sync
        syncServices = sources.map { SyncService(source: $0, sync: sync, interval: Self.syncInterval, logger: logger) }
        refresh = PersonRefresh(
            sources: sources,
            people: database.people,
            learning: database.learning,
            awarding: awarding,
            logger: logger,
            now: site.now
        )
    }

    var router: Router<PortalContext> {
        let router = Router(context: PortalContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            ClientAddress(trustedProxies: site.trustedProxies)
            Compression()
            SecurityHeaders(site: site)
            LanguageChoice(site: site)
            ErrorPages(site: site)
        }
        Health(sources: sources, database: database, site: site).addRoutes(to: router)
        AssetRoutes(assets: site.assets).addRoutes(to: router)
        ThemeRoutes(box: site.theme).addRoutes(to: router)
        let pages = router.group().addMiddleware {
            Sessions(site: site, people: database.people)
            LanguageChoice(site: site)
            ErrorPages(site: site)
        }
        let forms = FormGuard(site: site)
        signIn(forms).addRoutes(to: pages)
        EmergencyLink(
            site: site,
            forms: forms,
            signIns: database.signIns,
            arrival: arrival,
            limit: SharedRateLimit("break-glass", perMinute: EmergencyLink.triesPerMinute, store: database.rates)
        ).addRoutes(to: pages)
        Account(
            site: site,
            forms: forms,
            accounts: database.accounts,
            preferences: database.preferences,
            providers: identityProviders
        ).addRoutes(to: pages)
        signIn(forms).addBackChannel(to: router)
        Home(
            site: site,
            forms: forms,
            catalogue: catalogue,
            awards: database.awards,
            learning: database.learning,
            imports: database.imports,
            refresh: refresh,
            sourceNames: sourceNames
        ).addRoutes(to: pages)
        BadgeList(site: site, catalogue: catalogue, awards: database.awards).addRoutes(to: pages)
        BadgePage(
            site: site,
            badges: database.badges,
            catalogue: catalogue,
            awards: database.awards,
            learning: database.learning,
            sourceNames: sourceNames
        ).addRoutes(to: pages)
        let hosted = hostedBadges
        hosted.addRoutes(to: router)
        Verification(
            site: site,
            awards: database.awards,
            people: database.people,
            limit: SharedRateLimit("compare", perMinute: Self.comparisonsPerMinute, store: database.rates),
            document: hosted.negotiated
        ).addRoutes(to: pages)
        MyAward(site: site, forms: forms, awards: database.awards, sharing: database.sharing).addRoutes(to: pages)
        Share(
            site: site,
            awards: database.awards,
            sharing: database.sharing,
            desk: DrawingDesk(pictures: hosted.pictures)
        ).addRoutes(to: pages)
        PersonPage(
            site: site,
            forms: forms,
            people: database.people,
            awards: database.awards,
            sharing: database.sharing
        ).addRoutes(to: pages)
        Collections(
            site: site,
            forms: forms,
            people: database.people,
            awards: database.awards,
            sharing: database.sharing
        ).addRoutes(to: pages)
        Search(site: site, catalogue: catalogue, people: database.people).addRoutes(to: pages)
        TakeAlong(
            site: site,
            awards: database.awards,
            imports: database.imports,
            documents: hosted.awards,
            baked: hosted.baked
        ).addRoutes(to: pages)
        addForeignBadges(to: pages, forms)
        Issuing(site: site, forms: forms, badges: database.badges, keyring: keyring).addRoutes(to: pages)
        Pictures(site: site, badges: database.badges).addRoutes(to: pages)
        Design(
            site: site,
            forms: forms,
            badges: database.badges,
            learning: database.learning,
            awarding: awarding,
            sources: sources
        ).addRoutes(to: pages)
        GiveAward(site: site, forms: forms, catalogue: catalogue, people: database.people, awards: database.awards)
            .addRoutes(to: pages)
        AwardLists(
            site: site,
            forms: forms,
            catalogue: catalogue,
            badges: database.badges,
            lists: database.lists
        ).addRoutes(to: pages)
        MailStop(site: site, preferences: database.preferences).addRoutes(to: pages)
        LanguagePage(site: site, forms: forms, preferences: database.preferences).addRoutes(to: pages)
        Admin(
            site: site,
            forms: forms,
            sources: syncServices,
            people: database.people,
            awards: database.awards,
            learning: database.learning,
            audit: database.audit,
            accounts: database.accounts,
            directories: directories.map(\.directory),
            directoryStore: database.directories
        ).addRoutes(to: pages)
        ThemePage(site: site, forms: forms, settings: database.settings).addRoutes(to: pages)
        AdminJobs(site: site, forms: forms, jobs: database.jobs).addRoutes(to: pages)
        Directories(
            site: site,
            directories: directories,
            store: database.directories,
            learning: database.learning,
            awarding: awarding
        ).addRoutes(to: router)
        VerificationAPI(site: site, verifier: verifier, limit: RateLimit(perMinute: Self.checksPerMinute))
            .addRoutes(to: router)
        Hooks(sources: sources, learning: database.learning, awarding: awarding, site: site).addRoutes(to: router)
        return router
    }

    private func addForeignBadges(to pages: some RouterMethods<PortalContext>, _ forms: FormGuard) {
        CheckBadge(
            site: site,
            checks: database.checks,
            work: badgeChecks,
            limit: SharedRateLimit("check", perMinute: Self.checksPerMinute, store: database.rates),
            comparisons: SharedRateLimit(
                "compare-check",
                perMinute: Self.comparisonsPerMinute,
                store: database.rates
            )
        ).addRoutes(to: pages)
        Import(
            site: site,
            forms: forms,
            imports: database.imports,
            checks: database.checks,
            addresses: database.addressProofs,
            work: badgeChecks,
            pictures: foreignPictures,
            limit: SharedRateLimit("import", perMinute: Self.checksPerMinute, store: database.rates),
            sendsCodes: messages.contains { $0.kinds.contains("address.code") }
        ).addRoutes(to: pages)
    }

    private var hostedBadges: HostedBadges {
        let documents = BadgeDocuments(
            base: site.baseURL,
            proofs: database.proofs,
            awards: database.awards,
            keyring: keyring,
            method: credentialStatus
        )
        let awards = AwardDocuments(proofs: database.proofs, documents: documents)
        let pictures = PlainPictures(badges: database.badges)
        return HostedBadges(
            site: site,
            proofs: database.proofs,
            documents: documents,
            awards: awards,
            lists: StatusLists(
                proofs: database.proofs,
                badges: database.badges,
                documents: documents,
                now: site.now
            ),
            pictures: pictures,
            baked: BakedPictures(
                proofs: database.proofs,
                awards: database.awards,
                documents: awards,
                pictures: pictures
            )
        )
    }

    /// What is done behind the pages, by this process and others like it.
    var jobService: JobService {
        JobService(
            jobs: database.jobs,
            handlers: [
                Cleanup(jobs: database.jobs, now: site.now),
                ImportRecheck(imports: database.imports, verifier: verifier, now: site.now),
                CheckCleanup(checks: database.checks, now: site.now),
                ExpiryNotices(awards: database.awards, now: site.now),
                AwardListHandler(lists: database.lists, catalogue: catalogue, now: site.now),
            ],
            schedules: [
                JobService.Schedule(kind: "expiry-notices", interval: 3600),
                JobService.Schedule(kind: "cleanup", interval: 24 * 3600),
                JobService.Schedule(kind: "imports.check", interval: 600),
                JobService.Schedule(kind: "checks.clean", interval: 900),
            ],
            messages: messages + (mailNotices.map { [$0] } ?? []),
            logger: logger,
            now: site.now
        )
    }

    private var sourceNames: [SourceID: String] { Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.name) }) }
    private func signIn(_ forms: FormGuard) -> SignIn {
        SignIn(
            site: site,
            forms: forms,
            providers: identityProviders,
            arrival: arrival,
            people: database.people,
            signIns: database.signIns,
            accounts: database.accounts,
            limit: SharedRateLimit("sign-in", perMinute: SignIn.beginningsPerMinute, store: database.rates)
        )
    }

    private var arrival: Arrival {
        Arrival(site: site, people: database.people, learning: database.learning, awarding: awarding)
    }
}
