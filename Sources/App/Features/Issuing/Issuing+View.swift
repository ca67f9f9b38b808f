import Core
import Foundation
import OpenBadges

extension Issuing {
    /// - Parameter form: what was typed last; it stands in the form that it came from.
    func issuersPage(_ issuers: [Issuer], _ form: IssuerForm, _ problems: [FormProblem], _ context: PortalContext)
        -> Page
    {
        let cards = issuers.map { issuer -> Card in
            let isTyped = form.id == issuer.id
            return Card(
                id: "issuer-\(issuer.id)",
                title: issuer.name,
                hint: issuer.email == nil
                    ? Words[.issuerNoAddress] : nil,
                content: Self.form(
                    "/admin/issuers/\(issuer.id)",
                    id: issuer.id.rawValue,
                    isTyped ? form : IssuerForm(issuer),
                    isTyped ? problems : [],
                    button: Words[.save],
                    context.formFields
                )
            )
        }
        let isNew = form.id == nil || !issuers.contains { $0.id == form.id }
        let new = Card(
            id: "new",
            title: Words[.issuerAnother],
            hint: Words[.issuerAnotherHint],
            content: Self.form(
                "/admin/issuers",
                id: Self.newForm,
                isNew ? form : IssuerForm(),
                isNew ? problems : [],
                button: Words[.addIssuer],
                context.formFields
            )
        )
        let typed = isNew ? Self.newForm : form.id?.rawValue ?? Self.newForm
        let errors = problems.map { ErrorSummary.Entry(field: "\(typed)-\($0.field)", text: $0.message) }
        return Page(
            title: Words[.issuersWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.issuersWord], lead: "\(Words[.issuersLead])"))\(AdminNav(current: "/admin/issuers"))
                \(ErrorSummary(title: Words[.cannotSaveYet], errors: errors))
                <div class="stack narrow">\(cards)\(new)</div>
                """
        )
    }

    private static let newForm = "new"

    private static func form(
        _ action: String,
        id: String,
        _ form: IssuerForm,
        _ problems: [FormProblem],
        button: String,
        _ formFields: HTML
    ) -> HTML {
        func error(_ field: String) -> String? { problems.first { $0.field == field }?.message }
        return """
            <form method="post" action="\(url: action)">\(formFields)\
            \(TextField(name: "name", form: id, label: Words[.fieldName], value: form.name, error: error("name"), isRequired: true))\
            \(TextField(name: "url", form: id, label: Words[.issuerSite], value: form.url, kind: .url, error: error("url"), isOptional: true))\
            \(TextField(
                name: "email", form: id, label: Words[.issuerMail], value: form.email, kind: .email,
                hint: Words[.issuerMailHint], error: error("email"), isOptional: true
            ))<div class="row">\(Button(button, kind: id == newForm ? .main : .plain))</div></form>
            """
    }

    func keysPage(_ stored: StoredKeyring, _ context: PortalContext) -> Page {
        let sections = stored.issuers.map { issuer -> PageSection in
            let table = Table(
                caption: Words.say(.keysOf, ["issuer": .text(issuer.name)]),
                columns: [.keyWord, .keyFor, .since, .listState].map { (phrase: Phrase) in Table.Column(Words[phrase])
                },
                rows: stored.keys(of: issuer.id).reversed().map { key in
                    [
                        TwoLines(title: key.algorithm.rawValue, below: key.id.rawValue, href: "/ob/v3/keys/\(key.id)")
                            .html,
                        Self.purpose(key),
                        DateText(key.createdAt).html,
                        Self.state(key),
                    ]
                }
            )
            let rotate: HTML = """
                <form class="after-form" method="post" action="\(url: "/admin/keys/\(issuer.id)/rotation")">\(context.formFields)\
                \(Button(
                    Words[.makeKeys], icon: .refresh,
                    label: Words.say(.makeKeysFor, ["issuer": .text(issuer.name)])
                ))</form>
                """
            return PageSection(
                id: "keys-\(issuer.id)",
                title: issuer.name,
                aside: nil,
                content: "\(table)\(rotate)"
            )
        }
        return Page(
            title: Words[.keysWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.keysWord], lead: "\(Words[.keysLead])"))\(AdminNav(current: "/admin/keys"))\
                \(sections)<p class="soft after-form">\(Words[.makeKeysHint])</p>
                """
        )
    }

    /// Names of standards, which are the same in every language.
    private static func purpose(_ key: SigningKey) -> HTML {
        switch key.algorithm {
        case .rsa2048: "<code>Open Badges 2.0, 3.0: JWS, JWT (RS256)</code>"
        case .ed25519: "<code>Open Badges 3.0: Data Integrity (EdDSA)</code>"
        }
    }

    private static func state(_ key: SigningKey) -> HTML {
        guard let date = key.retiredAt else { return Pill(Words[.keyInUse], tone: .ok, icon: .check).html }
        return "\(Pill(Words[.keyRetired])) \(DateText(date))"
    }
}

extension IssuerForm {
    init(_ issuer: Issuer) {
        id = issuer.id
        name = issuer.name
        url = issuer.url?.absoluteString ?? ""
        email = issuer.email?.description ?? ""
    }
}
