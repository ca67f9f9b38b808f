import Core
import Hummingbird

/// What people see and decide about their own account: language, mails, where they are signed in.
///
/// `GET /settings`, `GET` and `POST /settings/preferences`, `POST /settings/sessions/end`.
struct Account {
    let site: Site
    let forms: FormGuard
    let accounts: any AccountStore
    let preferences: any PreferenceStore
    let providers: [any IdentityProvider]
    /// Without a mailer no address can be proved.
    let sendsCodes: Bool

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("settings") { request, context in
            let person = try context.requirePerson()
            let isSaved = request.uri.queryParameters["saved"] != nil
            let form = PreferencesForm(person)
            return site.response(try await page(person, form, isSaved: isSaved, context), context)
        }
        router.get("settings/preferences") { _, _ in Response.redirect(to: "/settings") }
        router.post("settings/preferences") { request, context in
            let person = try context.requirePerson()
            let form = PreferencesForm(try await forms.read(request, context), of: person)
            guard let chosen = form.preferences else {
                var page = try await page(person, form, isSaved: false, context)
                page.status = .unprocessableContent
                return site.response(page, context)
            }
            try await preferences.save(chosen, of: person.id)
            return Response.redirect(to: "/settings?saved=1")
        }
        router.post("settings/sessions/end") { request, context in
            let person = try context.requirePerson()
            let form = try await forms.read(request, context)
            let current = context.signedIn?.session.token
            if let one = form.fields["session"] {
                try await accounts.end(TokenHash(stored: one), of: person.id, at: site.now())
            } else {
                try await accounts.endSessions(
                    of: person.id,
                    except: current,
                    by: .person(person.id),
                    at: site.now()
                )
            }
            return Response.redirect(to: "/settings")
        }
    }
}
