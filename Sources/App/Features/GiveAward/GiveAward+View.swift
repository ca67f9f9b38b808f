import Foundation
import Core

extension GiveAward {
    func page(_ form: AwardForm, _ problems: [FormProblem], _ context: PortalContext) async throws -> Page {
        let badges = try await catalogue.current().badges
        return Page(
            title: Words[.awardBadge],
            section: .design,
            body: Self.view(form, problems, badges, context.formFields)
        )
    }

    static func view(_ form: AwardForm, _ problems: [FormProblem], _ badges: [BadgeClass], _ formFields: HTML) -> HTML {
        func error(_ field: String) -> String? { problems.first { $0.field == field }?.message }
        let choices = [Choice("", Words[.chooseBadge])] + badges.map { Choice($0.slug.description, $0.content.name) }
        let fields: HTML = """
            \(SelectField(name: "badge", label: Words[.badgeWord], choices: choices, selected: form.badge, error: error("badge"), isRequired: true))\
            \(TextField(
                name: "email", label: Words[.whomYouGive], value: form.email, kind: .email,
                hint: Words[.personsAddress], error: error("email"), isRequired: true, autocomplete: "off"
            ))\
            \(TextArea(
                name: "narrative", label: Words[.whatTheyDid], value: form.narrative,
                hint: Words[.whatTheyDidHint], error: error("narrative"), isOptional: true
            ))\
            \(TextField(
                name: "evidence_name", label: Words[.whatShowsIt], value: form.evidenceName,
                hint: Words[.whatShowsItHint], error: error("evidence_name"), isOptional: true
            ))\
            \(TextField(
                name: "evidence_url", label: Words[.whereSeen], value: form.evidenceURL, kind: .url,
                hint: Words[.whereSeenHint], error: error("evidence_url"), isOptional: true
            ))
            """
        return """
            \(PageHeading(
                Words[.awardBadge], lead: "\(Words[.awardLead])",
                actions: ButtonLink(Words[.awardFromList], href: "/award/list", icon: .file).html
            ))
            \(ErrorSummary(title: Words[.cannotAwardYet], errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))
            <form class="narrow" method="post" action="/award">\(formFields)<div class="card">\(fields)</div>\
            <div class="row">\(Button(Words[.awardButton], kind: .main, isLarge: true))</div></form>
            """
    }
}
