import Core
import Foundation
import Hummingbird

/// Lets administrators choose colour and logo, and tells them whether everybody can read it.
///
/// `GET` and `POST /admin/theme`.
struct ThemePage {
    let site: Site
    let forms: FormGuard
    let settings: any SettingStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/theme") { request, context in
            _ = try context.require(.administrator)
            let theme = site.theme.theme
            let isSaved = request.uri.queryParameters["saved"] != nil
            let form = ThemeForm(colour: theme.colour?.hex ?? "", logo: theme.logo ?? "")
            return site.response(page(form, isSaved: isSaved, context), context)
        }
        router.post("admin/theme") { request, context in
            let administrator = try context.require(.administrator)
            let form = ThemeForm(try await forms.read(request, context))
            guard form.isRight else {
                var page = page(form, isSaved: false, context)
                page.status = .unprocessableContent
                return site.response(page, context)
            }
            let chosen = ChosenTheme(
                colour: RGB(hex: form.colour)?.hex,
                logo: form.logo.isEmpty ? nil : form.logo
            )
            let json = String(decoding: try JSONEncoder().encode(chosen), as: UTF8.self)
            try await settings.save(json, as: ChosenTheme.setting, by: .person(administrator.id), at: site.now())
            site.theme.set(chosen)
            return Response.redirect(to: "/admin/theme?saved=1")
        }
    }

    private func page(_ form: ThemeForm, isSaved: Bool, _ context: PortalContext) -> Page {
        Page(
            title: Words[.theme],
            section: .admin,
            body: """
                \(PageHeading(Words[.theme], lead: "\(Words[.themeLead])"))
                \(isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil)
                <form class="narrow" method="post" action="/admin/theme">\(context.formFields)<div class="card">\
                \(TextField(name: "colour", label: Words[.themeColour], value: form.colour, hint: Words[.themeColourHint], error: form.colourProblem, isOptional: true))\
                \(form.contrast)\
                \(TextField(name: "logo", label: Words[.themeLogo], value: form.logo, hint: Words[.themeLogoHint], error: form.logoProblem, isOptional: true))\
                </div><div class="row">\(Button(Words[.save], kind: .main))</div></form>
                """
        )
    }
}

/// What the form holds.
struct ThemeForm {
    private static let logoLimit = 500
    let colour: String
    let logo: String

    init(colour: String, logo: String) {
        self.colour = colour
        self.logo = logo
    }

    init(_ form: FormBody) {
        self.init(
            colour: (form.fields["colour"] ?? "").trimmed,
            logo: (form.fields["logo"] ?? "").trimmed
        )
    }

    var isRight: Bool { colourProblem == nil && logoProblem == nil }

    var colourProblem: String? { colour.isEmpty || RGB(hex: colour) != nil ? nil : Words[.themeNoColour] }

    var logoProblem: String? {
        if logo.isEmpty || logo.hasPrefix("/") && !logo.hasPrefix("//") && logo.utf8.count <= Self.logoLimit {
            return nil
        }
        let isAddress =
            logo.hasPrefix("https://") && logo.utf8.count <= Self.logoLimit && URL(string: logo)?.host() != nil
        return isAddress ? nil : Words[.notWebAddress]
    }

    /// The numbers of WCAG, and the colour that is used instead of one that is too pale.
    var contrast: Checklist? {
        guard let colour = RGB(hex: colour) else { return nil }
        let colours = ThemeColours(colour)
        let ratio = min(colour.contrast(with: .white), colour.contrast(with: ThemeColours.paper))
        let passes = colours.light == colour
        let nearest: HTML? = passes ? nil : " \(Words.say(.themeNearest, ["colour": .text(colours.light.hex)]))"
        let verdict = Words[passes ? .themePasses : .themeFails]
        return Checklist([
            Checklist.Item(
                passes ? .ok : .warn,
                "\(verdict): \(Words.say(.themeContrast, ["ratio": .text(Self.oneDigit(ratio))]))\(nearest)"
            ),
            Checklist.Item(.ok, "\(Words[.themeLight]): \(Swatch(colours.light))"),
            Checklist.Item(.ok, "\(Words[.themeDark]): \(Swatch(colours.dark))"),
        ])
    }

    /// Rounded down: 4.49 does not pass.
    static func oneDigit(_ ratio: Double) -> String {
        let tenths = Int((ratio * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// A colour and its name.
struct Swatch: Component {
    let colour: RGB
    init(_ colour: RGB) { self.colour = colour }

    var html: HTML {
        """
        <svg class="swatch" width="20" height="20" aria-hidden="true"><rect width="20" height="20" rx="5" \
        fill="\(colour.hex)"/></svg> <code>\(colour.hex)</code>
        """
    }
}
