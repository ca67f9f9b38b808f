import Core
import HTTPTypes
import Hummingbird

/// Finds out where a request really comes from, behind proxies that the configuration names.
///
/// Each proxy adds the address that it saw to the end of `X-Forwarded-For`; from there backwards, the first that is no
/// trusted proxy is the client. What stands before it, anybody may have written.
struct ClientAddress: RouterMiddleware {
    let trustedProxies: Set<String>

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        guard trustedProxies.contains(context.clientAddress), let forwarded = request.headers[.xForwardedFor] else {
            return try await next(request, context)
        }
        var context = context
        let addresses = forwarded.split(separator: ",").map { String($0).trimmed }
        context.clientAddress = addresses.last { !trustedProxies.contains($0) } ?? context.clientAddress
        return try await next(request, context)
    }
}
