import Core

/// The address of all resources of one type, and of each of them (RFC 7644 §3.2).
protocol ResourceEndpoint {
    associatedtype Resource

    func list(_ request: DirectoryRequest) async throws -> DirectoryAnswer
    func create(_ request: DirectoryRequest) async throws -> DirectoryAnswer
    func read(_ id: ID<Resource>, _ request: DirectoryRequest) async throws -> DirectoryAnswer
    func replace(_ id: ID<Resource>, _ request: DirectoryRequest) async throws -> DirectoryAnswer
    func patch(_ id: ID<Resource>, _ request: DirectoryRequest) async throws -> DirectoryAnswer
    func remove(_ id: ID<Resource>, versions: Set<Int>?) async throws
}

extension ResourceEndpoint {
    /// - Parameter rest: what follows the endpoint's own name in the path.
    func answer(_ request: DirectoryRequest, _ rest: [String]) async throws -> DirectoryAnswer {
        switch (request.method, rest.count) {
        case ("GET", 0), ("HEAD", 0): return try await list(request)
        case ("POST", 0): return try await create(request)
        case ("POST", 1) where rest[0] == ".search": throw SCIMProblem(501, "This service does not do that.")
        case ("GET", 1), ("HEAD", 1): return try await read(ID(rest[0]), request)
        case ("PUT", 1): return try await replace(ID(rest[0]), request)
        case ("PATCH", 1): return try await patch(ID(rest[0]), request)
        case ("DELETE", 1):
            try await remove(ID(rest[0]), versions: try request.versions())
            return DirectoryAnswer(status: 204)
        case (_, 0), (_, 1): throw SCIMProblem(405, "This address does not take such requests.")
        default: throw SCIMProblem(404, "There is nothing at this address.")
        }
    }
}
