import Foundation
import Core
import HTTPTypes
import Hummingbird
import NIOCore

/// Serves what badges look like.
///
/// `GET /artwork.svg?slug=…&shape=…` draws, `GET /pictures/{id}` gives what was uploaded or drawn before. Both may be
/// kept for ever, because another picture has another address; only what the library draws may change with it.
struct Pictures {
    let site: Site
    let badges: any BadgeStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("artwork.svg") { request, _ in
            let query = request.uri.queryParameters
            guard let artwork = Artwork(query: query) else { throw HTTPError(.notFound) }
            let seed = query["slug"].map(String.init) ?? ""
            let drawn = site.symbols.drawn(artwork)
            return Self.response(.svg, Array(drawn.svg(for: seed).utf8), isPermanent: SymbolName(artwork.symbol) == nil)
        }
        router.get("pictures/:id") { _, context in
            guard let picture = try await badges.picture(ID(context.parameters.require("id"))) else {
                throw HTTPError(.notFound)
            }
            return Self.response(picture.mediaType, picture.bytes)
        }
    }

    private static func response(_ type: PictureType, _ bytes: [UInt8], isPermanent: Bool = true) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type.rawValue,
                .cacheControl: isPermanent ? "public, max-age=31536000, immutable" : "public, max-age=3600",
                .contentSecurityPolicy: ContentPolicy.file,
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

extension BadgePicture {
    /// Where the picture of the badge with this slug is found.
    func address(for slug: Slug) -> String { address(slug: slug.description) }

    /// The same while a slug is still being typed.
    func address(slug: String) -> String {
        switch self {
        case .artwork(let artwork):
            artwork.kept.map { "/pictures/\($0)" } ?? "/artwork.svg?slug=\(URLText.query(slug))&\(artwork.query)"
        case .link(let url): url.absoluteString
        case .upload(let id): "/pictures/\(id)"
        }
    }

    /// The foreign server that a page with this picture asks, as an origin.
    var foreignOrigin: String? {
        guard case .link(let url) = self, let scheme = url.scheme, let host = url.host() else { return nil }
        return "\(scheme)://\(host)\(url.port.map { ":\($0)" } ?? "")"
    }
}

extension Artwork {
    var query: String {
        "shape=\(shape.rawValue)&colour=\(colour.rawValue)&symbol=\(URLText.query(symbol))&level=\(level.rawValue)"
    }

    init?(query: Parameters) {
        guard let shape = query["shape"].flatMap({ Shape(rawValue: String($0)) }),
            let colour = query["colour"].flatMap({ Colour(rawValue: String($0)) }),
            let symbol = query["symbol"],
            let level = query["level"].flatMap({ Int($0) }).flatMap(Level.init(rawValue:))
        else { return nil }
        self.init(shape: shape, colour: colour, symbol: String(symbol), level: level)
    }
}
