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
        let removed: Notice? = wasRemoved ? Notice(tone: .ok, title: Words[.importRemoved], isAnswer: true) : nil
        let list: HTML? =
            imported.isEmpty
            ? nil
            : PageSection(
                id: "elsewhere",
                title: Words[.importKept],
                content: ForeignBadges(badges: imported, now: site.now()).html
            ).html
        return Page(
            title: Words[.badgesFromElsewhere],
            section: .home,
            body: """
                \(PageHeading(Words[.badgesFromElsewhere], lead: "\(Words[.importLead])"))\
                \(removed)\(ErrorSummary(title: Words[.importNothingYet], errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))\
                <div class="split"><form method="post" action="/import" enctype="multipart/form-data">\(context.formFields)\
                <div class="card">\(BadgeInput(problems: problems, text: text))\
                \(Button(Words[.importLook], kind: .main, isLarge: true))</div></form><div class="stack">\(others)</div></div>\(list)
                """
        )
    }

    private var others: HTML {
        """
        \(Card(id: "where", title: Words[.importWhereTitle], content: "<p>\(Words[.importWhereText])</p>"))\
        \(Card(id: "page", title: Words[.importPageTitle], content: """
            <p>\(Words[.importPageText])</p>\
            <p class="after-form">\(ButtonLink(Words[.importAddLink], href: "/import/links", icon: .link))</p>
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
            \(field("link", Words[.importLinkField], .url, hint: Words[.importLinkHint], isRequired: true))\
            \(field("title", Words[.importTitleField], .text, hint: Words[.importTitleHint], isRequired: true))\
            \(field("issuer", Words[.importIssuerField], .text, hint: Words[.importIssuerHint]))\
            \(field("issued_on", Words[.issuedOn], .date))\(field("expires", Words[.importGoodUntil], .date))
            """
        return Page(
            title: Words[.importAddLink],
            section: .home,
            body: """
                \(PageHeading(Words[.importAddLink], lead: "\(Words[.importLinkLead])"))\
                \(ErrorSummary(title: Words[.importNotKept], errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))\
                <form class="narrow" method="post" action="/import/links">\(context.formFields)<div class="card">\(fields)\
                <div class="row">\(Button(Words[.importKeepIt], kind: .main, isLarge: true))\(ButtonLink(Words[.importBack], href: "/import", kind: .quiet))</div></div></form>
                """
        )
    }

    func badgePage(_ badge: ImportedBadge, isNew: Bool, isSaved: Bool, _ context: PortalContext) -> Page {
        let trust = TrustWords(badge, at: site.now())
        let from = Words.html(.importFrom, ["issuer": "<b dir=\"auto\">\(badge.issuer)</b>"])
        let added: Notice? = isNew ? Notice(tone: .ok, title: Words[.importAdded], isAnswer: true) : nil
        let saved: Notice? = isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil
        return Page(
            title: badge.title,
            section: .home,
            body: """
                \(PageHeading(badge.title, lead: from, above: TextLink(Words[.badgesFromElsewhere], href: "/import").html))\
                \(added)\(saved)<div class="split"><div class="stack">\(about(badge, trust))</div><div class="stack">\
                \(visibility(badge, context))\(files(badge))\(removal(badge, context))</div></div>
                """
        )
    }

    private func about(_ badge: ImportedBadge, _ trust: TrustWords) -> Card {
        var facts = [FactsList.Fact(Words[.issuedBy], text: badge.issuer)]
        if let date = badge.issuedOn { facts.append(FactsList.Fact(Words[.issuedOn], DateText(date).html)) }
        if let date = badge.expires { facts.append(FactsList.Fact(Words[.importGoodUntil], DateText(date).html)) }
        if let date = badge.checkedAt {
            facts.append(FactsList.Fact(Words[.importChecked], RelativeAge(date, now: site.now()).html))
        }
        facts.append(FactsList.Fact(Words[.importSince], DateText(badge.addedAt).html))
        let description: HTML? =
            badge.description.isEmpty ? nil : "<p class=\"text\" dir=\"auto\">\(badge.description)</p>"
        return Card(
            id: "about",
            title: Words[.importAbout],
            content: """
                <div class="foreign"><img src="/import/badges/\(badge.id.rawValue)/picture" alt="" width="120" height="120">\
                <div>\(trust.pill)<p dir="auto">\(trust.sentence)</p></div></div>\(description)\(FactsList(facts))
                """
        )
    }

    private func files(_ badge: ImportedBadge) -> Card? {
        var rows: [LinkList.Row] = []
        if let link = badge.link {
            rows.append(LinkList.Row(title: Words[.importIssuersPage], href: link.absoluteString, icon: .external))
        }
        if badge.trust != .linked {
            let href = "/import/badges/\(badge.id)/original"
            rows.append(LinkList.Row(title: Words[.importOriginal], href: href, isDownload: true))
        }
        return rows.isEmpty ? nil : Card(id: "files", title: Words[.importTakeAlong], content: LinkList(rows).html)
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
            title: Words[.importForget],
            content: """
                <p class="small soft">\(Words[.importForgetText])</p>\
                <form method="post" action="/import/badges/\(badge.id.rawValue)/removal">\(context.formFields)\
                \(Button(Words[.importRemove], kind: .danger, label: Words.say(.importRemoveNamed, ["title": .text(badge.title)])))</form>
                """
        )
    }
}
