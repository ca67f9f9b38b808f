import Core
import Foundation
import Hummingbird
import Storage

private let comparisonsPerMinute = 5
private let checksPerMinute = 10

/// What is served, and where.
extension Portal {
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
            limit: limit("break-glass", perMinute: EmergencyLink.triesPerMinute)
        ).addRoutes(to: pages)
        Account(
            site: site,
            forms: forms,
            accounts: database.accounts,
            preferences: database.preferences,
            providers: identityProviders,
            sendsCodes: sendsCodes
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
        Welcome(
            site: site,
            catalogue: catalogue,
            awards: database.awards,
            learning: database.learning,
            refresh: refresh,
            sendsCodes: sendsCodes
        ).addRoutes(to: pages)
        Erasure(
            site: site,
            forms: forms,
            people: database.people,
            accounts: database.accounts,
            limit: limit("erasure", perMinute: Erasure.triesPerMinute)
        ).addRoutes(to: pages)
        PrivateAddress(
            site: site,
            forms: forms,
            addresses: database.addressProofs,
            limit: limit("address", perMinute: PrivateAddress.triesPerMinute),
            sendsCodes: sendsCodes
        ).addRoutes(to: pages)
        Guides(site: site).addRoutes(to: pages)
        SystemStatus(site: site, integrations: integrations).addRoutes(to: pages)
        IssuerPage(site: site, badges: database.badges, catalogue: catalogue, keyring: keyring).addRoutes(to: pages)
        BadgeList(site: site, catalogue: catalogue, awards: database.awards, sourceNames: sourceNames)
            .addRoutes(to: pages)
        BadgePage(
            site: site,
            badges: database.badges,
            catalogue: catalogue,
            awards: database.awards,
            learning: database.learning,
            sourceNames: sourceNames
        ).addRoutes(to: pages)
        if identityProviders.contains(where: { $0 is any PickAPerson }) { Styleguide(site: site).addRoutes(to: pages) }
        let hosted = hostedBadges
        hosted.addRoutes(to: router)
        Verification(
            site: site,
            awards: database.awards,
            people: database.people,
            limit: limit("compare", perMinute: comparisonsPerMinute),
            document: hosted.negotiated,
            counter: checks
        ).addRoutes(to: pages)
        MyAward(
            site: site,
            forms: forms,
            awards: database.awards,
            sharing: database.sharing,
            targets: shareTargets,
            providers: identityProviders
        ).addRoutes(to: pages)
        Announcing(
            site: site,
            forms: forms,
            awards: database.awards,
            sharing: database.sharing,
            announcements: database.announcements,
            providers: identityProviders,
            limit: limit("announcement", perMinute: Announcing.postsPerMinute)
        ).addRoutes(to: pages)
        let desk = DrawingDesk(pictures: hosted.pictures)
        Share(
            site: site,
            awards: database.awards,
            sharing: database.sharing,
            desk: desk,
            targets: shareTargets
        ).addRoutes(to: pages)
        PersonPage(
            site: site,
            forms: forms,
            people: database.people,
            awards: database.awards,
            sharing: database.sharing,
            imports: database.imports
        ).addRoutes(to: pages)
        Collections(
            site: site,
            forms: forms,
            people: database.people,
            awards: database.awards,
            sharing: database.sharing
        ).addRoutes(to: pages)
        Search(site: site, catalogue: catalogue, sharing: database.sharing).addRoutes(to: pages)
        let archive = archive(hosted, desk)
        TakeAlong(archive: archive).addRoutes(to: pages)
        if sendsCodes {
            Leavers(
                site: site,
                forms: forms,
                leavers: database.leavers,
                awards: database.awards,
                sharing: database.sharing,
                archive: archive,
                limit: limit("leaver", perMinute: Leavers.triesPerMinute)
            ).addRoutes(to: pages)
        }
        addForeignBadges(to: pages, forms)
        Issuing(site: site, forms: forms, badges: database.badges, keyring: keyring).addRoutes(to: pages)
        Pictures(site: site, badges: database.badges).addRoutes(to: pages)
        Design(
            site: site,
            forms: forms,
            badges: database.badges,
            learning: database.learning,
            awards: database.awards,
            jobs: database.jobs,
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
        MailStop(
            site: site,
            preferences: database.preferences,
            limit: limit("mail-stop", perMinute: MailStop.triesPerMinute)
        ).addRoutes(to: pages)
        LanguagePage(site: site, forms: forms, preferences: database.preferences).addRoutes(to: pages)
        addAdministration(to: pages, forms)
        HeldAwards(site: site, forms: forms, badges: database.badges, awards: database.awards).addRoutes(to: pages)
        Directories(
            site: site,
            directories: directories,
            store: database.directories,
            learning: database.learning,
            awarding: awarding,
            limit: limit("directory", perMinute: Directories.requestsPerMinute),
            refusals: limit("directory-refusal", perMinute: Directories.refusalsPerMinute),
            calls: calls
        ).addRoutes(to: router)
        VerificationAPI(site: site, verifier: verifier, limit: limit("check-program", perMinute: checksPerMinute))
            .addRoutes(to: router)
        Hooks(sources: sources, learning: database.learning, awarding: awarding, site: site).addRoutes(to: router)
        return router
    }

    private func addForeignBadges(to pages: some RouterMethods<PortalContext>, _ forms: FormGuard) {
        CheckBadge(
            site: site,
            checks: database.checks,
            work: badgeChecks,
            limit: limit("check", perMinute: checksPerMinute),
            comparisons: limit("compare-check", perMinute: comparisonsPerMinute)
        ).addRoutes(to: pages)
        Import(
            site: site,
            forms: forms,
            imports: database.imports,
            checks: database.checks,
            addresses: database.addressProofs,
            work: badgeChecks,
            pictures: foreignPictures,
            limit: limit("import", perMinute: checksPerMinute),
            sendsCodes: sendsCodes,
            codes: SharedRateLimit("codes", 5, within: 3_600, store: database.rates)
        ).addRoutes(to: pages)
    }

    /// Whether something carries the codes for addresses to where they belong.
    var sendsCodes: Bool { receivers.contains { $0.kinds.contains("address.code") } }

    var sourceNames: [SourceID: String] { Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.name) }) }

    private func signIn(_ forms: FormGuard) -> SignIn {
        SignIn(
            site: site,
            forms: forms,
            providers: identityProviders,
            arrival: arrival,
            people: database.people,
            signIns: database.signIns,
            accounts: database.accounts,
            limit: limit("sign-in", perMinute: SignIn.beginningsPerMinute),
            posts: limit("sign-in-post", perMinute: SignIn.postsPerMinute),
            sendsCodes: sendsCodes
        )
    }

    private var arrival: Arrival {
        Arrival(
            site: site,
            people: database.people,
            learning: database.learning,
            awards: database.awards,
            awarding: awarding
        )
    }

    /// Events a minute, counted for all processes together.
    func limit(_ name: String, perMinute count: Int) -> SharedRateLimit {
        SharedRateLimit(name, count, store: database.rates)
    }
}
