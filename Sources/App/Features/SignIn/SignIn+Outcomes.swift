import Core
import HTTPTypes

/// The pages that a sign-in or a sign-out may end with.
extension SignIn {
    static func refused(_ number: String) -> Page {
        let problem = Problem(
            title: Words[.signInFailed],
            text: Words[.signInFailedText],
            action: ButtonLink(Words[.tryAgain], href: "/login", kind: .main).html,
            reference: number
        )
        return Page(status: .forbidden, title: Words[.signInFailed], body: problem.html)
    }

    static func signOutRefused(_ number: String) -> Page {
        let problem = Problem(
            title: Words[.signOutFailed],
            text: Words[.signOutFailedText],
            action: ButtonLink(Words[.openSettings], href: "/settings", kind: .main).html,
            reference: number
        )
        return Page(status: .forbidden, title: Words[.signOutFailed], body: problem.html)
    }

    static var signedOut: Page {
        Page(
            title: Words[.signedOut],
            body: Problem(
                title: Words[.signedOut],
                text: Words[.signedOutText],
                action: ButtonLink(Words[.signInAgain], href: "/login", kind: .main).html
            ).html
        )
    }

    static func leaving(provider: String, for address: String) -> Page {
        let problem = Problem(
            title: Words[.leaving],
            text: Words.say(.leavingText, ["provider": .text(provider)]),
            action: ButtonLink(Words[.continueOn], href: address, kind: .main).html
        )
        return Page(
            title: Words[.leaving],
            body: problem.html,
            head: "<meta http-equiv=\"refresh\" content=\"0; url=\(url: address)\">"
        )
    }
}
