import Core
import Foundation
import OpenBadges
import Rasteriser

/// What badges look like, as files of our own, whatever the picture is made from.
struct PlainPictures: Sendable {
    static let side = 400
    /// 32 MiB: the pictures of some thousand badges.
    private static let limit = 32 << 20

    enum Format: String, Sendable {
        case png
        case svg

        var type: String { self == .png ? PictureType.png.rawValue : PictureType.svg.rawValue }
    }

    struct Name: Hashable {
        var address: String
        var format: Format
    }

    let badges: any BadgeStore
    /// A picture's address changes with the picture, so there is nothing to compare.
    private let cache = DocumentCache<Name, Bool, PublicDocument>(limit: limit)

    init(badges: any BadgeStore) { self.badges = badges }

    func picture(_ picture: BadgePicture, of slug: Slug, _ format: Format) async throws -> PublicDocument {
        try await cache.document(Name(address: picture.address(for: slug), format: format), true) {
            PublicDocument(try await bytes(picture, slug, format))
        }
    }

    private func bytes(_ picture: BadgePicture, _ slug: Slug, _ format: Format) async throws -> [UInt8] {
        switch picture {
        case .artwork(let artwork): return try Self.bytes(Array(artwork.svg(for: slug.description).utf8), format)
        // Somebody else's server may be slow or gone: the file shows what the portal would propose.
        case .link: return try await bytes(.artwork(.proposed(for: slug.description)), slug, format)
        case .upload(let id):
            guard let upload = try await badges.picture(id) else {
                return try await bytes(.artwork(.proposed(for: slug.description)), slug, format)
            }
            switch (upload.mediaType, format) {
            case (.png, .png): return upload.bytes
            case (.png, .svg): return Self.frame(upload.bytes)
            case (.svg, _): return try Self.bytes(upload.bytes, format)
            }
        }
    }

    private static func bytes(_ svg: [UInt8], _ format: Format) throws -> [UInt8] {
        format == .svg ? svg : try Rasteriser.png(svg, side: side)
    }

    /// A drawing that shows nothing but the pixels.
    static func frame(_ png: [UInt8]) -> [UInt8] {
        let data = Data(png).base64EncodedString()
        return Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" width="\(side)" height="\(side)">\
            <image width="\(side)" height="\(side)" href="data:image/png;base64,\(data)"/></svg>
            """.utf8
        )
    }
}
