import Core

/// A group as a directory sends it.
struct GroupDocument: Equatable {
    static let memberLimit = 20_000

    var name: String
    var externalID: String?
    var members: [DirectoryUser.ID]

    init(_ sent: [String: JSON]) throws(SCIMProblem) {
        func member(_ name: String) -> JSON? { sent.first { $0.key.lowercased() == name }?.value }
        name = try Self.name(member("displayname"))
        externalID = try UserDocument.externalID(member("externalid"))
        members = try Self.members(member("members"))
    }

    /// What one step of a PATCH changes; what is not known is passed over.
    static func changes(_ step: PatchStep) throws(SCIMProblem) -> [DirectoryGroup.Change] {
        guard let path = step.path, !path.isExtension else { return [] }
        switch path.attribute {
        case "displayname":
            guard step.operation != .remove else {
                throw SCIMProblem(400, "displayName cannot be removed.", type: "mutability")
            }
            return [.rename(try name(step.value))]
        case "externalid":
            return [.setExternalID(step.operation == .remove ? nil : try UserDocument.externalID(step.value))]
        case "members": return try memberChanges(step, path)
        default: return []
        }
    }

    /// Removal comes as `members[value eq "…"]`, as `members` with a list of values, and as `members` alone.
    private static func memberChanges(
        _ step: PatchStep,
        _ path: PatchPath
    ) throws(SCIMProblem) -> [DirectoryGroup.Change] {
        guard path.filter.isEmpty else {
            guard step.operation == .remove, path.part == nil, path.filter.count == 1,
                let id = path.filter["value"]?.text
            else { throw PatchPath.problem }
            return [.remove([ID(id)])]
        }
        guard path.part == nil else { throw PatchPath.problem }
        let named = try members(step.value)
        switch step.operation {
        case .add: return [.add(named)]
        case .replace: return [.removeAll, .add(named)]
        case .remove: return step.value == nil || step.value == .null ? [.removeAll] : [.remove(named)]
        }
    }

    private static func name(_ value: JSON?) throws(SCIMProblem) -> String {
        guard let text = value?.text, !text.trimmed.isEmpty, text.utf8.count <= 1_024, !text.utf8.contains(0) else {
            throw .invalidValue("displayName is a text of 1 to 1024 bytes.")
        }
        return text
    }

    private static func members(_ value: JSON?) throws(SCIMProblem) -> [DirectoryUser.ID] {
        guard let value, value != .null else { return [] }
        let elements = value.elements ?? [value]
        guard elements.count <= memberLimit else { throw .invalidValue("members has too many values.") }
        var members: [DirectoryUser.ID] = []
        for element in elements {
            guard let id = element["value"]?.text ?? element.text, id.utf8.count <= 100 else {
                throw .invalidValue("A member has a value: the id of a user.")
            }
            members.append(ID(id))
        }
        return members
    }
}
