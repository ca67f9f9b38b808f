import Core

extension Site {
    /// `page` within the top bar, the footer and the rest of the document.
    func document(_ page: Page, _ context: PortalContext) -> HTML {
        let theme = theme.theme
        var layout = assets.layout
        layout.theme = theme.stylesheetAddress
        return Layout(
            title: "\(page.title) | \(organisation)",
            language: Words.current.language,
            theme: context.person?.preferences.appearance.map(Layout.Theme.init) ?? .system,
            assets: layout,
            head: page.head,
            header: Slot(markup: theme.slots.header, styles: theme.slots.styles),
            topBar: topBar(page.section, theme.logo, context),
            footer: Footer(
                note: Words[.footerNote],
                links: [
                    TextLink(Words[.checkABadge], href: "/verify"),
                    TextLink(Words[.issuersTitle], href: "/issuer"),
                    TextLink(Words[.helpTitle], href: "/help"),
                    TextLink(Words[.privacyTitle], href: "/privacy"),
                    TextLink(Words[.accessTitle], href: "/accessibility"),
                    TextLink(Words[.statusTitle], href: "/status"),
                    TextLink(Words[.languageWord], href: "/language"),
                ]
            ),
            companyFooter: Slot(markup: theme.slots.footer, styles: theme.slots.styles),
            content: page.body
        ).html
    }

    private func topBar(_ section: Page.Section?, _ logo: String?, _ context: PortalContext) -> TopBar {
        guard let person = context.person else {
            return TopBar(
                name: organisation,
                subtitle: Words[.badges],
                logo: logo,
                items: [
                    TopBar.Item(title: Words[.badges], href: "/badges", isCurrent: section == .badges),
                    TopBar.Item(title: Words[.signIn], href: "/login"),
                ]
            )
        }
        var items = [
            TopBar.Item(title: Words[.home], href: "/", isCurrent: section == .home),
            TopBar.Item(title: Words[.badges], href: "/badges", isCurrent: section == .badges),
        ]
        if person.may(.designer) {
            items.append(TopBar.Item(title: Words[.design], href: "/design", isCurrent: section == .design))
        }
        if person.may(.administrator) {
            items.append(TopBar.Item(title: Words[.admin], href: "/admin", isCurrent: section == .admin))
        }
        return TopBar(
            name: organisation,
            subtitle: Words[.badges],
            logo: logo,
            items: items,
            search: TextLink(Words[.searchAll], href: "/search"),
            person: TopBar.Person(
                name: person.name,
                links: [
                    TextLink(Words[.yourBadges], href: "/#mine"),
                    TextLink(Words[.badgesFromElsewhere], href: "/import"),
                    TextLink(Words[.yourPage], href: "/people/\(person.id)"),
                    TextLink(Words[.settings], href: "/settings"),
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
