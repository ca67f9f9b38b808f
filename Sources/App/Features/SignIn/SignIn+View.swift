import Core

extension SignIn {
    func page(next: String, _ context: PortalContext) -> Page {
        Page(
            title: Words[.signIn],
            body: Self.view(
                providers,
                organisation: site.organisation,
                next: next,
                admitsLeavers: sendsCodes,
                context.formFields
            )
        )
    }

    static func view(
        _ providers: [any IdentityProvider],
        organisation: String,
        next: String,
        admitsLeavers: Bool = false,
        _ formFields: HTML
    ) -> HTML {
        let fields: HTML = "\(formFields)<input type=\"hidden\" name=\"return_to\" value=\"\(next)\">"
        let lists = providers.compactMap { $0 as? any PickAPerson }.map { people($0, fields) }
        let redirects = providers.filter { $0 is any RedirectSignIn || $0 is any PostSignIn }
        let buttons = redirects.enumerated().map { number, provider in
            ProviderButton(
                title: Words.say(.continueWith, ["provider": .text(provider.name)]),
                href: "/login/\(provider.id)\(next == "/" ? "" : "?return_to=\(URLText.query(next))")",
                isMain: number == 0
            )
        }
        let nobody: HTML? =
            providers.isEmpty
            ? EmptyState(
                title: Words[.signInSetUpTitle],
                text: Words[.signInSetUpText],
                icon: .lock
            ).html : nil
        let leavers: ButtonLink? =
            admitsLeavers ? ButtonLink(Words[.leaverTitle], href: "/leavers", kind: .quiet) : nil
        let onward: HTML? = next == "/" ? nil : "<p class=\"soft\">\(Words[.signInOnward])</p>"
        return """
            <div class="sign-in"><header>\(Icon(.laurel))<h1>\(Words[.signIn])</h1><p class="soft">\
            \(Words.html(.signInLead, ["organisation": "<span dir=\"auto\">\(organisation)</span>"]))</p>\(onward)</header>\(nobody)\(buttons)\(lists)\(leavers)</div>
            """
    }

    private static func people(_ provider: any PickAPerson, _ fields: HTML) -> HTML {
        let cards = provider.people.map { subject -> HTML in
            let card = PersonCard(
                name: subject.name,
                text: subject.note,
                action: "/login/\(provider.id)",
                value: subject.identity.subject,
                fields: fields
            )
            return "<li>\(card)</li>"
        }
        return """
            <p class="soft">\(Words.say(.demoLead, ["provider": .text(provider.name)]))</p><ul class="people">\(cards)</ul>
            """
    }
}
