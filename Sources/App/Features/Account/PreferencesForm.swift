import Core
import Foundation

/// The form with which people choose their language, their time zone, how pages look and whether they get mail.
struct PreferencesForm {
    private static let zoneLimit = 64
    var language: String
    var zone: String
    var appearance: String
    /// What the person wants letters about; nothing ends all.
    var mail: Set<MailKind>
    /// Whether letters about work on the portal are offered.
    let isAboutWork: Bool

    init(_ person: Person) {
        let preferences = person.preferences
        language = preferences.language ?? ""
        zone = preferences.zone ?? ""
        appearance = preferences.appearance?.rawValue ?? ""
        mail = Set(MailKind.allCases.filter(preferences.wants))
        isAboutWork = person.may(.designer)
    }

    /// - Parameter person: keeps what the form does not offer.
    init(_ form: FormBody, of person: Person) {
        language = form.fields["language"] ?? ""
        zone = (form.fields["zone"] ?? "").trimmed
        appearance = form.fields["appearance"] ?? ""
        isAboutWork = person.may(.designer)
        mail = Set(MailKind.allCases.filter { form.fields["mail-\($0.rawValue)"] != nil })
        if !isAboutWork, !mail.isEmpty, person.preferences.mailKinds.contains(.work) { mail.insert(.work) }
    }

    /// nil when there is no such time zone; a language that is not ours follows the browser.
    var preferences: Preferences? {
        guard zone.isEmpty || isZone else { return nil }
        return Preferences(
            language: Language(rawValue: language)?.tag,
            zone: zone.isEmpty ? nil : zone,
            appearance: Preferences.Appearance(rawValue: appearance),
            wantsMail: !mail.isEmpty,
            mailKinds: mail.isEmpty ? MailKind.usual : mail
        )
    }

    private var isZone: Bool { zone.utf8.count <= Self.zoneLimit && TimeZone(identifier: zone) != nil }

    /// What is wrong with it, for the top of the page.
    var summary: ErrorSummary {
        let errors = preferences == nil ? [ErrorSummary.Entry(field: "zone", text: Words[.unknownZone])] : []
        return ErrorSummary(title: Words[.cannotSaveYet], errors: errors)
    }

    func html(_ formFields: HTML) -> HTML {
        let languages = [Choice("", Words[.asBrowser])] + Language.allCases.map { Choice($0.tag, $0.name) }
        let select = SelectField(
            name: "language",
            label: Words[.languageWord],
            choices: languages,
            selected: language
        )
        let field = TextField(
            name: "zone",
            label: Words[.timeZone],
            value: zone,
            hint: Words[.timeZoneHint],
            error: preferences == nil ? Words[.unknownZone] : nil,
            isOptional: true,
            proposals: ZoneNames.usual
        )
        let look = SelectField(
            name: "appearance",
            label: Words[.appearance],
            choices: [
                Choice("", Words[.asDevice]), Choice("light", Words[.lightLook]), Choice("dark", Words[.darkLook]),
            ],
            selected: appearance
        )
        let kinds = MailKind.allCases.filter { $0 != .work || isAboutWork }
        let boxes = kinds.map {
            Checkbox(name: "mail-\($0.rawValue)", label: Words[$0.choice], isOn: mail.contains($0))
        }
        let choices = FieldFrame("mail", label: Words[.mailChoice]).group(classes: "options", "\(boxes)")
        return """
            <form method="post" action="/settings/preferences">\(formFields)\(select)\(field)\(look)\(choices)\
            <div class="row">\(Button(Words[.save]))</div></form>
            """
    }
}

extension MailKind {
    fileprivate var choice: Phrase {
        switch self {
        case .given: .mailChoiceGiven
        case .runsOut: .mailChoiceRunsOut
        case .takenBack: .mailChoiceBack
        case .week: .mailChoiceWeek
        case .work: .mailChoiceWork
        }
    }
}
