import Core
import Foundation
import Hummingbird

/// Ends the mails to whoever follows the link in one.
///
/// `GET` and `POST /mail/stop/{token}`. Mail programs send the `POST` by themselves (RFC 8058), so it needs no form of
/// ours: the token says enough, and all it can do is end mails.
struct MailStop {
    static let triesPerMinute = 30
    let site: Site
    let preferences: any PreferenceStore
    let limit: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("mail/stop/:token") { _, context in
            let token = try context.parameters.require("token")
            let form: HTML = """
                <form method="post" action="/mail/stop/\(token)">\(Button(Words[.mailStop], kind: .main))</form>
                """
            return site.response(Self.page(Words[.mailStopAsk], form), context)
        }
        router.post("mail/stop/:token") { _, context in
            guard try await limit.allows(context.clientAddress, at: site.now()) else { throw TooManyRequests() }
            do {
                try await preferences.endMail(token: try context.parameters.require("token"))
            } catch PersonError.notFound {
                throw HTTPError(.notFound)
            }
            let settings = ButtonLink(Words[.settings], href: "/settings").html
            return site.response(Self.page(Words[.mailStopText], settings), context)
        }
    }

    private static func page(_ text: String, _ action: HTML) -> Page {
        Page(
            title: Words[.mailStopTitle],
            body: Problem(title: Words[.mailStopTitle], text: text, action: action).html
        )
    }
}
