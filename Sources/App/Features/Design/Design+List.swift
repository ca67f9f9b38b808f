import Core

extension Design {
    static func list(_ badges: [BadgeClass]) -> HTML {
        let new = ButtonLink("New badge", href: "/design/\(newBadge)", kind: .main, icon: .plus)
        let content: HTML =
            if badges.isEmpty {
                EmptyState(
                    title: "No badge yet",
                    text: "The first one takes five minutes. You need no artwork: the picture is drawn for you.",
                    action: new.html
                ).html
            } else {
                "<div class=\"card\">\(table(badges))</div>"
            }
        return """
            \(PageHeading("Your designs", lead: "Drafts, badges that can be earned, and those no longer awarded.", actions: badges.isEmpty ? nil : "\(new)\(ButtonLink("Award one", href: "/award", icon: .medal))\(ButtonLink(Words[.awardFromList], href: "/award/list", icon: .file))"))
            \(content)
            """
    }

    private static func table(_ badges: [BadgeClass]) -> Table {
        Table(
            caption: "Badges",
            columns: [
                Table.Column("Badge"), Table.Column("State"), Table.Column("Holders", isAtEnd: true),
                Table.Column("Version", isAtEnd: true),
            ],
            rows: badges.map { badge in
                [
                    "<span class=\"row\"><img src=\"\(url: badge.content.picture.address(for: badge.slug))\" alt=\"\" width=\"44\" height=\"44\">\(TwoLines(title: badge.content.name, below: badge.slug.description, href: "/design/\(badge.slug)"))</span>",
                    pill(badge.status).html,
                    "\(badge.holders)",
                    "\(badge.version)",
                ]
            }
        )
    }

    static func pill(_ status: BadgeStatus) -> Pill {
        switch status {
        case .draft: Pill("Draft", icon: .pen)
        case .published: Pill("Live", tone: .ok, icon: .check)
        case .withdrawn: Pill("Withdrawn", tone: .warn, icon: .stop)
        }
    }
}
