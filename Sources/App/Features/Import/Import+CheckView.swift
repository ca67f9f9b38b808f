import Core
import Foundation

extension Import {
    func checkPage(_ look: Look, _ form: AddressForm, _ context: PortalContext) -> Page {
        let words = ReportWords(report: look.report)
        let checked = Card(
            id: "checked",
            title: Words[.verifyWhat],
            content: CheckRows(Array(words.rows(isDone: look.isDone).dropLast())).html
        )
        let summary: ErrorSummary? = form.problem.map {
            ErrorSummary(title: Words[.importNotYet], errors: [ErrorSummary.Entry(field: $0.field, text: $0.message)])
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
                title: Words[.importOwnTitle],
                content: "<p>\(Words[.importOwnText])</p><p>\(TextLink(Words[.goToYourBadges], href: "/#mine"))</p>"
            ).html
        case .kept(let id):
            Card(
                id: "mine",
                title: Words[.importHaveAlready],
                content: "<p>\(TextLink(Words[.importLook], href: "/import/badges/\(id)"))</p>"
            ).html
        case .mine(let address):
            Card(
                id: "mine",
                title: Words[.importIsYours],
                content: """
                    <p>\(Words.html(.importNamesYou, ["address": "<bdi dir=\"ltr\">\(address.description)</bdi>"]))</p>\(note(look))\(keepForm(look, context, claim: nil))
                    """
            ).html
        case .noAddress:
            Card(
                id: "mine",
                title: Words[.importIsItYours],
                content: """
                    <p>\(Words[.importNobody])</p>\(note(look))\
                    \(keepForm(look, context, claim: Checkbox(name: "mine", label: Words[.importGivenToMe])))
                    """
            ).html
        case .otherAddress: proof(look, form, context).html
        }
    }

    private func note(_ look: Look) -> HTML? {
        guard case .unreachable = look.report.verdict else { return nil }
        return """
            <p class="small soft">\(Words[.importKeepNow])</p>
            """
    }

    private func keepForm(_ look: Look, _ context: PortalContext, claim: Checkbox?) -> HTML {
        """
        <form method="post" action="/import/checks/\(url: look.token)/badge">\(context.formFields)\(claim)\
        \(Button(Words[.importButton], kind: .main, isLarge: true))</form>
        """
    }

    private func refused(_ look: Look) -> HTML {
        let link: HTML? =
            look.link.map { link in
                """
                <p>\(Words[.importLinkInstead])</p>\
                <p>\(ButtonLink(Words[.importKeepLink], href: "/import/links?link=\(URLText.query(link))", icon: .link))</p>
                """
            }
        let report: HTML? =
            look.report.contents == nil
            ? nil
            : LinkList([
                LinkList.Row(
                    title: Words[.importReport],
                    href: "/import/checks/\(look.token)/report.json",
                    note: "JSON",
                    isDownload: true
                )
            ]).html
        let reason: HTML =
            look.report.contents == nil
            ? "<p>\(Words[.importScreenshot])</p>"
            : "<p>\(Words.html(.importIssuerStands, ["issuer": "<bdi>\(look.report.contents?.issuerName ?? "")</bdi>"]))</p>"
        return Card(
            id: "mine",
            title: Words[.importRefused],
            content:
                "\(reason)\(look.report.contents == nil ? link : nil)\(report)<p>\(ButtonLink(Words[.importTryAnother], href: "/import"))</p>"
        ).html
    }

    private func proof(_ look: Look, _ form: AddressForm, _ context: PortalContext) -> Card {
        let content: HTML
        if !sendsCodes {
            content = """
                <p>\(Words[.importUnknownAddress])</p><p class="small soft">\(Words[.importNoMail])</p>
                """
        } else if form.isSent {
            content = """
                <p>\(Words.html(.importCodeSent, ["address": "<bdi dir=\"ltr\">\(form.address)</bdi>"]))</p>\
                <form method="post" action="/import/checks/\(url: look.token)/proof">\(context.formFields)\
                <input type="hidden" name="address" value="\(form.address)">\
                \(TextField(
                    name: "code", label: Words[.importCode], hint: Words[.importCodeHint],
                    error: form.problem?.message, isRequired: true, autocomplete: "one-time-code"
                ))\(Button(Words[.importConfirm], kind: .main))</form>
                """
        } else {
            content = """
                <p>\(Words[.importProve])</p>\
                <form method="post" action="/import/checks/\(url: look.token)/code">\(context.formFields)\
                \(TextField(
                    name: "address", label: Words[.importGivenTo], value: form.address, kind: .email,
                    error: form.problem?.message, isRequired: true, autocomplete: "email"
                ))\(Button(Words[.importSendCode], kind: .main))</form>
                """
        }
        return Card(id: "mine", title: Words[.importIsItYours], content: content)
    }
}
