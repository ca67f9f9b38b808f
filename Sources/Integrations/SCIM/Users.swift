import Core
import Foundation

/// `/Users` (RFC 7644 §3).
struct Users: ResourceEndpoint {
    let directory: Directory
    let store: any DirectoryStore
    let now: Date

    func list(_ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let (query, start) = try request.page()
        let page = try await store.users(of: directory.id, query)
        let selection = Selection(request.query)
        let users = try page.elements.map { user in
            selection.applied(to: try UserDocument(user.content).resource(user, base: request.base))
        }
        return DirectoryAnswer(JSON.list(users, total: page.total, from: start))
    }

    func read(_ id: DirectoryUser.ID, _ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let user = try await store.user(id, of: directory.id)
        if try request.hasVersion(user.version) {
            return DirectoryAnswer(status: 304, headers: ["etag": user.version.entityTag])
        }
        return try shown(user, request)
    }

    func create(_ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let content = try UserDocument(try request.object()).saying(isActive: true).content(isActive: true)
        let user = try await store.create(content, in: directory, at: now)
        return try shown(user, request, status: 201)
    }

    /// What a PUT leaves out is gone, but nobody is let in again because nothing was said about it.
    func replace(_ id: DirectoryUser.ID, _ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let document = try UserDocument(try request.object())
        return try await change(id, request) { content in
            try document.saying(isActive: content.isActive).content(isActive: content.isActive)
        }
    }

    func patch(_ id: DirectoryUser.ID, _ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let steps = try PatchStep.read(try request.object())
        return try await change(id, request) { content in
            var document = try UserDocument(content)
            for step in steps { try document.apply(step) }
            return try document.content(isActive: content.isActive)
        }
    }

    private func change(
        _ id: DirectoryUser.ID,
        _ request: DirectoryRequest,
        _ change: @escaping @Sendable (DirectoryUser.Content) throws -> DirectoryUser.Content
    ) async throws -> DirectoryAnswer {
        let versions = try request.versions()
        let user = try await store.change(id, in: directory, versions: versions, at: now, change)
        return try shown(user, request)
    }

    func remove(_ id: DirectoryUser.ID, versions: Set<Int>?) async throws {
        try await store.remove(id, in: directory, versions: versions, at: now)
    }

    private func shown(
        _ user: DirectoryUser,
        _ request: DirectoryRequest,
        status: Int = 200
    ) throws -> DirectoryAnswer {
        let whole = try UserDocument(user.content).resource(user, base: request.base)
        var answer = DirectoryAnswer(whole, status: status, touched: user.person)
        answer.body = try Selection(request.query).applied(to: whole).encoded
        return answer
    }
}
