import Core
import Foundation

/// `/Groups` (RFC 7644 §3).
struct Groups: ResourceEndpoint {
    let directory: Directory
    let store: any DirectoryStore
    let now: Date

    func list(_ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let (query, start) = try request.page()
        let selection = Selection(request.query)
        let page = try await store.groups(of: directory.id, query, members: selection.wants("members"))
        let groups = page.elements.map { selection.applied(to: $0.resource(base: request.base)) }
        return DirectoryAnswer(JSON.list(groups, total: page.total, from: start))
    }

    func read(_ id: DirectoryGroup.ID, _ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let members = Selection(request.query).wants("members")
        let group = try await store.group(id, of: directory.id, members: members)
        if try request.hasVersion(group.version) {
            return DirectoryAnswer(status: 304, headers: ["etag": group.version.entityTag])
        }
        return try shown(group, request)
    }

    func create(_ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let sent = try GroupDocument(try request.object())
        let changes: [DirectoryGroup.Change] = [.setExternalID(sent.externalID), .add(sent.members)]
        let group = try await store.createGroup(named: sent.name, changes, in: directory, at: now)
        return try shown(group, request, status: 201)
    }

    func replace(_ id: DirectoryGroup.ID, _ request: DirectoryRequest) async throws -> DirectoryAnswer {
        let sent = try GroupDocument(try request.object())
        let changes: [DirectoryGroup.Change] = [
            .rename(sent.name), .setExternalID(sent.externalID), .removeAll, .add(sent.members),
        ]
        try await store.change(id, in: directory, versions: try request.versions(), at: now, changes)
        let members = Selection(request.query).wants("members")
        return try shown(try await store.group(id, of: directory.id, members: members), request)
    }

    /// Answers without a body, so that a change of one among many thousands stays small.
    func patch(_ id: DirectoryGroup.ID, _ request: DirectoryRequest) async throws -> DirectoryAnswer {
        var changes: [DirectoryGroup.Change] = []
        for step in try PatchStep.read(try request.object()) { changes += try GroupDocument.changes(step) }
        try await store.change(id, in: directory, versions: try request.versions(), at: now, changes)
        return DirectoryAnswer(status: 204)
    }

    func remove(_ id: DirectoryGroup.ID, versions: Set<Int>?) async throws {
        try await store.remove(id, in: directory, versions: versions, at: now)
    }

    private func shown(
        _ group: DirectoryGroup,
        _ request: DirectoryRequest,
        status: Int = 200
    ) throws -> DirectoryAnswer {
        let whole = group.resource(base: request.base)
        var answer = DirectoryAnswer(whole, status: status)
        answer.body = try Selection(request.query).applied(to: whole).encoded
        return answer
    }
}

extension DirectoryGroup {
    fileprivate func resource(base: String) -> JSON {
        var resource: [String: JSON] = [
            "schemas": [.string(Schema.group.id)], "id": .string(id.rawValue), "displayName": .string(name),
            "meta": [
                "resourceType": "Group", "location": .string("\(base)/Groups/\(id)"),
                "version": .string(version.entityTag), "created": .string(createdAt.scimText),
                "lastModified": .string(changedAt.scimText),
            ],
        ]
        if let externalID { resource["externalId"] = .string(externalID) }
        if !members.isEmpty {
            resource["members"] = .list(
                members.map { member in
                    ["value": .string(member.rawValue), "$ref": .string("\(base)/Users/\(member)")]
                }
            )
        }
        return .object(resource)
    }
}
