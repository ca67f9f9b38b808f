import Core
import Foundation

extension AwardLists {
    func formPage(
        _ form: ListForm,
        _ problems: [FormProblem],
        _ designer: Person,
        _ context: PortalContext
    ) async throws -> Page {
        let badges = try await catalogue.current().badges
        let recent = try await lists.lists(by: designer.id, limit: Self.shownLists)
        return Page(
            title: Words[.awardFromList],
            section: .design,
            body: "\(Self.form(form, problems, badges, context.formFields))\(Self.recent(recent, badges))"
        )
    }

    static func form(
        _ form: ListForm,
        _ problems: [FormProblem],
        _ badges: [BadgeClass],
        _ formFields: HTML
    ) -> HTML {
        func error(_ field: String) -> String? { problems.first { $0.field == field }?.message }
        let choices = [Choice("", Words[.chooseBadge])] + badges.map { Choice($0.slug.description, $0.content.name) }
        let fields: HTML = """
            \(SelectField(name: "badge", label: Words[.badgeWord], choices: choices, selected: form.badge, error: error("badge"), isRequired: true))\
            \(FileField(name: "file", label: Words[.listFile], hint: Words[.listFileHint], error: error("file"), accept: ".csv,.txt,.tsv,text/csv,text/plain"))\
            \(TextArea(name: "text", label: Words[.listText], value: form.text, hint: Words[.listTextHint], rows: 4, isOptional: true))
            """
        let summary = ErrorSummary(
            title: Words[.listUndecided],
            errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }
        )
        return """
            \(PageHeading(Words[.awardFromList], lead: "\(Words[.listLead])"))\(summary)
            <form class="narrow" method="post" action="/award/list" enctype="multipart/form-data">\(formFields)\
            <div class="card">\(fields)</div>\
            <div class="row">\(Button(Words[.listCheck], kind: .main, isLarge: true))</div></form>
            """
    }

    private static func recent(_ lists: [AwardList], _ badges: [BadgeClass]) -> HTML? {
        guard !lists.isEmpty else { return nil }
        let names = Dictionary(badges.map { ($0.id, $0.content.name) }) { first, _ in first }
        let table = Table(
            caption: Words[.yourLists],
            columns: [
                Table.Column(Words[.listName]), Table.Column(Words[.badgeWord]), Table.Column(Words[.listState]),
                Table.Column(Words[.listPeople], isAtEnd: true),
            ],
            rows: lists.map { list in
                [
                    TwoLines(
                        title: list.title,
                        below: DateText(list.createdAt, hasTime: true).text,
                        href: "/award/list/\(list.id)"
                    ).html,
                    "<span dir=\"auto\">\(names[list.badge] ?? "")</span>",
                    list.pill.html,
                    "\(Words.current.number(list.counts.total))",
                ]
            }
        )
        return Card(id: "lists", title: Words[.yourLists], content: table.html).html
    }
}

extension AwardList {
    var pill: Pill {
        switch state {
        case .checked: Pill(Words[.listChecked], icon: .pen)
        case .giving: Pill(Words[.listGiving], icon: .clock)
        case .stopped: Pill(Words[.listStopped], tone: .warn, icon: .stop)
        case .given: Pill(Words[.listGiven], tone: .ok, icon: .check)
        case .undoing: Pill(Words[.listUndoing], icon: .clock)
        case .undone: Pill(Words[.listUndone], tone: .warn, icon: .stop)
        }
    }
}
