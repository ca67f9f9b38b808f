import Core
import Foundation

/// The form with which people choose their language, their time zone and whether they get mail.
struct PreferencesForm {
    private static let zoneLimit = 64
    var language: String
    var zone: String
    var wantsMail: Bool

    init(_ preferences: Preferences) {
        language = preferences.language ?? ""
        zone = preferences.zone ?? ""
        wantsMail = preferences.wantsMail
    }

    init(_ form: FormBody) {
        language = form.fields["language"] ?? ""
        zone = (form.fields["zone"] ?? "").trimmed
        wantsMail = form.fields["mail"] != nil
    }

    /// nil when there is no such time zone; a language that is not ours follows the browser.
    var preferences: Preferences? {
        guard zone.isEmpty || isZone else { return nil }
        return Preferences(
            language: Language(rawValue: language)?.tag,
            zone: zone.isEmpty ? nil : zone,
            wantsMail: wantsMail
        )
    }

    private var isZone: Bool { zone.utf8.count <= Self.zoneLimit && TimeZone(identifier: zone) != nil }

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
            isOptional: true
        )
        let mail = Checkbox(name: "mail", label: Words[.mailChoice], isOn: wantsMail)
        return """
            <form method="post" action="/settings/preferences">\(formFields)\(select)\(field)\(mail)\
            <div class="row">\(Button(Words[.save]))</div></form>
            """
    }
}
