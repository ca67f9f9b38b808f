import Core

extension Site {
    /// `page` within the top bar, the footer and the rest of the document.
    func document(_ page: Page, _ context: PortalContext) -> HTML {
        Layout(
            title: "\(page.title) | \(organisation)",
            assets: assets.layout,
            head: page.head,
            topBar: topBar(page.section, context),
            footer: Footer(
                note: "Badges follow the Open Badges standards: they are yours to take along.",
                links: [TextLink("All badges", href: "/badges"), TextLink("Check a badge", href: "/verify")]
            ),
            content: page.body
        ).html
    }

    private func topBar(_ section: Page.Section?, _ context: PortalContext) -> TopBar {
        guard let person = context.person else {
            return TopBar(
                name: organisation,
                subtitle: "Badges",
                items: [
                    TopBar.Item(title: "Badges", href: "/badges", isCurrent: section == .badges),
                    TopBar.Item(title: "Sign in", href: "/login"),
                ]
            )
        }
        var items = [
            TopBar.Item(title: "Home", href: "/", isCurrent: section == .home),
            TopBar.Item(title: "Badges", href: "/badges", isCurrent: section == .badges),
        ]
        if person.may(.designer) {
            items.append(TopBar.Item(title: "Design", href: "/design", isCurrent: section == .design))
        }
        if person.may(.administrator) {
            items.append(TopBar.Item(title: "Admin", href: "/admin", isCurrent: section == .admin))
        }
        return TopBar(
            name: organisation,
            subtitle: "Badges",
            items: items,
            search: TextLink("Search badges", href: "/badges#search"),
            person: TopBar.Person(
                name: person.name,
                links: [
                    TextLink("Your badges", href: "/#mine"), TextLink("Badges from elsewhere", href: "/import"),
                    TextLink("Settings", href: "/settings"),
                ],
                signOut: TopBar.SignOut(fields: context.formFields)
            )
        )
    }
}

extension PortalContext {
    /// The hidden fields that every form of the page needs.
    var formFields: HTML { "<input type=\"hidden\" name=\"form_token\" value=\"\(formToken)\">" }
}
