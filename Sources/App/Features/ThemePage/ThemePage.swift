import Core
import Foundation
import Hummingbird
import Pictures

/// Lets administrators choose colour and logo, and tells them whether everybody can read it.
///
/// `GET` and `POST /admin/theme`.
struct ThemePage {
    let site: Site
    let forms: FormGuard
    let settings: any SettingStore
    /// Keeps the logos that are uploaded, beside the pictures of badges.
    let badges: any BadgeStore

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
            let body = try await forms.read(request, context)
            var form = ThemeForm(body)
            await takeLogo(body, &form)
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

    /// A logo keeps to the same rules as the picture of a badge: no script, nothing from other servers.
    private func takeLogo(_ body: FormBody, _ form: inout ThemeForm) async {
        guard let file = body.files["logo_file"], !file.bytes.isEmpty else { return }
        do {
            let picture = try PictureCheck.picture(file.bytes)
            try await badges.save(picture, at: site.now())
            form.logo = "/pictures/\(picture.id)"
        } catch let error as PictureError {
            form.fileProblem = error.words
        } catch {
            form.fileProblem = Words[.pictureNotKept]
        }
    }

    private func page(_ form: ThemeForm, isSaved: Bool, _ context: PortalContext) -> Page {
        let fields: HTML = """
            \(TextField(name: "colour", label: Words[.themeColour], value: form.colour, hint: Words[.themeColourHint], error: form.colourProblem, isOptional: true))\
            \(form.contrast)\
            \(TextField(name: "logo", label: Words[.themeLogo], value: form.logo, hint: Words[.themeLogoHint], error: form.logoProblem, isOptional: true))\
            \(FileField(name: "logo_file", label: Words[.themeLogoFile], hint: Words[.themeLogoFileHint], error: form.fileProblem, accept: "image/svg+xml,image/png", isOptional: true))
            """
        return Page(
            title: Words[.theme],
            section: .admin,
            body: """
                \(PageHeading(Words[.theme], lead: "\(Words[.themeLead])"))\(AdminNav(current: "/admin/theme"))
                \(isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil)
                <div class="narrow stack"><form class="stack" method="post" action="/admin/theme" enctype="multipart/form-data">\
                \(context.formFields)<div class="card">\(fields)</div>\
                <div class="row">\(Button(Words[.save], kind: .main))</div></form>\
                \(sample)\(slots)</div>
                """
        )
    }

    /// What the colours make of buttons and links, as this reader's browser shows them.
    private var sample: Card {
        Card(
            id: "sample",
            title: Words[.themeSample],
            content: """
                <div class="row" aria-hidden="true"><span class="button button-main">\(Words[.claimBadge])</span>\
                <span class="button button-quiet">\(Words[.edit])</span><span class="above">\(Words[.yourBadges])</span></div>
                """
        )
    }

    private var slots: Card {
        let slots = site.theme.theme.slots
        func state(_ markup: String) -> HTML {
            markup.isEmpty ? Pill(Words[.pluginUnset]).html : Pill(Words[.keyInUse], tone: .ok, icon: .check).html
        }
        return Card(
            id: "slots",
            title: Words[.themeSlots],
            hint: Words[.themeSlotsText],
            content: FactsList([
                FactsList.Fact(Words[.themeHeader], state(slots.header)),
                FactsList.Fact(Words[.themeFooter], state(slots.footer)),
            ]).html
        )
    }
}
