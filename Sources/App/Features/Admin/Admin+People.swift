import Core

extension Admin {
    func peoplePage(_ page: PeoplePage, _ text: String, _ number: Int, _ context: PortalContext) -> Page {
        let count = (page.total + PeoplePage.size - 1) / PeoplePage.size
        let pages = Pagination(label: "Pages of people", current: min(number, max(count, 1)), count: count) { page in
            "/admin/people?page=\(page)&q=\(URLText.query(text))"
        }
        let content: HTML =
            page.people.isEmpty
            ? EmptyState(
                title: "Nobody found",
                text: "People appear here after their first sign-in.",
                icon: .people
            ).html
            : "<div class=\"card\">\(table(page.people, text, context.formFields))</div>"
        return Page(
            title: "People",
            section: .admin,
            body: """
                \(PageHeading("People", lead: "\(page.total) who have signed in."))\(Self.nav("/admin/people"))
                \(SearchBox(label: "Search by name or address", action: "/admin/people", value: text))\(content)\(pages)
                <p>\(ButtonLink("Merge two accounts", href: "/admin/people/merge"))</p>
                """
        )
    }

    private func table(_ people: [Person], _ text: String, _ formFields: HTML) -> Table {
        Table(
            caption: "People and their roles",
            columns: [
                Table.Column("Person"), Table.Column("Since"), Table.Column("Designer"), Table.Column("Administrator"),
                Table.Column("Account"),
            ],
            rows: people.map { person in
                [
                    TwoLines(title: person.name, below: person.emails.first?.description ?? "No address").html,
                    DateText(person.createdAt).html,
                    roleForm(.designer, person, text, formFields),
                    roleForm(.administrator, person, text, formFields),
                    closingForm(person, text, formFields),
                ]
            }
        )
    }

    private func closingForm(_ person: Person, _ text: String, _ formFields: HTML) -> HTML {
        let isClosed = person.deactivatedAt != nil
        let verb = isClosed ? "Reopen" : "Close"
        let pill: Pill? = isClosed ? Pill("Closed") : nil
        return """
            <form class="row" method="post" action="/admin/people/\(person.id.rawValue)/closing">\(formFields)\
            <input type="hidden" name="closed" value="\(isClosed ? 0 : 1)"><input type="hidden" name="q" \
            value="\(text)">\(pill)\(Button(verb, kind: .quiet, label: "\(verb) the account: \(person.name)"))</form>
            """
    }

    private func roleForm(_ role: Role, _ person: Person, _ text: String, _ formFields: HTML) -> HTML {
        let has = person.roles.contains(role)
        let verb = has ? "Take" : "Give"
        let pill: Pill? = has ? Pill("Yes", tone: .ok, icon: .check) : nil
        return """
            <form class="row" method="post" action="/admin/people/\(person.id.rawValue)/roles">\(formFields)\
            <input type="hidden" name="role" value="\(role.rawValue)"><input type="hidden" name="granted" \
            value="\(has ? 0 : 1)"><input type="hidden" name="q" value="\(text)">\(pill)\
            \(Button(verb, kind: .quiet, label: "\(verb) role \(role.rawValue): \(person.name)"))</form>
            """
    }
}
