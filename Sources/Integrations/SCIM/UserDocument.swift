import Core
import Foundation

/// A user in SCIM's form, with nothing in it that the portal does not keep.
struct UserDocument: Equatable {
    /// Of the core schema.
    var core: [String: JSON]
    /// Of the enterprise extension.
    var enterprise: [String: JSON]
    var externalID: String?

    /// Takes what a directory sent; a `password`, and all else that is not known, is dropped here.
    init(_ sent: [String: JSON]) throws(SCIMProblem) {
        core = try Schema.user.attributes.accepted(sent)
        let more = sent.first { $0.key.lowercased() == Schema.enterprise.id.lowercased() }?.value
        enterprise = try Schema.enterprise.attributes.accepted(more?.members ?? [:])
        externalID = try Self.externalID(sent.first { $0.key.lowercased() == "externalid" }?.value)
    }

    /// The same, saying whether the person may sign in where the directory did not.
    func saying(isActive: Bool) -> Self {
        var document = self
        if core["active"] == nil { document.core["active"] = .bool(isActive) }
        return document
    }

    static func externalID(_ value: JSON?) throws(SCIMProblem) -> String? {
        guard let value, value != .null else { return nil }
        guard let text = value.text, text.utf8.count <= 255, !text.utf8.contains(0) else {
            throw .invalidValue("externalId is no text of at most 255 bytes.")
        }
        return text.isEmpty ? nil : text
    }

    /// Reads what ``content()`` wrote.
    init(_ content: DirectoryUser.Content) throws(SCIMProblem) {
        let stored = try JSON.read(Array(content.document.utf8))
        core = stored["core"]?.members ?? [:]
        enterprise = stored["enterprise"]?.members ?? [:]
        externalID = content.externalID
        core["userName"] = .string(content.userName)
    }

    /// - Parameter isActive: what counts where nothing is said.
    func content(isActive: Bool) throws -> DirectoryUser.Content {
        guard let userName = core["userName"]?.text, !userName.trimmed.isEmpty else {
            throw SCIMProblem.invalidValue("userName is missing.")
        }
        guard userName.utf8.count <= 255 else { throw SCIMProblem.invalidValue("userName is longer than 255 bytes.") }
        let document: JSON = ["core": .object(core), "enterprise": .object(enterprise)]
        return DirectoryUser.Content(
            userName: userName,
            externalID: externalID,
            isActive: core["active"]?.flag ?? isActive,
            name: name ?? userName,
            emails: emails,
            attributes: attributes,
            document: String(decoding: try document.encoded, as: UTF8.self)
        )
    }

    private var name: String? {
        let parts = core["name"]
        let whole = [parts?["givenName"]?.text, parts?["familyName"]?.text].compactMap(\.self).joined(separator: " ")
        return [core["displayName"]?.text, parts?["formatted"]?.text, whole].compactMap(\.self)
            .first { !$0.trimmed.isEmpty }
    }

    /// The primary one first, then those at work.
    private var emails: [DirectoryUser.Email] {
        let all = (core["emails"]?.elements ?? []).compactMap { element in
            element["value"]?.text.map { address in
                (rank: Self.rank(element), email: DirectoryUser.Email(address, kind: element["type"]?.text ?? ""))
            }
        }
        return (0...2).flatMap { rank in all.filter { $0.rank == rank }.map(\.email) }
    }

    private static func rank(_ email: JSON) -> Int {
        if email["primary"]?.flag == true { return 0 }
        return email["type"]?.text == "work" ? 1 : 2
    }

    /// Every single text, by its name.
    private var attributes: [String: [String]] {
        core.merging(enterprise) { own, _ in own }.compactMapValues { $0.text.map { [$0] } }
    }
}

extension UserDocument {
    func resource(_ user: DirectoryUser, base: String) -> JSON {
        var members = core
        members["id"] = .string(user.id.rawValue)
        if let externalID { members["externalId"] = .string(externalID) }
        var schemas: [JSON] = [.string(Schema.user.id)]
        if !enterprise.isEmpty {
            schemas.append(.string(Schema.enterprise.id))
            members[Schema.enterprise.id] = .object(enterprise)
        }
        members["schemas"] = .list(schemas)
        members["meta"] = [
            "resourceType": "User", "location": .string("\(base)/Users/\(user.id)"),
            "version": .string(user.version.entityTag), "created": .string(user.createdAt.scimText),
            "lastModified": .string(user.changedAt.scimText),
        ]
        return .object(members)
    }
}
