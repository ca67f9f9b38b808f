import Core
import Foundation

extension Import {
    func startPage(
        _ imported: [ImportedBadge],
        _ problems: [FormProblem],
        _ text: String,
        wasRemoved: Bool,
        _ context: PortalContext
    ) -> Page {
        let removed: Notice? = wasRemoved ? Notice(tone: .ok, title: "It is no longer kept here.", isAnswer: true) : nil
        let list: HTML? =
            imported.isEmpty
            ? nil
            : PageSection(
                id: "elsewhere",
                title: "What you keep here",
                content: ForeignBadges(badges: imported, now: site.now()).html
            ).html
        return Page(
            title: "Badges from elsewhere",
            section: .home,
            body: """
                \(PageHeading("Badges from elsewhere", lead: "Keep what others gave you beside your badges from here."))\
                \(removed)\(ErrorSummary(title: "There is nothing to import yet", errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))\
                <div class="split"><form method="post" action="/import" enctype="multipart/form-data">\(context.formFields)\
                <div class="card">\(BadgeInput(problems: problems, text: text))\
                \(Button("Look at it", kind: .main, isLarge: true))</div></form><div class="stack">\(others)</div></div>\(list)
                """
        )
    }

    private var others: HTML {
        """
        \(Card(id: "where", title: "Where do I find the file?", content: """
            <p>Look for “Download” or “Share” beside the badge where you got it. A picture that you took of the screen \
            does not carry the badge; the downloaded picture does.</p>
            """))\
        \(Card(id: "page", title: "Only a page, no file?", content: """
            <p>Many certificates have just a page, such as those of Microsoft Learn, Cisco or CompTIA. Keep its link.</p>\
            <p class="after-form">\(ButtonLink("Add a certificate by its link", href: "/import/links", icon: .link))</p>
            """))
        """
    }

    func linkPage(_ form: LinkForm, _ problems: [FormProblem], _ context: PortalContext) -> Page {
        func field(
            _ name: String,
            _ label: String,
            _ kind: TextField.Kind,
            hint: String? = nil,
            isRequired: Bool = false
        ) -> TextField {
            TextField(
                name: name,
                label: label,
                value: form.fields[name] ?? "",
                kind: kind,
                hint: hint,
                error: problems.first { $0.field == name }?.message,
                isRequired: isRequired,
                isOptional: !isRequired,
                autocomplete: "off"
            )
        }
        let fields: HTML = """
            \(field("link", "Address of its page", .url, hint: "Where the issuer shows that you have it: the “share” or “verify” link.", isRequired: true))\
            \(field("title", "Title", .text, hint: "As it stands on the certificate.", isRequired: true))\
            \(field("issuer", "Issuer", .text, hint: "Who gave it to you. We look at the address when you leave this empty."))\
            \(field("issued_on", "Issued on", .date))\(field("expires", "Good until", .date))
            """
        return Page(
            title: "Add a certificate by its link",
            section: .home,
            body: """
                \(PageHeading("Add a certificate by its link", lead: "It stands beside your badges, marked as not checked by signature."))\
                \(ErrorSummary(title: "This cannot be kept yet", errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))\
                <form class="narrow" method="post" action="/import/links">\(context.formFields)<div class="card">\(fields)\
                <div class="row">\(Button("Keep it", kind: .main, isLarge: true))\(ButtonLink("Back", href: "/import", kind: .quiet))</div></div></form>
                """
        )
    }

    func badgePage(_ badge: ImportedBadge, isNew: Bool, isSaved: Bool, _ context: PortalContext) -> Page {
        let trust = TrustWords(badge, at: site.now())
        let added: Notice? = isNew ? Notice(tone: .ok, title: "It is kept here now.", isAnswer: true) : nil
        let saved: Notice? = isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil
        return Page(
            title: badge.title,
            section: .home,
            body: """
                \(PageHeading(badge.title, lead: "From <b dir=\"auto\">\(badge.issuer)</b>", above: TextLink("Badges from elsewhere", href: "/import").html))\
                \(added)\(saved)<div class="split"><div class="stack">\(about(badge, trust))</div><div class="stack">\
                \(visibility(badge, context))\(files(badge))\(removal(badge, context))</div></div>
                """
        )
    }

    private func about(_ badge: ImportedBadge, _ trust: TrustWords) -> Card {
        var facts = [FactsList.Fact("Issued by", text: badge.issuer)]
        if let date = badge.issuedOn { facts.append(FactsList.Fact("Issued on", DateText(date).html)) }
        if let date = badge.expires { facts.append(FactsList.Fact("Good until", DateText(date).html)) }
        if let date = badge.checkedAt {
            facts.append(FactsList.Fact("Checked", RelativeAge(date, now: site.now()).html))
        }
        facts.append(FactsList.Fact("Kept here since", DateText(badge.addedAt).html))
        let description: HTML? =
            badge.description.isEmpty ? nil : "<p class=\"text\" dir=\"auto\">\(badge.description)</p>"
        return Card(
            id: "about",
            title: "What we know about it",
            content: """
                <div class="foreign"><img src="/import/badges/\(badge.id.rawValue)/picture" alt="" width="120" height="120">\
                <div>\(trust.pill)<p>\(trust.sentence)</p></div></div>\(description)\(FactsList(facts))
                """
        )
    }

    private func files(_ badge: ImportedBadge) -> Card? {
        var rows: [LinkList.Row] = []
        if let link = badge.link {
            rows.append(LinkList.Row(title: "The issuer's page", href: link.absoluteString, icon: .external))
        }
        if badge.trust != .linked {
            let href = "/import/badges/\(badge.id)/original"
            rows.append(LinkList.Row(title: "The badge, byte by byte as it came", href: href, isDownload: true))
        }
        return rows.isEmpty ? nil : Card(id: "files", title: "Take it along", content: LinkList(rows).html)
    }

    private func visibility(_ badge: ImportedBadge, _ context: PortalContext) -> HTML {
        let choices = RadioList(
            name: "visibility",
            label: Words[.elsewhereWho],
            choices: [
                Choice("owner", Words[.elsewhereOwner]), Choice("colleagues", Words[.elsewhereColleagues]),
                Choice("link", Words[.elsewhereEverybody]),
            ],
            selected: badge.visibility.rawValue
        )
        return """
            <form class="card" method="post" action="/import/badges/\(badge.id.rawValue)/visibility">\
            \(context.formFields)\(choices)<div class="row">\(Button(Words[.save]))</div></form>
            """
    }

    private func removal(_ badge: ImportedBadge, _ context: PortalContext) -> Card {
        Card(
            id: "remove",
            title: "Keep it here no longer",
            content: """
                <p class="small soft">Only this portal forgets it. What the issuer has stays as it is.</p>\
                <form method="post" action="/import/badges/\(badge.id.rawValue)/removal">\(context.formFields)\
                \(Button("Remove", kind: .danger, label: "Remove \(badge.title)"))</form>
                """
        )
    }
}
