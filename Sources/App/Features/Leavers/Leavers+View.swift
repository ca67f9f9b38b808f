import Core

extension Leavers {
    func entrance(_ form: Form, _ formFields: HTML, problem: String? = nil) -> Page {
        let address = TextField(
            name: "address",
            label: Words[.welcomeAddress],
            value: form.address,
            kind: .email,
            hint: Words[.leaverAddressHint],
            error: problem,
            isRequired: true
        )
        let content: HTML = """
            <form class="card" method="post" action="/leavers">\(formFields)\(address)\
            <div class="row">\(Button(Words[.welcomeSendCode], kind: .main))</div></form>
            """
        return page(
            lead: Words.say(.leaverLead, ["organisation": .text(site.organisation)]),
            isNarrow: true,
            content
        )
    }

    /// The same whether badges belong to the address or not.
    func codePage(_ form: Form, _ formFields: HTML, problem: String? = nil) -> Page {
        let code = TextField(
            name: "code",
            label: Words[.welcomeCode],
            value: form.code,
            error: problem,
            isRequired: true
        )
        let sent: Notice? =
            problem == nil
            ? Notice(
                tone: .neutral,
                title: Words.say(.leaverSent, ["address": .text(form.address)]),
                isAnswer: true
            ) : nil
        let content: HTML = """
            <form class="card" method="post" action="/leavers/visit">\(formFields)\
            <input type="hidden" name="address" value="\(form.address)">\(code)\
            <div class="row">\(Button(Words[.leaverOpen], kind: .main))\
            \(ButtonLink(Words[.leaverOtherAddress], href: "/leavers"))</div></form>
            """
        return page(lead: nil, isNarrow: true, "\(sent)\(content)")
    }

    func badgesPage(_ person: Person, _ held: [HeldAward], isSaved: Bool, _ formFields: HTML) -> Page {
        let saved: Notice? = isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil
        let end: HTML = """
            <form method="post" action="/leavers/end">\(formFields)\(Button(Words[.signOut], kind: .quiet))</form>
            """
        guard !held.isEmpty else {
            return page(lead: person.name, "\(EmptyState(title: Words[.noBadgeHere], text: "", icon: .laurel))\(end)")
        }
        let list = Card(
            id: "badges",
            title: Words[.shareWhoSees],
            hint: Words[.leaverHint],
            content: """
                <form class="stack" method="post" action="/leavers/badges">\(formFields)\
                <div class="pair">\(held.map(choice))</div>\
                <div class="row">\(Button(Words[.save], kind: .main))</div></form>
                """
        )
        let file = LinkList.Row(
            title: Words[.shareEverything],
            href: "/leavers/badges.zip",
            icon: .download,
            note: "ZIP",
            isDownload: true
        )
        return page(
            lead: person.name,
            "\(saved)\(list)\(Card(id: "keep", title: Words[.shareKeep], content: LinkList([file]).html))\(end)"
        )
    }

    private func choice(_ held: HeldAward) -> HTML {
        let who = SelectField(
            name: Self.field(of: held.award.id),
            label: held.content.name,
            choices: [
                Choice("link", Words[.shareAnyone]), Choice("colleagues", Words[.shareColleagues]),
                Choice("owner", Words[.shareOwner]),
            ],
            selected: held.award.visibility.rawValue,
            hint: DateText(held.award.issuedOn).text
        )
        let open = ButtonLink(
            Words[.shareOpen],
            href: "/awards/\(held.award.id)",
            kind: .quiet,
            label: "\(Words[.shareOpen]): \(held.content.name)"
        )
        return "<div>\(who)\(open)</div>"
    }

    private func page(lead: String?, isNarrow: Bool = false, _ content: HTML) -> Page {
        let classes: HTML = isNarrow ? "narrow stack" : "stack"
        return Page(
            title: Words[.leaverTitle],
            body: """
                <div class="\(classes)">\(PageHeading(Words[.leaverTitle], lead: lead.map { "\($0)" }))\(content)</div>
                """
        )
    }
}
