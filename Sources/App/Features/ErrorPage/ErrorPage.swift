import HTTPTypes

/// What stands where a page would be: what happened and the way on.
struct ErrorPage {
    let status: HTTPResponse.Status
    let message: String
    /// The number under which the log has the cause.
    let number: String?
    let isSignedIn: Bool

    var page: Page {
        Page(status: status, title: title, body: problem.html)
    }

    private var problem: Problem {
        Problem(title: title, text: message, action: wayOn, reference: number)
    }

    private var title: String {
        switch status {
        case .notFound: "There is nothing here"
        case .forbidden: "This is not for everybody"
        case .unauthorized: "Who are you?"
        case .unprocessableContent, .badRequest: "That does not work"
        case .conflict: "That is not possible now"
        case .contentTooLarge: "That is too much"
        case .tooManyRequests: "Please wait a moment"
        default: "Something went wrong on our side"
        }
    }

    private var wayOn: HTML {
        if status == .unauthorized { return ButtonLink("Sign in", href: "/login", kind: .main).html }
        let home = ButtonLink(
            isSignedIn ? "Go to your badges" : "Sign in",
            href: isSignedIn ? "/" : "/login",
            kind: .main
        )
        return "\(home)\(ButtonLink("See all badges", href: "/badges"))"
    }
}
