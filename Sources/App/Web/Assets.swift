import Core
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The stylesheet, the script and the drawings, kept packed in memory.
struct Assets: Sendable {
    struct File: Sendable {
        var type: String
        var plain: ByteBuffer
        var packed: ByteBuffer
        /// The beginning of the file's SHA-256: another file has another address.
        var version: String
        /// Another file has another address, so this one may be kept for ever.
        var isPermanent = true
    }

    let files: [String: File]

    /// Reads what was built into the program.
    static let builtIn = Assets(files: [
        "portal.css": File("text/css; charset=utf-8", PackageResources.portal_css),
        "portal.js": File("text/javascript; charset=utf-8", PackageResources.portal_js),
        "icons.svg": File("image/svg+xml", PackageResources.icons_svg),
        "favicon.svg": File("image/svg+xml", PackageResources.favicon_svg),
        "laurel.svg": File("image/svg+xml", PackageResources.laurel_svg),
    ])

    func address(_ name: String) -> String { "/assets/\(name)?v=\(files[name]?.version ?? "")" }

    var layout: Layout.Assets {
        Layout.Assets(
            stylesheet: address("portal.css"),
            script: address("portal.js"),
            favicon: address("favicon.svg")
        )
    }
}

extension Assets.File {
    init(_ type: String, _ bytes: [UInt8], isPermanent: Bool = true) {
        self.type = type
        self.isPermanent = isPermanent
        plain = ByteBuffer(bytes: bytes)
        packed = ByteBuffer(bytes: Gzip.pack(bytes, level: 9))
        version = String(SHA256.hash(data: Data(bytes)).hexadecimal.prefix(8))
    }
}

/// `GET /assets/{file}`; may be kept for ever, because the address changes with the file.
struct AssetRoutes {
    let assets: Assets

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("assets/:file") { request, context in
            guard let file = assets.files[try context.parameters.require("file")] else { throw HTTPError(.notFound) }
            let isPacked = request.headers[.acceptEncoding]?.contains("gzip") == true
            var headers: HTTPFields = [
                .contentType: file.type,
                .cacheControl: file.isPermanent ? "public, max-age=31536000, immutable" : "public, max-age=3600",
                .vary: "Accept-Encoding",
            ]
            if isPacked { headers[.contentEncoding] = "gzip" }
            return Response(
                status: .ok,
                headers: headers,
                body: .init(byteBuffer: isPacked ? file.packed : file.plain)
            )
        }
    }
}
