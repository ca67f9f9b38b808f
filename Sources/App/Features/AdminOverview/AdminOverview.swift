import Core
import Foundation
import Hummingbird

/// What needs an administrator now, and how the portal is doing.
///
/// `GET /admin`, `POST /admin/sources/{id}/sync`. Nothing here waits for somebody else's server or counts awards.
struct AdminOverview {
    let site: Site
    let forms: FormGuard
    let integrations: Integrations
    let sync: [SyncService]
    let badges: any BadgeStore
    let learning: any LearningStore
    let figures: any FigureStore
    let jobs: any JobStore
    let lists: any AwardListStore
    let directories: [Directory]
    let directoryStore: any DirectoryStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin") { request, context in
            _ = try context.require(.administrator)
            let asked = request.uri.queryParameters["syncing"].map(String.init)
            return site.response(try await page(asked: asked), context)
        }
        router.post("admin/sources/:id/sync") { request, context in
            _ = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let id = try context.parameters.require("id")
            guard let source = sync.first(where: { $0.source.id.rawValue == id }) else { throw HTTPError(.notFound) }
            source.wake()
            return Response.redirect(to: "/admin?syncing=\(URLText.query(id))")
        }
    }

    /// - Parameter asked: the source that was asked just now.
    private func page(asked: String?) async throws -> Page {
        let all = try await integrations.all()
        let broken = all.filter(\.state.isBroken)
        let lead =
            broken.isEmpty ? Words[.allIsWell] : Words.say(.integrationsNeedYou, ["count": .count(broken.count)])
        let work = try await work()
        return Page(
            title: Words[.admin],
            section: .admin,
            body: """
                \(PageHeading(Words[.admin], lead: "\(lead)", actions: broken.first.map(Self.fix)))\
                \(AdminNav(current: "/admin"))<div class="stack">\(notice(all, asked))\
                \(broken.map(Self.notice))\(try await waiting())</div>
                \(try await steps(all))\(Self.section(all, now: site.now()))\(try await yearSection())\(try await directorySection())\
                \(work.section)
                """,
            head: work.isMoving ? "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>" : .empty
        )
    }

    private static func fix(_ standing: IntegrationStanding) -> HTML {
        ButtonLink(
            Words[.fixIt],
            href: standing.href,
            kind: .main,
            label: Words.say(.fixNamed, ["integration": .text(standing.name)])
        ).html
    }

    private func notice(_ all: [IntegrationStanding], _ asked: String?) -> Notice? {
        guard let name = all.first(where: { $0.id == asked })?.name else { return nil }
        return Notice(tone: .ok, title: Words.say(.syncAsked, ["system": .text(name)]), isAnswer: true)
    }

    private static func notice(_ standing: IntegrationStanding) -> HTML {
        let tries: HTML? = standing.tries.map { " \($0)" }
        let look = TextLink(Words.say(.lookNamed, ["integration": .text(standing.name)]), href: standing.href)
        return """
            \(Notice(
                tone: standing.state == .slow ? .warn : .bad,
                title: standing.trouble,
                content: "\(standing.harm)\(tries) \(look)"
            ))\(standing.details)
            """
    }

    private func waiting() async throws -> Notice? {
        let unbound = try await learning.unboundFacts()
        guard unbound > 0 else { return nil }
        return Notice(
            tone: .neutral,
            title: Words.say(.unboundRecords, ["count": .count(unbound)]),
            content: "\(Words[.badgesWait])"
        )
    }
}
