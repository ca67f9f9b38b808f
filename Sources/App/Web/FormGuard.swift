import Core
import HTTPTypes
import Hummingbird

/// Reads forms, and refuses those that another site sent (cross-site request forgery).
///
/// A form counts only if it carries the ``PortalContext/formToken`` and the browser does not say that it comes from
/// elsewhere (`Origin`, `Sec-Fetch-Site`).
struct FormGuard: Sendable {
    static let field = "form_token"
    /// Larger forms are refused; a picture of 1 MiB fits.
    static let sizeLimit = 2 << 20

    let site: Site

    /// - Throws: ``AccessError/foreignForm``, or ``FormError`` when the body is not a form.
    func read(
        _ request: Request,
        _ context: PortalContext,
        limit: Int = sizeLimit
    ) async throws -> FormBody {
        guard comesFromHere(request) else { throw AccessError.foreignForm }
        let form = try await FormBody.read(request, limit: limit)
        guard !context.formToken.isEmpty, Self.isEqual(form.fields[Self.field] ?? "", context.formToken) else {
            throw AccessError.foreignForm
        }
        return form
    }

    private func comesFromHere(_ request: Request) -> Bool {
        if let origin = request.headers[.origin] {
            return origin == site.baseURL
                || origin.split(separator: "//").last.map(String.init) == request.head.authority
        }
        guard let fetchSite = request.headers[.secFetchSite] else { return true }
        return ["same-origin", "none"].contains(fetchSite)
    }

    /// Takes the same time wherever the texts differ.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
