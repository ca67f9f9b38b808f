import Core
import HTTPTypes
import Hummingbird
import Logging

/// Turns thrown errors into pages.
///
/// The only place where an error becomes a status. Stands behind ``Sessions`` as well, so that the page is dressed for
/// the person who asked.
struct ErrorPages: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch AccessError.signInNeeded where [.get, .head].contains(request.method) {
            return Response.redirect(to: "/login?return_to=\(URLText.query(request.uri.description))", type: .found)
        } catch {
            let response = answer(error, request, context)
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    private func answer(_ error: any Error, _ request: Request, _ context: PortalContext) -> Response {
        switch error {
        case let error as any PortalError: return answer(error.kind.status, Words.message(of: error), context)
        case let error as HTTPError: return answer(error.status, Self.message(error.status), context)
        case is CancellationError:
            return answer(.serviceUnavailable, Words[.restarting], context)
        default:
            // Not the path itself: in some, a secret stands.
            let route = context.endpointPath ?? "none"
            context.logger.error("unexpected error", metadata: ["error": "\(error)", "route": "\(route)"])
            return answer(.internalServerError, Self.message(.internalServerError), context)
        }
    }

    private func answer(_ status: HTTPResponse.Status, _ message: String, _ context: PortalContext) -> Response {
        let number = status.kind == .serverError ? context.number : nil
        let page = ErrorPage(status: status, message: message, number: number, isSignedIn: context.person != nil)
        return site.response(page.page, context)
    }

    private static func message(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: Words[.nothingAtAddress]
        case .badRequest: Words[.makesNoSense]
        case .methodNotAllowed: Words[.notSuchRequests]
        case .contentTooLarge: Words[.tooMuchAtOnce]
        default: Words[.ourFaultText]
        }
    }
}

extension ErrorKind {
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .tooOften: .tooManyRequests
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .unavailable: .serviceUnavailable
        }
    }
}
