import Core

extension PrivateAddress {
    func page(_ person: Person, _ form: Form, isAdded: Bool, _ context: PortalContext) -> Page {
        let known = person.emails.map { email -> HTML in "<li><span dir=\"ltr\">\(email.description)</span></li>" }
        let added: Notice? =
            isAdded
            ? person.emails.last.map {
                Notice(
                    tone: .ok,
                    title: Words.say(.welcomeAdded, ["address": .text($0.description)]),
                    isAnswer: true
                )
            } : nil
        let list: HTML = known.isEmpty ? "<p class=\"soft\">\(Words[.noAddressVerified])</p>" : "<ul>\(known)</ul>"
        return Page(
            title: Words[.yourAddresses],
            body: """
                <div class="narrow stack">\
                \(PageHeading(Words[.yourAddresses], above: "<a href=\"/settings\">\(Words[.settings])</a>"))\(added)\
                \(sent(form))\(Card(id: "known", title: Words[.yourAddresses], content: list))\
                \(sendsCodes ? add(form, context.formFields) : nil)</div>
                """
        )
    }

    private func sent(_ form: Form) -> Notice? {
        guard form.isSent, form.problem == nil else { return nil }
        return Notice(
            tone: .neutral,
            title: Words.say(.welcomeCodeSent, ["address": .text(form.address)]),
            isAnswer: true
        )
    }

    private func add(_ form: Form, _ formFields: HTML) -> Card {
        func error(_ field: String) -> String? { form.problem?.field == field ? form.problem?.message : nil }
        let address = TextField(
            name: "address",
            label: Words[.welcomeAddress],
            value: form.address,
            kind: .email,
            error: error("address"),
            isRequired: true
        )
        let code = TextField(
            name: "code",
            label: Words[.welcomeCode],
            value: form.code,
            error: error("code"),
            isRequired: true
        )
        let proof: HTML? =
            form.isSent
            ? """
            <form method="post" action="/settings/addresses/proof">\(formFields)\
            <input type="hidden" name="address" value="\(form.address)">\(code)\
            <div class="row">\(Button(Words[.welcomeConfirm], kind: .main))</div></form>
            """ : nil
        return Card(
            id: "add",
            title: Words[.welcomePrivate],
            hint: Words[.welcomePrivateText],
            content: """
                \(proof)<form method="post" action="/settings/addresses">\(formFields)\(address)\
                <div class="row">\(Button(Words[.welcomeSendCode], kind: form.isSent ? .plain : .main))</div></form>
                """
        )
    }
}
