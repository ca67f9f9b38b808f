import Core

extension Admin {
    /// What the directories brought; nothing where none is configured.
    func directorySection() async throws -> HTML? {
        guard !directories.isEmpty else { return nil }
        var rows: [(id: Directory.ID, summary: DirectorySummary)] = []
        for directory in directories {
            rows.append((directory.id, try await directoryStore.summary(of: directory.id)))
        }
        let now = site.now()
        let table = Table(
            caption: "Directories and what they brought",
            columns: [
                Table.Column("Directory"), Table.Column("Last news"), Table.Column("People", isAtEnd: true),
                Table.Column("Left", isAtEnd: true), Table.Column("Groups", isAtEnd: true),
            ],
            rows: rows.map { row in
                [
                    "<span dir=\"auto\">\(row.id.rawValue)</span>",
                    row.summary.changedAt.map { RelativeAge($0, now: now).html } ?? "Nothing yet",
                    "\(row.summary.active)", "\(row.summary.users - row.summary.active)", "\(row.summary.groups)",
                ]
            }
        )
        let content: HTML = "<div class=\"card\">\(table)</div>"
        return PageSection(id: "directories", title: "Directories", aside: nil, content: content).html
    }
}
