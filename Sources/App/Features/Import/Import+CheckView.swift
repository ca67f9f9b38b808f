import Core
import Foundation

extension Import {
    func checkPage(_ look: Look, _ form: AddressForm, _ context: PortalContext) -> Page {
        let words = ReportWords(report: look.report)
        let checked = Card(
            id: "checked",
            title: "What we check",
            content: CheckList(Array(words.rows(isDone: look.isDone).dropLast())).html
        )
        let summary: ErrorSummary? = form.problem.map {
            ErrorSummary(title: "Not yet", errors: [ErrorSummary.Entry(field: $0.field, text: $0.message)])
        }
        return Page(
            title: words.sentence,
            section: .home,
            body: """
                \(summary)\(ReportBand(report: look.report, picture: "/import/checks/\(look.token)/picture", isDone: look.isDone))\
                <div class="split"><div class="stack">\(look.report.contents == nil && look.isDone ? nil : checked)</div>\
                <div class="stack">\(next(look, form, context))</div></div>
                """,
            head: WaitingPage.head(isDone: look.isDone)
        )
    }

    private func next(_ look: Look, _ form: AddressForm, _ context: PortalContext) -> HTML? {
        switch look.standing {
        case .open: nil
        case .refused: refused(look)
        case .own:
            Card(
                id: "mine",
                title: "It is one of ours",
                content: "<p>Badges from here are \(TextLink("on your home page", href: "/#mine")) already.</p>"
            ).html
        case .kept(let id):
            Card(
                id: "mine",
                title: "You have it already",
                content: "<p>\(TextLink("Look at it", href: "/import/badges/\(id)"))</p>"
            ).html
        case .mine(let address):
            Card(
                id: "mine",
                title: "It is yours",
                content: """
                    <p>It names your address <bdi dir="ltr">\(address.description)</bdi>.</p>\(note(look))\(keepForm(look, context, claim: nil))
                    """
            ).html
        case .noAddress:
            Card(
                id: "mine",
                title: "Is it yours?",
                content: """
                    <p>It names nobody by an email address, so we cannot tell.</p>\(note(look))\
                    \(keepForm(look, context, claim: Checkbox(name: "mine", label: "It was given to me")))
                    """
            ).html
        case .otherAddress: proof(look, form, context).html
        }
    }

    private func note(_ look: Look) -> HTML? {
        guard case .unreachable = look.report.verdict else { return nil }
        return """
            <p class="small soft">You can keep it now: we check it again every night until its issuer answers.</p>
            """
    }

    private func keepForm(_ look: Look, _ context: PortalContext, claim: Checkbox?) -> HTML {
        """
        <form method="post" action="/import/checks/\(url: look.token)/badge">\(context.formFields)\(claim)\
        \(Button("Import badge", kind: .main, isLarge: true))</form>
        """
    }

    private func refused(_ look: Look) -> HTML {
        let link: HTML? =
            look.link.map { link in
                """
                <p>If it is the page of a certificate, keep its link.</p>\
                <p>\(ButtonLink("Keep the link", href: "/import/links?link=\(URLText.query(link))", icon: .link))</p>
                """
            }
        let report: HTML? =
            look.report.contents == nil
            ? nil
            : LinkList([
                LinkList.Row(
                    title: "What we found, as a file",
                    href: "/import/checks/\(look.token)/report.json",
                    note: "JSON",
                    isDownload: true
                )
            ]).html
        let reason: HTML =
            look.report.contents == nil
            ? "<p>A picture of the screen does not carry the badge: look for the downloaded file, or the link.</p>"
            : "<p>Only what its issuer stands by is kept here. Ask \(look.report.contents?.issuerName ?? "") about it.</p>"
        return Card(
            id: "mine",
            title: "It is not imported",
            content:
                "\(reason)\(look.report.contents == nil ? link : nil)\(report)<p>\(ButtonLink("Try another", href: "/import"))</p>"
        ).html
    }

    private func proof(_ look: Look, _ form: AddressForm, _ context: PortalContext) -> Card {
        let content: HTML
        if !sendsCodes {
            content = """
                <p>It names an email address that we do not know as yours.</p><p class="small soft">This portal sends \
                no mail yet, so you cannot prove another address here. Ask your administrator to add it.</p>
                """
        } else if form.isSent {
            content = """
                <p>We sent a code to <bdi dir="ltr">\(form.address)</bdi>. It counts for 15 minutes.</p>\
                <form method="post" action="/import/checks/\(url: look.token)/proof">\(context.formFields)\
                <input type="hidden" name="address" value="\(form.address)">\
                \(TextField(
                    name: "code", label: "Code from the message", hint: "Eight digits.",
                    error: form.problem?.message, isRequired: true, autocomplete: "one-time-code"
                ))\(Button("This is my address", kind: .main))</form>
                """
        } else {
            content = """
                <p>It names an email address that we do not know as yours. If it is, prove it: we send a code there.</p>\
                <form method="post" action="/import/checks/\(url: look.token)/code">\(context.formFields)\
                \(TextField(
                    name: "address", label: "The address it was given to", value: form.address, kind: .email,
                    error: form.problem?.message, isRequired: true, autocomplete: "email"
                ))\(Button("Send a code", kind: .main))</form>
                """
        }
        return Card(id: "mine", title: "Is it yours?", content: content)
    }
}
