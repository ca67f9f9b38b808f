import Core
import Hummingbird

/// Closing accounts, and making two accounts of one person one.
extension Admin {
    func addAccounts(to router: some RouterMethods<PortalContext>) {
        router.post("admin/people/:id/closing") { request, context in
            let administrator = try context.require(.administrator)
            let form = try await forms.read(request, context)
            let id = Person.ID(try context.parameters.require("id"))
            if form.fields["closed"] == "1" {
                try await accounts.close(id, by: .person(administrator.id), at: site.now())
            } else {
                try await accounts.reopen(id, by: .person(administrator.id), at: site.now())
            }
            return Response.redirect(to: "/admin/people?q=\(URLText.query(form.fields["q"] ?? ""))")
        }
        router.get("admin/people/merge") { request, context in
            _ = try context.require(.administrator)
            let from = Self.parameter("from", request)
            let into = Self.parameter("into", request)
            return site.response(try await mergePage(from, into, context), context)
        }
        router.post("admin/people/merge") { request, context in
            let administrator = try context.require(.administrator)
            let form = try await forms.read(request, context)
            let from = try await person(named: form.fields["from"] ?? "")
            let into = try await person(named: form.fields["into"] ?? "")
            try await accounts.merge(from.id, into: into.id, by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/people?q=\(URLText.query(into.name))")
        }
    }

    private static func parameter(_ name: String, _ request: Request) -> String {
        (request.queryFields[name] ?? "").trimmed
    }

    /// By identifier or by address.
    private func person(named text: String) async throws -> Person {
        if let email = EmailAddress(text) { return try await people.person(email) }
        return try await people.person(Person.ID(text))
    }

    private func mergePage(_ from: String, _ into: String, _ context: PortalContext) async throws -> Page {
        let body = HTML(
            "\(PageHeading(Words[.mergeTitle], lead: "\(Words[.mergeLead])"))\(AdminNav(current: "/admin/people"))"
        )
        let choice = Self.mergeChoice(from, into)
        guard !from.isEmpty, !into.isEmpty else {
            return Page(title: Words[.mergeTitle], section: .admin, body: "\(body)\(choice)")
        }
        do {
            let preview = try await accounts.preview(
                merging: try await person(named: from).id,
                into: try await person(named: into).id
            )
            let card = Self.mergeCard(preview, context.formFields)
            return Page(title: Words[.mergeTitle], section: .admin, body: "\(body)\(choice)\(card)")
        } catch let error as PersonError {
            let notice = Notice(tone: .bad, title: error.words, isAnswer: true)
            return Page(
                status: .unprocessableContent,
                title: Words[.mergeTitle],
                section: .admin,
                body: "\(body)\(notice)\(choice)"
            )
        }
    }

    private static func mergeChoice(_ from: String, _ into: String) -> HTML {
        """
        <form class="card" method="get" action="/admin/people/merge">\
        \(TextField(name: "from", label: Words[.mergeFrom], value: from))\
        \(TextField(name: "into", label: Words[.mergeInto], value: into))\
        <div class="row">\(Button(Words[.mergeShow]))</div></form>
        """
    }

    private static func mergeCard(_ preview: MergePreview, _ formFields: HTML) -> HTML {
        let values: KeyValuePairs<String, Words.Value> = [
            "count": .count(preview.doubles), "person": .text(preview.from.name),
        ]
        let doubles = preview.doubles == 0 ? Words[.noneWord] : Words.say(.mergeDoublesText, values)
        let table = mergeTable(preview)
        return Card(
            id: "preview",
            title: Words[.mergeWhat],
            hint: Words[.cannotUndo],
            content: """
                \(table)<p>\(Words[.mergeDoubles]): \(doubles)</p>\
                <form method="post" action="/admin/people/merge">\(formFields)\
                <input type="hidden" name="from" value="\(preview.from.id.rawValue)">\
                <input type="hidden" name="into" value="\(preview.into.id.rawValue)">\
                \(Button(Words.say(.mergeButton, ["person": .text(preview.into.name)]), kind: .danger))</form>
                """
        ).html
    }

    /// Both accounts as they are now, and the one that stays as it will be.
    private static func mergeTable(_ preview: MergePreview) -> Table {
        let words = Words.current
        func addresses(_ people: Person...) -> HTML {
            let all = people.flatMap(\.emails).map(\.description)
            return all.isEmpty ? "–" : "<span dir=\"auto\">\(all.joined(separator: ", "))</span>"
        }
        func numbers(_ first: Int, _ second: Int) -> [HTML] {
            [first, second, first + second].map { "\(words.number($0))" }
        }
        let open = Words[.openAccount]
        let state: [HTML] = [preview.from, preview.into].map { person in
            "\(person.deactivatedAt == nil ? open : Words[.accountClosed])"
        }
        return Table(
            caption: Words[.mergeWhat],
            columns: [
                Table.Column(Words[.whatWord]),
                Table.Column(Words.say(.mergeNow, ["person": .text(preview.from.name)])),
                Table.Column(Words.say(.mergeNow, ["person": .text(preview.into.name)])),
                Table.Column(Words.say(.mergeThen, ["person": .text(preview.into.name)])),
            ],
            rows: [
                ["\(Words[.awardsWord])"] + numbers(preview.awards, preview.keptAwards),
                ["\(Words[.mergeWaysIn])"] + numbers(preview.identities, preview.keptIdentities),
                [
                    "\(Words[.mergeAddressesWord])", addresses(preview.from), addresses(preview.into),
                    addresses(preview.into, preview.from),
                ],
                ["\(Words[.accountWord])"] + state + ["\(open)"],
            ]
        )
    }
}
