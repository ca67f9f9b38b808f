import HTTPTypes
import Hummingbird

/// Tells browsers what no page of ours ever does, so that injected markup cannot do it either.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = PortalContext
    let site: Site

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = ContentPolicy().text
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "strict-origin-when-cross-origin"
        response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        if site.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return response
    }
}

/// A Content-Security-Policy (W3C CSP3): nothing but our own files, no inline code or style.
struct ContentPolicy {
    /// Other servers whose pictures the page shows, as origins.
    var pictureOrigins: Set<String> = []
    /// Other servers whose styles and fonts the company's own header and footer take.
    var styleOrigins: Set<String> = []
    /// Another server that a form of the page is sent to, as an origin.
    var formOrigin: String?

    private static let rest =
        "; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        + "; manifest-src 'self'; require-trusted-types-for 'script'"

    private static let plain =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'" + rest

    var text: String {
        guard let formOrigin else { return textForPictures }
        return textForPictures.replacing("form-action 'self'", with: "form-action 'self' \(formOrigin)")
    }

    private var textForPictures: String {
        guard !pictureOrigins.isEmpty || !styleOrigins.isEmpty else { return Self.plain }
        let pictures = pictureOrigins.union(styleOrigins).sorted().map { " \($0)" }.joined()
        let styles = styleOrigins.sorted().map { " \($0)" }.joined()
        return "default-src 'none'; script-src 'self'; style-src 'self'\(styles); img-src 'self' data:\(pictures)"
            + "; font-src 'self'\(styles)" + Self.rest
    }

    /// For a page that stands in a frame on any other page; it has no script and no form.
    static func embedded(pictureOrigin: String?) -> String {
        let origin = pictureOrigin.map { " \($0)" } ?? ""
        return "default-src 'none'; style-src 'self'; img-src 'self' data:\(origin); base-uri 'none'"
            + "; form-action 'none'; frame-ancestors *"
    }

    /// For a letter that is looked at in the browser, as mail programs show it.
    static let letter = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox"

    /// For pictures and other files that are opened by themselves.
    static let file = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
}
