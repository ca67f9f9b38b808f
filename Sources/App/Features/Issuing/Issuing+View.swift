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
                    ? "Add an address for questions: Open Badges 2.0 asks for one in every badge." : nil,
                content: Self.form(
                    "/admin/issuers/\(issuer.id)",
                    isTyped ? form : IssuerForm(issuer),
                    isTyped ? problems : [],
                    button: "Save",
                    context.formFields
                )
            )
        }
        let isNew = form.id == nil || !issuers.contains { $0.id == form.id }
        let new = Card(
            id: "new",
            title: "Another issuer",
            hint: "A department that awards in its own name, with keys of its own.",
            content: Self.form(
                "/admin/issuers",
                isNew ? form : IssuerForm(),
                isNew ? problems : [],
                button: "Add issuer",
                context.formFields
            )
        )
        return Page(
            title: "Issuers",
            section: .admin,
            body: """
                \(PageHeading("Issuers", lead: "In whose name badges are awarded."))\(Admin.nav("/admin/issuers"))
                \(ErrorSummary(title: "This cannot be saved yet", errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))
                <div class="stack narrow">\(cards)\(new)</div>
                """
        )
    }

    private static func form(
        _ action: String,
        _ form: IssuerForm,
        _ problems: [FormProblem],
        button: String,
        _ formFields: HTML
    ) -> HTML {
        func error(_ field: String) -> String? { problems.first { $0.field == field }?.message }
        return """
            <form method="post" action="\(url: action)">\(formFields)\
            \(TextField(name: "name", label: "Name", value: form.name, error: error("name"), isRequired: true))\
            \(TextField(name: "url", label: "Web site", value: form.url, kind: .url, error: error("url"), isOptional: true))\
            \(TextField(
                name: "email", label: "Address for questions", value: form.email, kind: .email,
                hint: "Strangers see it in every badge.", error: error("email"), isOptional: true
            ))<div class="row">\(Button(button, kind: .main))</div></form>
            """
    }

    func keysPage(_ stored: StoredKeyring, _ context: PortalContext) -> Page {
        let sections = stored.issuers.map { issuer -> PageSection in
            let table = Table(
                caption: "Keys of \(issuer.name)",
                columns: [Table.Column("Key"), Table.Column("Since"), Table.Column("State")],
                rows: stored.keys(of: issuer.id).reversed().map { key in
                    [
                        TwoLines(title: key.algorithm.rawValue, below: key.id.rawValue, href: "/ob/v3/keys/\(key.id)")
                            .html,
                        DateText(key.createdAt).html,
                        Self.state(key),
                    ]
                }
            )
            let rotate: HTML = """
                <form method="post" action="\(url: "/admin/keys/\(issuer.id)/rotation")">\(context.formFields)\
                \(Button("Make new keys", icon: .refresh, label: "Make new keys for \(issuer.name)"))</form>
                """
            return PageSection(
                id: "keys-\(issuer.id)",
                title: issuer.name,
                aside: nil,
                content: "\(table)\(rotate)"
            )
        }
        let lead: HTML =
            "Every badge is signed. New keys sign from now on; old ones stay published, and what they signed stays valid."
        return Page(
            title: "Keys",
            section: .admin,
            body: "\(PageHeading("Keys", lead: lead))\(Admin.nav("/admin/keys"))\(sections)"
        )
    }

    private static func state(_ key: SigningKey) -> HTML {
        guard let date = key.retiredAt else { return Pill("In use", tone: .ok, icon: .check).html }
        return "\(Pill("Retired")) \(DateText(date))"
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
