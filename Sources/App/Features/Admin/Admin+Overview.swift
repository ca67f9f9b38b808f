import Core
import Foundation

extension Admin {
    /// How a source is doing, as far as the database knows.
    struct SourceRow {
        var id: SourceID
        var name: String
        var state: SyncState
    }

    /// - Parameter asked: the source that was asked just now.
    func overview(asked: String?, _ context: PortalContext) async throws -> Page {
        var rows: [SourceRow] = []
        for service in sources {
            let source = service.source
            rows.append(SourceRow(id: source.id, name: source.name, state: try await learning.syncState(of: source.id)))
        }
        let unbound = try await learning.unboundFacts()
        return Page(
            title: Words[.admin],
            section: .admin,
            body: """
                \(Self.overview(rows, asked: asked, unbound: unbound, now: site.now(), context.formFields))\
                \(try await directorySection())
                """
        )
    }

    static func overview(
        _ rows: [SourceRow],
        asked: String? = nil,
        unbound: Int,
        now: Date,
        _ formFields: HTML
    ) -> HTML {
        let broken = rows.filter { $0.state.last.map { $0.health.status != .healthy } ?? false }
        let lead = broken.isEmpty ? Words[.allIsWell] : Words.say(.systemsNeedYou, ["count": .count(broken.count)])
        let content: HTML = """
            <div class="stack">\(sourceTable(rows, now, formFields))\(unbound == 0 ? nil : waiting(unbound))</div>
            """
        return """
            \(PageHeading(Words[.admin], lead: "\(lead)"))\(AdminNav(current: "/admin"))\(notice(rows, asked))\
            \(broken.map { notice($0, now) })
            \(PageSection(id: "sources", title: Words[.learningSystems], aside: nil, content: content))
            """
    }

    private static func notice(_ rows: [SourceRow], _ asked: String?) -> Notice? {
        guard let name = rows.first(where: { $0.id.rawValue == asked })?.name else { return nil }
        return Notice(tone: .ok, title: Words.say(.syncAsked, ["system": .text(name)]), isAnswer: true)
    }

    private static func notice(_ row: SourceRow, _ now: Date) -> HTML {
        let health = SourceHealthText(row.state.last?.health)
        let age: HTML =
            if let date = row.state.lastSuccessAt {
                Words.html(.pagesShowSince, ["age": RelativeAge(date, now: now).html])
            } else {
                "\(Words[.pagesShowNothing])"
            }
        return "\(Notice(tone: .bad, title: row.name, content: "\(health.sentence) \(age)"))\(health.details)"
    }

    private static func waiting(_ unbound: Int) -> HTML {
        Notice(
            tone: .neutral,
            title: Words.say(.unboundRecords, ["count": .count(unbound)]),
            content: "\(Words[.badgesWait])"
        ).html
    }

    private static func sourceTable(_ rows: [SourceRow], _ now: Date, _ formFields: HTML) -> HTML {
        guard !rows.isEmpty else {
            return EmptyState(
                title: Words[.noSystems],
                text: Words[.noSystemsText],
                icon: .plug,
                action: ButtonLink(Words[.pluginsWord], href: "/admin/plugins").html,
                level: 3
            ).html
        }
        let table = Table(
            caption: Words[.learningSystems],
            columns: [
                Table.Column(Words[.systemWord]), Table.Column(Words[.listState]), Table.Column(Words[.lastNews]),
                Table.Column(Words[.recordsWord], isAtEnd: true),
                Table.Column(Words[.action], isAtEnd: true, hidesTitle: true),
            ],
            rows: rows.map { row in
                let label = Words.say(.syncNamed, ["system": .text(row.name)])
                return [
                    TwoLines(title: row.name, below: row.id.rawValue).html,
                    "\(SourceHealthText(row.state.last?.health).pill)\(problems(row.state))",
                    row.state.lastSuccessAt.map { RelativeAge($0, now: now).html } ?? "\(Words[.neverWord])",
                    "\(Words.current.number(row.state.last?.facts ?? 0))",
                    """
                    <form method="post" action="/admin/sources/\(row.id.rawValue)/sync">\(formFields)\
                    \(Button(Words[.syncNow], icon: .refresh, label: label))</form>
                    """,
                ]
            }
        )
        return "<div class=\"card\">\(table)</div>"
    }

    /// The records that could not be understood, on demand; the reasons are the learning system's and the parser's.
    private static func problems(_ state: SyncState) -> HTML? {
        guard let last = state.last, last.problemCount > 0 else { return nil }
        let items = last.problems.map { problem -> HTML in
            "<li><code>\(problem.record)</code> <span lang=\"en\" dir=\"auto\">\(problem.reason)</span></li>"
        }
        let summary = Words.say(.recordsNotUnderstood, ["count": .count(last.problemCount)])
        return "<details><summary>\(summary)</summary><ul>\(items)</ul></details>"
    }
}
