import Core
import Foundation
import Hummingbird
import OpenBadges

extension HostedBadges {
    func addPictures(to router: some RouterMethods<PortalContext>) {
        for format in [PlainPictures.Format.png, .svg] {
            router.get(RouterPath("awards/:id/image.\(format.rawValue)")) { request, context in
                let (id, _) = try AwardDocuments.award(context.parameters.require("id"))
                return try await baked(format, id, request)
            }
            router.get(RouterPath("badges/:slug/versions/:version/image.\(format.rawValue)")) { request, context in
                let name = try context.parameters.require("slug")
                guard let slug = try? Slug(name), let version = Int(try context.parameters.require("version")) else {
                    throw BadgeError.notFound(name)
                }
                let edition = try await proofs.edition(of: slug, version: version)
                let picture = try await pictures.picture(edition.content.picture, of: slug, format)
                return picture.response(to: request, type: format.type, lifetime: .hour, varies: false)
            }
        }
    }

    /// - Parameter request: `?version=2`, `2-signed`, `3` or `3-integrity` asks for one badge in the picture, `?download` for a file.
    private func baked(_ format: PlainPictures.Format, _ id: Award.ID, _ request: Request) async throws -> Response {
        let query = request.uri.query == nil ? nil : request.uri.queryParameters
        let content = query?["version"].map { BakedPictures.Content(rawValue: String($0)) } ?? .both
        guard let content else { throw DocumentError.notFound }
        let picture = try await baked.picture(format, content, of: id)
        let name = "badge-\(id.rawValue.prefix(8)).\(format.rawValue)"
        return picture.response(
            to: request,
            type: format.type,
            lifetime: .checked,
            varies: false,
            disposition: query?["download"] == nil ? nil : "attachment; filename=\"\(name)\""
        )
    }
}
