import Core
import Foundation
import Hummingbird

/// Lets an administrator in when no identity provider does (break glass).
///
/// `GET` and `POST /break-glass/{token}`. There is no way in until somebody with a shell on the server makes a link,
/// which works once and for ten minutes.
struct EmergencyLink {
    static let lifetime: TimeInterval = 600
    static let triesPerMinute = 10

    let site: Site
    let forms: FormGuard
    let signIns: any SignInStore
    let arrival: Arrival
    let limit: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("break-glass/:token") { _, context in
            let token = try context.parameters.require("token")
            guard RandomToken.isOne(token) else { throw HTTPError(.notFound) }
            return site.response(Self.page(token, context.formFields), context)
        }
        router.post("break-glass/:token") { request, context in
            _ = try await forms.read(request, context)
            guard try await limit.allows(context.clientAddress, at: site.now()) else { throw TooManyRequests() }
            let token = try context.parameters.require("token")
            let found = try await signIns.useEmergencyLink(TokenHash(of: token), at: site.now())
            guard let person = found else { throw SignInError.linkOver }
            let cookie = try await arrival.start(
                person,
                identity: nil,
                stay: ProviderStay(),
                agent: request.headers[.userAgent] ?? ""
            )
            var response = Response.redirect(to: "/admin")
            response.setCookie(cookie)
            return response
        }
    }

    /// Opening the link does nothing yet: programs that look at links first must not use it up.
    private static func page(_ token: String, _ formFields: HTML) -> Page {
        Page(
            title: Words[.emergencySignIn],
            body: """
                <div class="sign-in"><header>\(Icon(.laurel))<h1>\(Words[.emergencySignIn])</h1><p class="soft">\
                \(Words[.emergencyText])</p></header><form method="post" \
                action="/break-glass/\(token)">\(formFields)\(Button(Words[.emergencyButton], kind: .main))</form></div>
                """
        )
    }
}
