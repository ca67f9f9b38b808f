import Core
import Foundation
import Hummingbird
import Storage

/// The pages below `/admin`, and where they are.
extension Portal {
    func addAdministration(to pages: some RouterMethods<PortalContext>, _ forms: FormGuard) {
        AdminOverview(
            site: site,
            forms: forms,
            integrations: integrations,
            sync: syncServices,
            badges: database.badges,
            learning: database.learning,
            figures: database.figures,
            jobs: database.jobs,
            lists: database.lists,
            directories: directories.map(\.directory),
            directoryStore: database.directories
        ).addRoutes(to: pages)
        Admin(site: site, forms: forms, people: database.people, accounts: database.accounts).addRoutes(to: pages)
        AdminPerson(
            site: site,
            forms: forms,
            people: database.people,
            leavers: database.leavers,
            sendsCodes: sendsCodes
        ).addRoutes(to: pages)
        AuditTrail(site: site, audit: database.audit, people: database.people).addRoutes(to: pages)
        PluginPages(
            site: site,
            forms: forms,
            board: plugins,
            integrations: integrations,
            probe: probe,
            mailer: mailer,
            identityProviders: identityProviders,
            settings: database.settings
        ).addRoutes(to: pages)
        Statistics(site: site, badges: database.badges, figures: database.figures).addRoutes(to: pages)
        LanguagesPage(site: site).addRoutes(to: pages)
        ThemePage(site: site, forms: forms, settings: database.settings, badges: database.badges)
            .addRoutes(to: pages)
        AdminJobs(site: site, forms: forms, jobs: database.jobs, lists: database.lists).addRoutes(to: pages)
        AdminMail(
            site: site,
            forms: forms,
            jobs: database.jobs,
            people: database.people,
            mailer: mailer,
            limit: limit("mail-test", perMinute: AdminMail.testsPerMinute)
        ).addRoutes(to: pages)
    }

    var integrations: Integrations {
        Integrations(
            board: plugins,
            sources: sources,
            identityProviders: identityProviders,
            directories: directories.map(\.directory),
            learning: database.learning,
            directoryStore: database.directories,
            calls: database.calls,
            log: calls,
            logger: logger,
            now: site.now
        )
    }
}
