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
        Problem(title: title, text: isBadge ? Words[.noBadgeHereText] : message, action: wayOn, reference: number)
    }

    /// Hidden ones and those that never were look the same.
    private var isBadge: Bool { message == Words[.noBadgeHere] }

    private var title: String {
        switch status {
        case .notFound: isBadge ? message : Words[.nothingHere]
        case .forbidden: Words[.notForEverybody]
        case .unauthorized: Words[.whoAreYou]
        case .unprocessableContent, .badRequest: Words[.doesNotWork]
        case .conflict: Words[.notPossibleNow]
        case .contentTooLarge: Words[.tooMuch]
        case .tooManyRequests: Words[.pleaseWait]
        default: Words[.ourFault]
        }
    }

    private var wayOn: HTML {
        if status == .unauthorized { return ButtonLink(Words[.signIn], href: "/login", kind: .main).html }
        let home = ButtonLink(
            isSignedIn ? Words[.goToYourBadges] : Words[.signIn],
            href: isSignedIn ? "/" : "/login",
            kind: .main
        )
        return "\(home)\(ButtonLink(Words[.seeAllBadges], href: "/badges"))"
    }
}
