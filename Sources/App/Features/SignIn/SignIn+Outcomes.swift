import Core
import HTTPTypes

/// The pages that a sign-in or a sign-out may end with.
extension SignIn {
    static func refused(_ number: String) -> Page {
        let problem = Problem(
            title: "Sign-in did not work",
            text: "You were not signed in. Try again; if it happens again, give the reference to your administrator.",
            action: ButtonLink("Try again", href: "/login", kind: .main).html,
            reference: number
        )
        return Page(status: .forbidden, title: "Sign-in did not work", body: problem.html)
    }

    static func signOutRefused(_ number: String) -> Page {
        let problem = Problem(
            title: "Sign-out did not work",
            text: "A message about signing out could not be used, and nothing was changed here. "
                + "You can sign out on your settings page.",
            action: ButtonLink("Open settings", href: "/settings", kind: .main).html,
            reference: number
        )
        return Page(status: .forbidden, title: "Sign-out did not work", body: problem.html)
    }

    static let signedOut = Page(
        title: "You are signed out",
        body: Problem(
            title: "You are signed out",
            text: "Here and at the place where you signed in.",
            action: ButtonLink("Sign in again", href: "/login", kind: .main).html
        ).html
    )

    static func leaving(provider: String, for address: String) -> Page {
        let problem = Problem(
            title: "You are signed out here",
            text: "You are on your way to sign out of \(provider), too.",
            action: ButtonLink("Continue", href: address, kind: .main).html
        )
        return Page(
            title: "You are signed out here",
            body: problem.html,
            head: "<meta http-equiv=\"refresh\" content=\"0; url=\(url: address)\">"
        )
    }
}
