import Core
import Foundation

/// A directory that speaks SCIM 2.0 (RFC 7643, RFC 7644), as Entra ID and Okta do.
struct SCIMDirectory: DirectorySync {
    let directory: Directory
    let tokens: BearerTokens

    func accepts(_ token: String) -> Bool { tokens.accept(token) }

    func refusal(_ status: Int, _ detail: String) -> DirectoryAnswer { SCIMProblem(status, detail).answer }

    func answer(
        _ request: DirectoryRequest,
        _ store: any DirectoryStore,
        at date: Date
    ) async throws -> DirectoryAnswer {
        do {
            return try await route(request, store, date)
        } catch let problem as SCIMProblem {
            return problem.answer
        } catch let error as DirectoryError {
            return SCIMProblem(error).answer
        } catch let error as any PortalError where error.kind == .invalid {
            return SCIMProblem(400, error.message, type: "invalidValue").answer
        }
    }

    private func route(
        _ request: DirectoryRequest,
        _ store: any DirectoryStore,
        _ date: Date
    ) async throws -> DirectoryAnswer {
        let rest = Array(request.path.dropFirst())
        switch request.path.first {
        case "Users": return try await Users(directory: directory, store: store, now: date).answer(request, rest)
        case "Groups": return try await Groups(directory: directory, store: store, now: date).answer(request, rest)
        case "ServiceProviderConfig", "ResourceTypes", "Schemas":
            return try Discovery(base: request.base).answer(request)
        case "Bulk", ".search", "Me": throw SCIMProblem(501, "This service does not do that.")
        default: throw SCIMProblem(404, "There is nothing at this address.")
        }
    }
}
