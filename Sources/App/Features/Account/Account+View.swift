import Core

extension Account {
    func page(
        _ person: Person,
        _ form: PreferencesForm,
        isSaved: Bool,
        _ context: PortalContext
    ) async throws -> Page {
        let sessions = try await accounts.sessions(of: person.id, at: site.now())
        let addresses = person.emails.map { email -> HTML in "<li><span dir=\"ltr\">\(email.description)</span></li>" }
        let known: HTML =
            addresses.isEmpty
            ? "<p class=\"soft\">\(Words[.noAddressVerified])</p>" : "<ul>\(addresses)</ul>"
        let add: HTML? =
            sendsCodes
            ? "<p class=\"after-form\">\(ButtonLink(Words[.welcomePrivate], href: "/settings/addresses", icon: .mail))</p>"
            : nil
        return Page(
            title: Words[.settings],
            body: """
                \(PageHeading(Words[.settings], lead: "\(person.name)"))
                \(form.summary)\(isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil)
                \(Card(id: "language", title: Words[.languageAndTime], content: form.html(context.formFields)))
                \(Card(id: "addresses", title: Words[.yourAddresses], content: "\(known)\(add)"))
                \(Card(id: "seen", title: Words[.whoSeesWhat], hint: Words[.whoSeesWhatHint], content: LinkList(Self.own).html))
                \(Card(
                    id: "sessions",
                    title: Words[.whereSignedIn],
                    hint: Words[.endUnknown],
                    content: "\(table(sessions, context))\(endOthers(sessions, context))"
                ))
                \(Card(id: "closing", title: Words[.eraseOwn], content: ButtonLink(Words[.eraseSee], href: "/settings/erasure").html))
                """
        )
    }

    private static var own: [LinkList.Row] {
        [
            LinkList.Row(title: Words[.yourPage], href: "/me/profile", icon: .eye),
            LinkList.Row(
                title: Words[.shareEverything],
                href: "/me/badges.zip",
                icon: .download,
                note: "ZIP",
                isDownload: true
            ),
        ]
    }

    private func table(_ sessions: [Session], _ context: PortalContext) -> Table {
        Table(
            caption: Words[.yourSessions],
            columns: [
                Table.Column(Words[.browserWord]), Table.Column(Words[.lastSeen]), Table.Column(Words[.since]),
                Table.Column(Words[.action], isAtEnd: true, hidesTitle: true),
            ],
            rows: sessions.map { session in
                let isThis = session.token == context.signedIn?.session.token
                let name = BrowserName(session.agent).text
                return [
                    TwoLines(title: name, below: way(session)).html,
                    RelativeAge(session.seenAt, now: site.now()).html,
                    DateText(session.startedAt, hasTime: true).html,
                    isThis ? Pill(Words[.thisOne], tone: .ok, icon: .check).html : endForm(session, name, context),
                ]
            }
        )
    }

    private func way(_ session: Session) -> String {
        guard let id = session.identity?.provider else { return Words[.emergencyLink] }
        return providers.first { $0.id == id }?.name ?? id.rawValue
    }

    private func endForm(_ session: Session, _ name: String, _ context: PortalContext) -> HTML {
        """
        <form method="post" action="/settings/sessions/end">\(context.formFields)\
        <input type="hidden" name="session" value="\(session.token.description)">\
        \(Button(Words[.endWord], kind: .quiet, label: Words.say(.endSessionIn, ["browser": .text(name)])))</form>
        """
    }

    private func endOthers(_ sessions: [Session], _ context: PortalContext) -> HTML? {
        guard sessions.count > 1 else { return nil }
        return """
            <form method="post" action="/settings/sessions/end">\(context.formFields)\
            \(Button(Words[.endAllOthers], kind: .danger))</form>
            """
    }
}

/// What a browser calls itself, in words that people know.
struct BrowserName {
    let text: String

    init(_ agent: String) {
        let browser = Self.browsers.first { agent.contains($0.mark) }?.name ?? Words[.aBrowser]
        let system = Self.systems.first { agent.contains($0.mark) }?.name
        text = system.map { Words.say(.browserOn, ["browser": .text(browser), "system": .text($0)]) } ?? browser
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
