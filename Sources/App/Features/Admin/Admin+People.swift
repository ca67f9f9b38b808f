import Core

extension Admin {
    func peoplePage(
        _ page: PeoplePage,
        _ text: String,
        _ filter: PeopleFilter,
        _ number: Int,
        _ context: PortalContext
    ) -> Page {
        let count = (page.total + PeoplePage.size - 1) / PeoplePage.size
        let pages = Pagination(label: Words[.pagesOfPeople], current: min(number, max(count, 1)), count: count) {
            page in
            "/admin/people?page=\(page)&show=\(filter.rawValue)&q=\(URLText.query(text))"
        }
        let content: HTML =
            page.people.isEmpty
            ? EmptyState(
                title: Words[.noHolderFound],
                text: text.isEmpty ? Words[.nobodyFoundText] : "",
                icon: .people
            ).html
            : "<div class=\"card\">\(table(page.people, text, context.formFields))</div>"
        return Page(
            title: Words[.peopleWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.peopleWord], lead: text.isEmpty ? "\(Words.say(.peopleSignedIn, ["count": .count(page.total)]))" : nil))\
                \(AdminNav(current: "/admin/people"))
                \(SearchBox(label: Words[.searchHolders], action: "/admin/people", value: text))\
                \(Self.filters(text, filter))\(content)\(pages)
                <p>\(ButtonLink(Words[.mergeTitle], href: "/admin/people/merge"))</p>
                """
        )
    }

    private static func filters(_ text: String, _ filter: PeopleFilter) -> FilterChips {
        let kinds: [(PeopleFilter, Phrase)] = [
            (.all, .allOfThem), (.designers, .designersChip), (.administrators, .administratorsChip),
            (.closed, .closedChip),
        ]
        return FilterChips(
            label: Words[.shownWord],
            chips: kinds.map { kind, phrase in
                FilterChips.Chip(
                    title: Words[phrase],
                    href: "/admin/people?show=\(kind.rawValue)&q=\(URLText.query(text))",
                    isCurrent: kind == filter
                )
            }
        )
    }

    private func table(_ people: [Person], _ text: String, _ formFields: HTML) -> Table {
        Table(
            caption: Words[.peopleCaption],
            columns: [
                Table.Column(Words[.personWord]), Table.Column(Words[.since]), Table.Column(Words[.designerRole]),
                Table.Column(Words[.administratorRole]), Table.Column(Words[.accountWord]),
            ],
            rows: people.map { person in
                [
                    TwoLines(
                        title: person.name,
                        below: person.emails.first?.description ?? Words[.noAddress],
                        href: "/admin/people/\(person.id)"
                    ).html,
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
        let verb = Words[isClosed ? .reopenAccount : .closeAccount]
        let label = Words.say(isClosed ? .reopenNamed : .closeNamed, ["person": .text(person.name)])
        let pill: HTML? = person.deactivatedAt.map { closedAt in
            "<span>\(Pill(Words[.accountClosed])) <span class=\"small soft\">\(DateText(closedAt))</span></span>"
        }
        return """
            <form class="row" method="post" action="/admin/people/\(person.id.rawValue)/closing">\(formFields)\
            <input type="hidden" name="closed" value="\(isClosed ? 0 : 1)"><input type="hidden" name="q" \
            value="\(text)">\(pill)\(Button(verb, kind: .quiet, label: label))</form>
            """
    }

    private func roleForm(_ role: Role, _ person: Person, _ text: String, _ formFields: HTML) -> HTML {
        let has = person.roles.contains(role)
        let verb = Words[has ? .takeRole : .giveRole]
        let name = Words[role == .designer ? .designerRole : .administratorRole]
        let values: KeyValuePairs<String, Words.Value> = ["role": .text(name), "person": .text(person.name)]
        let pill: Pill? = has ? Pill(Words[.yesWord], tone: .ok, icon: .check) : nil
        return """
            <form class="row" method="post" action="/admin/people/\(person.id.rawValue)/roles">\(formFields)\
            <input type="hidden" name="role" value="\(role.rawValue)"><input type="hidden" name="granted" \
            value="\(has ? 0 : 1)"><input type="hidden" name="q" value="\(text)">\(pill)\
            \(Button(verb, kind: .quiet, label: Words.say(has ? .takeRoleNamed : .giveRoleNamed, values)))</form>
            """
    }
}
