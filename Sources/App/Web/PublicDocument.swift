import Core
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Bytes that anybody may have, also scripts of other sites: what stands behind addresses in badges.
struct PublicDocument: KeptDocument {
    enum Lifetime: String {
        /// May have changed a moment ago: asked for every time, and often answered with 304.
        case checked = "public, no-cache"
        case minute = "public, max-age=60"
        case hour = "public, max-age=3600"
    }

    var status = HTTPResponse.Status.ok
    let body: ByteBuffer
    /// Names the bytes; weak, because they may be packed on their way.
    let tag: String

    init(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) {
        body = ByteBuffer(bytes: bytes)
        tag = "W/\"\(SHA256.hash(data: bytes).hexadecimal.prefix(24))\""
        self.status = status
    }

    func response(
        to request: Request,
        type: String,
        lifetime: Lifetime,
        varies: Bool = true,
        disposition: String? = nil
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .eTag: tag, .cacheControl: lifetime.rawValue, .accessControlAllowOrigin: "*",
            .contentSecurityPolicy: ContentPolicy.file,
        ]
        if varies { headers[.vary] = "Accept, Accept-Encoding" }
        if let disposition { headers[.contentDisposition] = disposition }
        let known = request.headers[.ifNoneMatch]
        guard status != .ok || known == nil || known?.contains(tag.dropFirst(2)) == false else {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: status, headers: headers, body: .init(byteBuffer: body))
    }
}
