import Core

extension JSON {
    /// A truth value, also as the text that Entra ID writes.
    var looseFlag: Bool? {
        switch self {
        case .bool(let flag): flag
        case .string(let text):
            switch text.lowercased() {
            case "true": true
            case "false": false
            default: nil
            }
        default: nil
        }
    }
}

extension Attribute {
    static let textLimit = 4_096
    static let listLimit = 100

    /// `value` as this attribute holds it: known names in their own spelling, nothing else.
    ///
    /// - Returns: nil for what counts as absent: null, an empty list, an object without anything (RFC 7643 §2.5).
    /// - Throws: ``SCIMProblem`` `invalidValue`.
    func accepted(_ value: JSON) throws(SCIMProblem) -> JSON? {
        if value == .null || isReadOnly { return nil }
        guard isList else { return try acceptedOne(value) }
        // A single value where a list belongs is meant as a list of one.
        let elements = value.elements ?? [value]
        guard elements.count <= Self.listLimit else { throw .invalidValue("\(name) has too many values.") }
        var list: [JSON] = []
        for element in elements {
            if let one = try acceptedOne(element) { list.append(one) }
        }
        return list.isEmpty ? nil : .list(list.withOnePrimary)
    }

    func acceptedOne(_ value: JSON) throws(SCIMProblem) -> JSON? {
        switch kind {
        case .string, .reference:
            if value == .null { return nil }
            guard let text = value.text else { throw .invalidValue("\(name) is no text.") }
            guard text.utf8.count <= Self.textLimit, !text.utf8.contains(0) else {
                throw .invalidValue("\(name) is too long, or holds what no text has.")
            }
            return value
        case .boolean:
            if value == .null { return nil }
            guard let flag = value.looseFlag else { throw .invalidValue("\(name) is neither true nor false.") }
            return .bool(flag)
        case .complex(let parts):
            // Some senders write the only important part alone.
            if value.text != nil, parts.named("value") != nil { return ["value": value] }
            guard let members = value.members else { throw .invalidValue("\(name) is no object.") }
            let known = try parts.accepted(members)
            return known.isEmpty ? nil : .object(known)
        }
    }
}

extension [Attribute] {
    /// The members that are known, each as its attribute holds it.
    func accepted(_ members: [String: JSON]) throws(SCIMProblem) -> [String: JSON] {
        var known: [String: JSON] = [:]
        for (name, value) in members {
            guard let attribute = named(name), let value = try attribute.accepted(value) else { continue }
            known[attribute.name] = value
        }
        return known
    }
}

extension [JSON] {
    /// At most one value is the primary one: the last that says so (RFC 7643 §2.4).
    var withOnePrimary: [JSON] {
        guard let last = lastIndex(where: { $0["primary"]?.flag == true }) else { return self }
        return withPrimary(at: last)
    }

    func withPrimary(at index: Int) -> [JSON] {
        enumerated().map { position, element in
            guard position != index, element["primary"]?.flag == true, case .object(var members) = element else {
                return element
            }
            members["primary"] = false
            return .object(members)
        }
    }
}
