import Core
import Foundation

extension AwardLists {
    func listPage(_ list: AwardList, _ context: PortalContext) async throws -> Page {
        let badge = try await badges.badge(list.slug)
        let bad = try await lists.rows(list.id, onlyProblems: true, after: 0, limit: Self.shownRows)
        let first =
            list.state == .checked
            ? try await lists.rows(list.id, onlyProblems: false, after: 0, limit: Self.firstRows) : []
        let isBusy = list.state == .giving || list.state == .undoing
        return Page(
            title: list.title,
            section: .design,
            body: "\(view(list, badge, context.formFields))\(Self.reading(list, first))\(problems(list, bad))",
            head: isBusy ? "<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>" : .empty
        )
    }

    private func view(_ list: AwardList, _ badge: BadgeClass, _ formFields: HTML) -> HTML {
        """
        \(PageHeading(list.title, lead: "<span dir=\"auto\">\(badge.content.name)</span> \(list.pill)"))
        <div class="card">\(Checklist(outcomes(list)))\(progress(list))\(actions(list, formFields))</div>
        """
    }

    private func outcomes(_ list: AwardList) -> [Checklist.Item] {
        let counts = list.counts
        var items: [Checklist.Item] = []
        func add(_ tone: Tone, _ phrase: Phrase, _ count: Int) {
            if count > 0 { items.append(Checklist.Item(tone, "\(Words.say(phrase, ["count": .count(count)]))")) }
        }
        add(.ok, .listGot, counts.given)
        add(.neutral, .listTakenBack, counts.takenBack)
        if list.state != .undone, list.state != .undoing { add(.ok, .listWillGet, counts.ready) }
        for problem in ListedPerson.Problem.allCases {
            add(problem == .hasIt ? .neutral : .warn, problem.phrase, counts.problems[problem] ?? 0)
        }
        return items
    }

    /// The browser loads the page again as long as something moves: script does it, or `<noscript>`.
    private func progress(_ list: AwardList) -> HTML? {
        let counts = list.counts
        let total = counts.given + counts.ready
        switch list.state {
        case .giving: return Self.bar(counts.given, of: total)
        case .undoing: return Self.bar(counts.takenBack, of: counts.given + counts.takenBack)
        case .checked, .stopped, .given, .undone: return nil
        }
    }

    private static func bar(_ done: Int, of total: Int) -> HTML {
        let words = Words.say(.listProgress, ["done": .count(done), "total": .count(total)])
        return """
            <div data-reload>\(ProgressBar(label: Words[.listProgressLabel], value: done, total: total))\
            <p class="small soft num">\(words)</p><p class="small soft">\(Words[.listCanClose])</p></div>
            """
    }

    private func actions(_ list: AwardList, _ formFields: HTML) -> HTML {
        let counts = list.counts
        switch list.state {
        case .checked:
            guard counts.ready > 0 else {
                let again = ButtonLink(Words[.listAgain], href: "/award/list", kind: .main)
                return "<p>\(Words[.listNobody])</p><div class=\"row\">\(again)</div>"
            }
            let give = Button(Words.say(.listButton, ["count": .count(counts.ready)]), kind: .main, isLarge: true)
            return """
                <div class="row">\(Self.form("start", list, give, formFields))\
                \(ButtonLink(Words[.listAgain], href: "/award/list"))</div>
                """
        case .giving: return Self.form("stop", list, Button(Words[.listStop]), formFields)
        case .stopped:
            let goOn = Button(Words[.listGoOn], kind: .main)
            return "<div class=\"row\">\(Self.form("start", list, goOn, formFields))\(undo(list, formFields))</div>"
        case .given: return "\(undo(list, formFields))"
        case .undoing, .undone: return .empty
        }
    }

    private func undo(_ list: AwardList, _ formFields: HTML) -> HTML? {
        guard list.canBeUndone(at: site.now()), let startedAt = list.startedAt else { return nil }
        let button = Button(Words.say(.listUndo, ["count": .count(list.counts.given)]), kind: .danger)
        let until = DateText(startedAt + AwardList.undoTime, hasTime: true)
        return """
            <div>\(Self.form("undo", list, button, formFields))\
            <p class="small soft">\(Words.html(.listUndoHint, ["moment": until.html]))</p></div>
            """
    }

    private static func form(_ change: StaticString, _ list: AwardList, _ button: Button, _ formFields: HTML) -> HTML {
        """
        <form method="post" action="/award/list/\(list.id.rawValue)/\(HTML(stringLiteral: change))">\
        \(formFields)\(button)</form>
        """
    }

    /// How the file was understood, by its first rows.
    private static func reading(_ list: AwardList, _ first: [ListedPerson]) -> HTML? {
        guard !first.isEmpty else { return nil }
        let address = list.columns.address ?? ""
        let titles = [address.isEmpty ? Words[.listRowAddress] : address, list.columns.note].compactMap(\.self)
        let table = Table(
            caption: Words[.listReading],
            columns: (titles + [Words[.listRowOutcome], Words[.listRowLine]]).map { Table.Column($0) },
            rows: first.map { row in
                let texts = [row.address, row.note].prefix(titles.count)
                let outcome = Words[row.problem?.reason ?? .listRowGets]
                return texts.map { "<span dir=\"auto\">\($0)</span>" } + ["\(outcome)", "\(row.line)"]
            }
        )
        return Card(id: "reading", title: Words[.listReading], hint: hint(list.columns), content: table.html).html
    }

    private static func hint(_ columns: AwardList.Columns) -> String {
        guard let address = columns.address else { return Words[.listReadUntitled] }
        guard let note = columns.note else { return Words.say(.listReadAddress, ["address": .text(address)]) }
        return Words.say(.listReadColumns, ["address": .text(address), "note": .text(note)])
    }

    private func problems(_ list: AwardList, _ bad: [ListedPerson]) -> HTML? {
        guard !bad.isEmpty else { return nil }
        let table = Table(
            caption: Words[.listRowsTitle],
            columns: [
                Table.Column(Words[.listRowAddress]), Table.Column(Words[.listRowReason]),
                Table.Column(Words[.listRowLine]),
            ],
            rows: bad.map { row in
                [
                    "<span dir=\"auto\">\(row.address)</span>", "\(row.problem.map { Words[$0.reason] } ?? "")",
                    "\(row.line)",
                ]
            }
        )
        let unusable = list.counts.unusable
        let first: HTML? =
            unusable > bad.count
            ? "<p class=\"soft\">\(Words.say(.listRowsFirst, ["count": .count(bad.count), "total": .count(unusable)]))</p>"
            : nil
        let download = ButtonLink(
            Words[.listDownload],
            href: "/award/list/\(list.id)/problems.csv",
            icon: .file
        )
        let content: HTML = "\(first)\(table)<div class=\"row\">\(download)</div>"
        return Card(id: "problems", title: Words[.listRowsTitle], content: content).html
    }
}

extension ListedPerson.Problem {
    /// How many rows have it.
    fileprivate var phrase: Phrase {
        switch self {
        case .noAddress: .listNoAddress
        case .unknown: .listUnknown
        case .left: .listLeft
        case .repeated: .listRepeated
        case .hasIt: .listHaveIt
        case .noteTooLong: .listNoteTooLong
        }
    }

    /// Of one row.
    var reason: Phrase {
        switch self {
        case .noAddress: .rowNoAddress
        case .unknown: .rowUnknown
        case .left: .rowLeft
        case .repeated: .rowRepeated
        case .hasIt: .rowHasIt
        case .noteTooLong: .rowNoteTooLong
        }
    }
}
