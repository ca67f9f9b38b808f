import Core

extension AdminOverview {
    /// What the directories brought; nothing where none is configured.
    func directorySection() async throws -> HTML? {
        guard !directories.isEmpty else { return nil }
        var rows: [(id: Directory.ID, summary: DirectorySummary)] = []
        for directory in directories {
            rows.append((directory.id, try await directoryStore.summary(of: directory.id)))
        }
        let now = site.now()
        func number(_ count: Int) -> HTML { "\(Words.current.number(count))" }
        let table = Table(
            caption: Words[.directoriesCaption],
            columns: [
                Table.Column(Words[.directoryWord]), Table.Column(Words[.lastNews]),
                Table.Column(Words[.peopleWord], isAtEnd: true), Table.Column(Words[.leftWord], isAtEnd: true),
                Table.Column(Words[.groupsWord], isAtEnd: true),
            ],
            rows: rows.map { row in
                [
                    "<span dir=\"auto\">\(row.id.rawValue)</span>",
                    row.summary.changedAt.map { RelativeAge($0, now: now).html } ?? "\(Words[.nothingYet])",
                    number(row.summary.active), number(row.summary.users - row.summary.active),
                    number(row.summary.groups),
                ]
            }
        )
        let content: HTML = "<div class=\"card\">\(table)</div>"
        return PageSection(id: "directories", title: Words[.directoriesTitle], aside: nil, content: content).html
    }
}
