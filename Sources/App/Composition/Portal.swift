import Core
import Foundation
import Hummingbird
import Logging
import Outbound
import ServiceLifecycle
import Storage

/// Everything that a running portal is made of, built once.
struct Portal: Sendable {
    let site: Site
    let database: PortalDatabase
    let sources: [any BadgeSource]
    let identityProviders: [any IdentityProvider]
    let catalogue: BadgeCatalogue
    let awarding: AwardingJob
    let sync: SourceSync
    let refresh: PersonRefresh
    let syncServices: [SyncService]
    let logger: Logger

    private static let syncInterval = Duration.seconds(15 * 60)
    private static let comparisonsPerMinute = 5

    /// - Parameter site: where the portal is, whose clock everything uses.
    init(site: Site, database: PortalDatabase, contributions: Contributions, logger: Logger) {
        self.site = site
        self.database = database
        self.logger = logger
        let sources = contributions.sources
        self.sources = sources
        identityProviders = contributions.identityProviders
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
            Compression()
            SecurityHeaders(site: site)
            ErrorPages(site: site)
        }
        Health(sources: sources, database: database, site: site).addRoutes(to: router)
        AssetRoutes(assets: site.assets).addRoutes(to: router)
        let pages = router.group().addMiddleware {
            Sessions(site: site, people: database.people)
            ErrorPages(site: site)
        }
        let forms = FormGuard(site: site)
        SignIn(site: site, forms: forms, providers: identityProviders, arrival: arrival, people: database.people)
            .addRoutes(to: pages)
        Home(
            site: site,
            forms: forms,
            catalogue: catalogue,
            awards: database.awards,
            learning: database.learning,
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
        Verification(
            site: site,
            awards: database.awards,
            people: database.people,
            limit: RateLimit(perMinute: Self.comparisonsPerMinute)
        ).addRoutes(to: pages)
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
        Admin(
            site: site,
            forms: forms,
            sources: syncServices,
            people: database.people,
            awards: database.awards,
            learning: database.learning,
            audit: database.audit
        ).addRoutes(to: pages)
        Hooks(sources: sources, learning: database.learning, awarding: awarding, site: site).addRoutes(to: router)
        return router
    }

    private var sourceNames: [SourceID: String] { Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.name) }) }
    private var arrival: Arrival {
        Arrival(site: site, people: database.people, learning: database.learning, awarding: awarding)
    }
}
