import Core
import Foundation
import HTTPTypes
import Hummingbird

extension Import {
    func addFiles(to router: some RouterMethods<PortalContext>) {
        router.get("import/badges/:id/picture") { _, context in
            let badge = try await badge(context)
            let picture = try await imports.picture(badge.id, of: badge.person)
            return ForeignFile.response(picture ?? ForeignPictures.plain)
        }
        router.get("import/badges/:id/original") { _, context in
            let badge = try await badge(context)
            guard let original = try await imports.original(badge.id, of: badge.person) else {
                throw HTTPError(.notFound)
            }
            let name = "badge-\(badge.id.rawValue.prefix(8)).\(Self.ending(of: original.mediaType))"
            return ForeignFile.response(original, download: name)
        }
    }

    private static func ending(of mediaType: String) -> String {
        switch mediaType {
        case "image/png": "png"
        case "image/svg+xml": "svg"
        case "text/plain": "jwt"
        default: "json"
        }
    }
}
