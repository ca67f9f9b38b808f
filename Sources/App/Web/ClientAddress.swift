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
        var context = context
        var address = ClientNetwork.address(context.clientAddress)
        if trustedProxies.contains(address), let forwarded = request.headers[.xForwardedFor] {
            let addresses = forwarded.split(separator: ",").map { ClientNetwork.address(String($0).trimmed) }
            address = addresses.last { !trustedProxies.contains($0) } ?? address
        }
        context.clientAddress = ClientNetwork.name(address)
        return try await next(request, context)
    }
}
