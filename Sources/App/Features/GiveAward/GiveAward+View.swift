import Foundation
import Core

extension GiveAward {
    func page(_ form: AwardForm, _ problems: [FormProblem], _ context: PortalContext) async throws -> Page {
        let badges = try await catalogue.current().badges
        return Page(
            title: "Award a badge",
            section: .design,
            body: Self.view(form, problems, badges, context.formFields)
        )
    }

    static func view(_ form: AwardForm, _ problems: [FormProblem], _ badges: [BadgeClass], _ formFields: HTML) -> HTML {
        func error(_ field: String) -> String? { problems.first { $0.field == field }?.message }
        let choices = [Choice("", "Choose a badge")] + badges.map { Choice($0.slug.description, $0.content.name) }
        let fields: HTML = """
            \(SelectField(name: "badge", label: "Badge", choices: choices, selected: form.badge, error: error("badge"), isRequired: true))\
            \(TextField(
                name: "email", label: "Whom you give it to", value: form.email, kind: .email,
                hint: "The person's email address.", error: error("email"), isRequired: true, autocomplete: "off"
            ))\
            \(TextArea(
                name: "narrative", label: "What they did", value: form.narrative,
                hint: "Everybody who checks the badge reads it. Markdown.", error: error("narrative"), isOptional: true
            ))\
            \(TextField(
                name: "evidence_name", label: "What shows it", value: form.evidenceName,
                hint: "“Talk at the spring conference”", error: error("evidence_name"), isOptional: true
            ))\
            \(TextField(
                name: "evidence_url", label: "Where it can be seen", value: form.evidenceURL, kind: .url,
                hint: "An address that begins with https://", error: error("evidence_url"), isOptional: true
            ))
            """
        return """
            \(PageHeading("Award a badge", lead: "For what no learning system knows."))
            \(ErrorSummary(title: "This cannot be awarded yet", errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))
            <form class="narrow" method="post" action="/award">\(formFields)<div class="card">\(fields)</div>\
            <div class="row">\(Button("Award badge", kind: .main, isLarge: true))</div></form>
            """
    }
}
