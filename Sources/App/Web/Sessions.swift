import Core
import Foundation
import Hummingbird

/// Finds out who asks, by the session cookie.
struct Sessions: RouterMiddleware {
    static let cookie = "laurel-session"
    /// Ties the forms of strangers, the sign-in form above all, to their browser.
    static let strangerCookie = "laurel-form"

    let site: Site
    let people: any PersonStore

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = request.cookies[site.cookieName(Self.cookie)]?.value {
            context.signedIn = try await people.session(TokenHash(of: token), at: site.now())
        }
        if let signedIn = context.signedIn {
            context.formToken = signedIn.session.formToken
            return try await next(request, context)
        }
        let known = request.cookies[site.cookieName(Self.strangerCookie)]?.value
        if let known, RandomToken.isOne(known) {
            context.formToken = known
            return try await next(request, context)
        }
        guard Self.needsFormToken(request) else { return try await next(request, context) }
        context.formToken = RandomToken.make()
        var response = try await next(request, context)
        response.setCookie(site.cookie(Self.strangerCookie, context.formToken))
        return response
    }

    /// Only these pages have forms for strangers; every other public page stays free of cookies and cacheable.
    private static func needsFormToken(_ request: Request) -> Bool {
        request.uri.path.hasPrefix("/login") || request.uri.path.hasPrefix("/break-glass/")
            || request.uri.path.hasPrefix("/leavers") || request.uri.path == "/language"
    }
}

/// Random text that nobody guesses.
enum RandomToken {
    private static let byteCount = 32

    /// 256 random bits in base64url (RFC 4648 §5), without padding.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func isOne(_ text: String) -> Bool {
        text.utf8.count == 43
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
