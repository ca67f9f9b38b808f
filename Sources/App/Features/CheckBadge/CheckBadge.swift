import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Tells anybody whether a badge counts, wherever it comes from.
///
/// `GET` and `POST /verify`, `GET /verify/{token}` with `/picture` and `/report.json`, `POST /verify/{token}/comparison`.
/// Nothing is kept but the result, for half an hour, and only who asked knows its address.
struct CheckBadge {
    static let sizeLimit = 4 << 20

    let site: Site
    let checks: any CheckStore
    let work: BadgeChecks
    /// Checks a minute from one address.
    let limit: SharedRateLimit
    /// Comparisons a minute of one result from one address.
    let comparisons: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("verify") { _, context in site.response(startPage([], "", context), context) }
        router.post("verify") { request, context in
            guard try await limit.allows(context.clientAddress, at: site.now()) else { throw TooManyRequests() }
            let form = try await FormBody.read(request, limit: Self.sizeLimit)
            if let own = GivenBadge.ownPage(form, site) { return Response.redirect(to: own) }
            do {
                return Response.redirect(to: "/verify/\(try await work.begin(try GivenBadge.read(form)))")
            } catch let error as InvalidForm {
                var page = startPage(error.problems, form.fields["text"] ?? "", context)
                page.status = .unprocessableContent
                return site.response(page, context)
            }
        }
        router.get("verify/:token") { _, context in
            let (check, token) = try await check(context)
            return response(try resultPage(check, token, nil), context)
        }
        router.get("verify/:token/comparison") { _, context in
            Response.redirect(to: "/verify/\(try await check(context).1)")
        }
        router.post("verify/:token/comparison") { request, context in
            let (check, token) = try await check(context)
            guard try await comparisons.allows("\(token) \(context.clientAddress)", at: site.now()) else {
                throw TooManyRequests()
            }
            let form = try await FormBody.read(request, limit: FormGuard.sizeLimit)
            let comparison = try compare(form.fields["email"] ?? "", check)
            return response(try resultPage(check, token, comparison), context)
        }
        addFiles(to: router)
    }

    private func addFiles(to router: some RouterMethods<PortalContext>) {
        router.get("verify/:token/picture") { _, context in
            let (check, _) = try await check(context)
            guard check.isDone, case .file(let picture) = check.given else {
                return ForeignFile.response(ForeignPictures.plain)
            }
            return ForeignFile.response(picture)
        }
        router.get("verify/:token/report.json") { _, context in
            let (check, _) = try await check(context)
            return try ForeignFile.report(try check.found(at: site.now()).report)
        }
    }

    private func check(_ context: PortalContext) async throws -> (check: BadgeCheck, token: String) {
        let token = try context.parameters.require("token")
        let check = try await checks.check(TokenHash(of: token), at: site.now())
        guard check.person == nil else { throw CheckError.gone }
        return (check, token)
    }

    private func compare(_ text: String, _ check: BadgeCheck) throws -> Verification.Comparison {
        guard EmailAddress(text) != nil else { return .noAddress }
        let recipient = try check.known(at: site.now()).report.recipient
        return recipient?.matches(typed: text) == true ? .matches : .differs
    }

    private func response(_ page: Page, _ context: PortalContext) -> Response {
        var response = site.response(page, context)
        response.headers[.cacheControl] = "private, no-store"
        return response
    }
}

/// Files of badges from elsewhere, which are never run as pages of ours.
enum ForeignFile {
    static func response(_ file: ImportedFile, download name: String? = nil) -> Response {
        var headers: HTTPFields = [
            .contentType: file.mediaType, .cacheControl: "private, no-store",
            .contentSecurityPolicy: ContentPolicy.file,
        ]
        if let name { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// Of the name of a file.
    static func ending(of mediaType: String) -> String {
        switch mediaType {
        case "image/png": "png"
        case "image/svg+xml": "svg"
        case "text/plain": "jwt"
        default: "json"
        }
    }

    static func report(_ report: BadgeReport) throws -> Response {
        let file = ImportedFile(mediaType: "application/json", bytes: try ReportDocument.json(report))
        return response(file, download: "badge-report.json")
    }
}
