import CZlib
import HTTPTypes
import Hummingbird
import NIOCore

/// Sends text in gzip (RFC 1952) to browsers that take it.
struct Compression: RouterMiddleware {
    typealias Context = PortalContext
    /// Below it, packing costs more than it saves.
    private static let sizeLimit = 1_000

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.isText(response.headers[.contentType]) else { return response }
        let vary = response.headers[.vary]
        if vary?.contains("Accept-Encoding") != true {
            response.headers[.vary] = vary.map { "\($0), Accept-Encoding" } ?? "Accept-Encoding"
        }
        guard request.method == .get, request.headers[.acceptEncoding]?.contains("gzip") == true,
            response.headers[.contentEncoding] == nil, (response.body.contentLength ?? 0) > Self.sizeLimit
        else { return response }
        return try await Self.packed(response)
    }

    private static func isText(_ type: String?) -> Bool {
        guard let type else { return false }
        return type.hasPrefix("text/") || type.contains("json") || type.contains("svg")
    }

    private static func packed(_ response: Response) async throws -> Response {
        let body = BodyCollector()
        try await response.body.write(body)
        var packed = response
        packed.headers[.contentEncoding] = "gzip"
        packed.headers[.contentLength] = nil
        packed.body = .init(byteBuffer: ByteBuffer(bytes: Gzip.pack(body.bytes, level: 5)))
        return packed
    }
}

/// Keeps what a response would send.
private final class BodyCollector: ResponseBodyWriter {
    var bytes: [UInt8] = []
    func write(_ buffer: ByteBuffer) async throws { bytes.append(contentsOf: buffer.readableBytesView) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
