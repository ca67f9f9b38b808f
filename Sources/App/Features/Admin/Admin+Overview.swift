import Core
import Foundation

extension Admin {
    /// How a source is doing, as far as the database knows.
    struct SourceRow {
        var id: SourceID
        var name: String
        var state: SyncState
    }

    func overview(_ context: PortalContext) async throws -> Page {
        var rows: [SourceRow] = []
        for service in sources {
            let source = service.source
            rows.append(SourceRow(id: source.id, name: source.name, state: try await learning.syncState(of: source.id)))
        }
        let unbound = try await learning.unboundFacts()
        return Page(
            title: "Administration",
            section: .admin,
            body: """
                \(Self.overview(rows, unbound: unbound, now: site.now(), context.formFields))\
                \(try await directorySection())
                """
        )
    }

    static func overview(_ rows: [SourceRow], unbound: Int, now: Date, _ formFields: HTML) -> HTML {
        let broken = rows.filter { $0.state.last.map { $0.health.status != .healthy } ?? false }
        let lead: HTML = broken.isEmpty ? "All is well." : "\(broken.count) of your learning systems need you."
        let notices = broken.map { row in
            Notice(
                tone: .bad,
                title: row.name,
                content: """
                    \(row.state.last?.health.message ?? "") Pages show what we know since \
                    \(row.state.lastSuccessAt.map { RelativeAge($0, now: now) }).
                    """
            )
        }
        return """
            \(PageHeading("Administration", lead: lead))\(nav(nil))\(notices)
            \(PageSection(id: "sources", title: "Learning systems", aside: nil, content: sources(rows, unbound, now, formFields)))
            """
    }

    /// The ways between the pages for administrators.
    static func nav(_ current: String?) -> FilterChips {
        let pages = [
            ("Overview", "/admin"), ("People", "/admin/people"), ("Awards", "/admin/awards"),
            ("Issuers", "/admin/issuers"), ("Keys", "/admin/keys"), ("Jobs", "/admin/jobs"),
            (Words[.mailPage], "/admin/mail"),
            ("Audit", "/admin/audit"), (Words[.theme], "/admin/theme"),
        ]
        return FilterChips(
            label: "Administration",
            chips: pages.map { title, href in
                FilterChips.Chip(title: title, href: href, isCurrent: href == current ?? "/admin")
            }
        )
    }

    private static func sources(_ rows: [SourceRow], _ unbound: Int, _ now: Date, _ formFields: HTML) -> HTML {
        "<div class=\"stack\">\(sourceTable(rows, now, formFields))\(unbound == 0 ? nil : waiting(unbound))</div>"
    }

    private static func waiting(_ unbound: Int) -> HTML {
        let records = unbound == 1 ? "One record is" : "\(unbound) records are"
        return Notice(
            tone: .neutral,
            title: "\(records) about people who never signed in.",
            content: "Their badges wait for them."
        ).html
    }

    private static func sourceTable(_ rows: [SourceRow], _ now: Date, _ formFields: HTML) -> HTML {
        guard !rows.isEmpty else {
            return EmptyState(
                title: "No learning system is switched on",
                text: "Switch one on in plugins.json; “laurel plugins list” shows what there is.",
                icon: .plug,
                level: 3
            ).html
        }
        let table = Table(
            caption: "Learning systems and how they are",
            columns: [
                Table.Column("System"), Table.Column("State"), Table.Column("Last news"),
                Table.Column("Records", isAtEnd: true),
                Table.Column("Action", isAtEnd: true, hidesTitle: true),
            ],
            rows: rows.map { row in
                [
                    TwoLines(title: row.name, below: row.id.rawValue).html,
                    "\(pill(row.state))\(problems(row.state))",
                    row.state.lastSuccessAt.map { RelativeAge($0, now: now).html } ?? "Never",
                    "\(row.state.last?.facts ?? 0)",
                    """
                    <form method="post" action="/admin/sources/\(row.id.rawValue)/sync">\(formFields)\
                    \(Button("Sync now", icon: .refresh, label: "Sync now: \(row.name)"))</form>
                    """,
                ]
            }
        )
        return "<div class=\"card\">\(table)</div>"
    }

    private static func pill(_ state: SyncState) -> Pill {
        switch state.last?.health.status {
        case nil: Pill("Waiting", icon: .clock)
        case .healthy: Pill("Working", tone: .ok, icon: .check)
        case .degraded: Pill("Slow", tone: .warn, icon: .clock)
        case .down: Pill("Down", tone: .bad, icon: .cross)
        case .misconfigured: Pill("Refused", tone: .bad, icon: .cross)
        }
    }

    /// The records that could not be understood, on demand.
    private static func problems(_ state: SyncState) -> HTML? {
        guard let last = state.last, last.problemCount > 0 else { return nil }
        let items = last.problems.map { problem -> HTML in
            "<li><code>\(problem.record)</code> <span dir=\"auto\">\(problem.reason)</span></li>"
        }
        return "<details><summary>\(last.problemCount) not understood</summary><ul>\(items)</ul></details>"
    }

    func auditTrail() async throws -> Page {
        let events = try await audit.events(limit: 200)
        let table = Table(
            caption: "What was changed, the newest first",
            columns: ["When", "What", "Of what", "By whom", "Detail"].map { Table.Column($0) },
            rows: events.map { event in
                [
                    DateText(event.at, hasTime: true).html, "<code>\(event.action.rawValue)</code>",
                    "<code>\(event.subject)</code>", "\(event.actor.description)",
                    "<span dir=\"auto\">\(event.detail)</span>",
                ]
            }
        )
        return Page(
            title: "Audit trail",
            section: .admin,
            body: """
                \(PageHeading("Audit trail", lead: "The last 200 changes."))\(Self.nav("/admin/audit"))
                <div class="card scroll" tabindex="0" role="region" aria-label="Audit trail">\(table)</div>
                """
        )
    }
}
