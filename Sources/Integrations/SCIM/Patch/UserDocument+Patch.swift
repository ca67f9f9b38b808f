import Core

extension UserDocument {
    /// What is not known is passed over: directories send whatever they were set up to.
    mutating func apply(_ step: PatchStep) throws(SCIMProblem) {
        guard let path = step.path else { return }
        if path.isExtension {
            try applyToExtension(step, path)
        } else if path.attribute == "externalid" {
            externalID = step.operation == .remove ? nil : try Self.externalID(step.value)
        } else if let attribute = Schema.user.attributes.named(path.attribute) {
            core[attribute.name] = try attribute.applying(step, path, to: core[attribute.name])
        }
    }

    private mutating func applyToExtension(_ step: PatchStep, _ path: PatchPath) throws(SCIMProblem) {
        if path.attribute.isEmpty {
            enterprise = [:]
        } else if let attribute = Schema.enterprise.attributes.named(path.attribute) {
            enterprise[attribute.name] = try attribute.applying(step, path, to: enterprise[attribute.name])
        }
    }
}

extension Attribute {
    /// - Returns: the attribute after the step; nil for absent.
    func applying(_ step: PatchStep, _ path: PatchPath, to old: JSON?) throws(SCIMProblem) -> JSON? {
        if isReadOnly { return old }
        let new = isList ? try changed(list: old?.elements ?? [], step, path) : try changed(single: old, step, path)
        if isRequired, new == nil { throw SCIMProblem(400, "\(name) cannot be removed.", type: "mutability") }
        return new
    }

    private func changed(single old: JSON?, _ step: PatchStep, _ path: PatchPath) throws(SCIMProblem) -> JSON? {
        guard path.filter.isEmpty else { throw PatchPath.problem }
        guard !parts.isEmpty else { return step.operation == .remove ? nil : try accepted(step.value ?? .null) }
        var members = old?.members ?? [:]
        if let part = path.part {
            try change(&members, part, step)
        } else if step.operation == .remove || step.value == .null {
            return nil
        } else {
            // Named parts change, the others stay (RFC 7644 §3.5.2.3).
            guard let values = step.value?.members else { throw .invalidValue("\(name) is no object.") }
            for (part, value) in values {
                try change(&members, part, PatchStep(operation: step.operation, path: path, value: value))
            }
        }
        return members.isEmpty ? nil : .object(members)
    }

    private func change(_ members: inout [String: JSON], _ part: String, _ step: PatchStep) throws(SCIMProblem) {
        guard let known = parts.named(part) else { return }
        members[known.name] = step.operation == .remove ? nil : try known.accepted(step.value ?? .null)
    }

    private func changed(list old: [JSON], _ step: PatchStep, _ path: PatchPath) throws(SCIMProblem) -> JSON? {
        if path.filter.isEmpty, path.part == nil { return try changedWhole(list: old, step) }
        var list = old
        let hits = list.indices.filter { list[$0].fits(path.filter) }
        if step.operation == .remove, path.part == nil {
            list = list.indices.filter { !hits.contains($0) }.map { list[$0] }
            return list.isEmpty ? nil : .list(list)
        }
        var lastPrimary: Int?
        for index in hits {
            let before = list[index]["primary"]?.flag == true
            list[index] = try changed(element: list[index], step, path)
            if !before, list[index]["primary"]?.flag == true { lastPrimary = index }
        }
        if hits.isEmpty, step.operation != .remove {
            // Entra ID means the element to be made.
            let seed = JSON.object(try parts.accepted(path.filter))
            list.append(try changed(element: seed, step, path))
            if list[list.count - 1]["primary"]?.flag == true { lastPrimary = list.count - 1 }
        }
        if let lastPrimary { list = list.withPrimary(at: lastPrimary) }
        list = list.filter { $0.members?.isEmpty == false }
        return list.isEmpty ? nil : .list(list)
    }

    private func changed(element: JSON, _ step: PatchStep, _ path: PatchPath) throws(SCIMProblem) -> JSON {
        var members = element.members ?? [:]
        if let part = path.part {
            try change(&members, part, step)
        } else {
            for (part, value) in try acceptedOne(step.value ?? .null)?.members ?? [:] { members[part] = value }
        }
        return .object(members)
    }

    /// An add takes the place of what is there already; a remove with values takes just those.
    private func changedWhole(list old: [JSON], _ step: PatchStep) throws(SCIMProblem) -> JSON? {
        let values = try step.value.map { value throws(SCIMProblem) in try accepted(value) } ?? nil
        let sent = values?.elements ?? []
        switch step.operation {
        case .replace: return values
        case .remove:
            let gone = sent.compactMap { $0["value"] }
            let left = gone.isEmpty ? [] : old.filter { element in !gone.contains { $0 == element["value"] } }
            return left.isEmpty ? nil : .list(left)
        case .add:
            var all = old
            for element in sent {
                if let place = all.firstIndex(where: { $0.isSame(as: element) }) {
                    all[place] = element
                } else {
                    all.append(element)
                }
            }
            guard all.count <= Self.listLimit else { throw .invalidValue("\(name) has too many values.") }
            return all.isEmpty ? nil : .list(all.withOnePrimary)
        }
    }
}

extension JSON {
    /// Whether two elements of a list differ at most in which one is the primary one.
    fileprivate func isSame(as other: JSON) -> Bool {
        guard case .object(var left) = self, case .object(var right) = other else { return self == other }
        left["primary"] = nil
        right["primary"] = nil
        return left == right
    }

    /// Whether an element is what a filter says; texts in any letter case, as attributes of SCIM are compared.
    fileprivate func fits(_ filter: [String: JSON]) -> Bool {
        filter.allSatisfy { name, wanted in
            guard let value = members?.first(where: { $0.key.lowercased() == name })?.value else { return false }
            if let text = value.text, let wanted = wanted.text { return text.lowercased() == wanted.lowercased() }
            return value == wanted
        }
    }
}
