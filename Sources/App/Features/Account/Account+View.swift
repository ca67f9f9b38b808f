import Core

extension Account {
    func page(_ person: Person, _ sessions: [Session], _ context: PortalContext) -> Page {
        let addresses = person.emails.map { email -> HTML in "<li dir=\"ltr\">\(email.description)</li>" }
        let known: HTML =
            addresses.isEmpty
            ? "<p class=\"soft\">No address was verified for you.</p>" : "<ul>\(addresses)</ul>"
        return Page(
            title: "Settings",
            body: """
                \(PageHeading("Settings", lead: "\(person.name)"))
                \(Card(id: "addresses", title: "Your addresses", content: known))
                \(Card(
                    id: "sessions",
                    title: "Where you are signed in",
                    hint: "End what you do not know. It ends at once.",
                    content: "\(table(sessions, context))\(endOthers(sessions, context))"
                ))
                """
        )
    }

    private func table(_ sessions: [Session], _ context: PortalContext) -> Table {
        Table(
            caption: "Your sessions",
            columns: [
                Table.Column("Browser"), Table.Column("Last seen"), Table.Column("Since"),
                Table.Column("Action", isAtEnd: true, hidesTitle: true),
            ],
            rows: sessions.map { session in
                let isThis = session.token == context.signedIn?.session.token
                let name = BrowserName(session.agent).text
                return [
                    TwoLines(title: name, below: way(session)).html,
                    RelativeAge(session.seenAt, now: site.now()).html,
                    DateText(session.startedAt, hasTime: true).html,
                    isThis ? Pill("This one", tone: .ok, icon: .check).html : endForm(session, name, context),
                ]
            }
        )
    }

    private func way(_ session: Session) -> String {
        guard let id = session.identity?.provider else { return "Emergency link" }
        return providers.first { $0.id == id }?.name ?? id.rawValue
    }

    private func endForm(_ session: Session, _ name: String, _ context: PortalContext) -> HTML {
        """
        <form method="post" action="/settings/sessions/end">\(context.formFields)\
        <input type="hidden" name="session" value="\(session.token.description)">\
        \(Button("End", kind: .quiet, label: "End the session in \(name)"))</form>
        """
    }

    private func endOthers(_ sessions: [Session], _ context: PortalContext) -> HTML? {
        guard sessions.count > 1 else { return nil }
        return """
            <form method="post" action="/settings/sessions/end">\(context.formFields)\
            \(Button("End all others", kind: .danger))</form>
            """
    }
}

/// What a browser calls itself, in words that people know.
struct BrowserName {
    let text: String

    init(_ agent: String) {
        let browser = Self.browsers.first { agent.contains($0.mark) }?.name ?? "A browser"
        let system = Self.systems.first { agent.contains($0.mark) }?.name
        text = system.map { "\(browser) on \($0)" } ?? browser
    }

    /// The first that fits: most claim to be several.
    private static let browsers = [
        (mark: "Edg/", name: "Edge"), (mark: "OPR/", name: "Opera"), (mark: "Firefox/", name: "Firefox"),
        (mark: "Chrome/", name: "Chrome"), (mark: "Safari/", name: "Safari"),
    ]
    private static let systems = [
        (mark: "Windows", name: "Windows"), (mark: "iPhone", name: "iPhone"), (mark: "iPad", name: "iPad"),
        (mark: "Android", name: "Android"), (mark: "Mac OS X", name: "macOS"), (mark: "Linux", name: "Linux"),
    ]
}
