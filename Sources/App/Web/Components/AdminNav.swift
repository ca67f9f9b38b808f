/// The ways between the pages for administrators.
struct AdminNav: Component {
    /// The address of the page it stands on.
    let current: String

    private static let pages: [(Phrase, String)] = [
        (.overviewWord, "/admin"), (.pluginsWord, "/admin/plugins"), (.peopleWord, "/admin/people"),
        (.awardsWord, "/admin/awards"), (.statsWord, "/admin/stats"), (.issuersWord, "/admin/issuers"),
        (.keysWord, "/admin/keys"), (.jobsWord, "/admin/jobs"), (.mailPage, "/admin/mail"),
        (.languagesWord, "/admin/languages"), (.auditWord, "/admin/audit"), (.theme, "/admin/theme"),
    ]

    var html: HTML {
        FilterChips(
            label: Words[.admin],
            chips: Self.pages.map { title, href in
                FilterChips.Chip(title: Words[title], href: href, isCurrent: href == current)
            }
        ).html
    }
}
