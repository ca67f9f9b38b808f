import Core
import Hummingbird

/// What people see and decide about their own account: where they are signed in.
///
/// `GET /settings`, `POST /settings/sessions/end`.
struct Account {
    let site: Site
    let forms: FormGuard
    let accounts: any AccountStore
    let providers: [any IdentityProvider]

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("settings") { _, context in
            let person = try context.requirePerson()
            let sessions = try await accounts.sessions(of: person.id, at: site.now())
            return site.response(page(person, sessions, context), context)
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
