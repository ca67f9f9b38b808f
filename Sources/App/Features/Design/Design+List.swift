import Core

extension Design {
    static func list(_ badges: [BadgeClass]) -> HTML {
        let new = ButtonLink(Words[.newBadge], href: "/design/\(newBadge)", kind: .main, icon: .plus)
        let content: HTML =
            if badges.isEmpty {
                EmptyState(
                    title: Words[.noDesigns],
                    text: Words[.noDesignsText],
                    action: new.html
                ).html
            } else {
                "<div class=\"card\">\(table(badges))</div>"
            }
        return """
            \(PageHeading(Words[.yourDesigns], lead: "\(Words[.designsLead])", actions: badges.isEmpty ? nil : "\(new)\(ButtonLink(Words[.awardOne], href: "/award", icon: .medal))\(ButtonLink(Words[.awardFromList], href: "/award/list", icon: .file))\(ButtonLink(Words[.statsWord], href: "/admin/stats"))"))
            \(content)
            """
    }

    private static func table(_ badges: [BadgeClass]) -> Table {
        Table(
            caption: Words[.yourDesigns],
            columns: [
                Table.Column(Words[.badgeWord]), Table.Column(Words[.listState]),
                Table.Column(Words[.holders], isAtEnd: true),
                Table.Column(Words[.versionWord], isAtEnd: true),
            ],
            rows: badges.map { badge in
                [
                    "<span class=\"row\"><img src=\"\(url: badge.content.picture.address(for: badge.slug))\" alt=\"\" width=\"44\" height=\"44\">\(TwoLines(title: badge.content.name, below: badge.slug.description, href: "/design/\(badge.slug)"))</span>",
                    pill(badge.status).html,
                    TextLink(
                        Words.current.number(badge.holders),
                        href: "/design/\(badge.slug)/holders",
                        label: "\(Words[.seeHolders]): \(badge.content.name)"
                    ).html,
                    "\(badge.version)",
                ]
            }
        )
    }

    static func pill(_ status: BadgeStatus) -> Pill {
        switch status {
        case .draft: Pill(Words[.stateDraft], icon: .pen)
        case .published: Pill(Words[.stateLive], tone: .ok, icon: .check)
        case .withdrawn: Pill(Words[.stateWithdrawn], tone: .warn, icon: .stop)
        }
    }
}
