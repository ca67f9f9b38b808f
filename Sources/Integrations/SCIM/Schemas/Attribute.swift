import Core

/// An attribute that the portal keeps; what a directory sends beyond these it ignores.
struct Attribute: Sendable {
    enum Kind: Sendable {
        case string
        case boolean
        case reference([String])
        case complex([Attribute])
    }

    var name: String
    var kind: Kind
    var purpose: String
    var isList = false
    var isRequired = false
    var isReadOnly = false
    var isImmutable = false
    var isUnique = false
    var isCaseExact = false

    init(_ name: String, _ kind: Kind = .string, _ purpose: String) {
        self.name = name
        self.kind = kind
        self.purpose = purpose
    }

    var parts: [Attribute] {
        guard case .complex(let parts) = kind else { return [] }
        return parts
    }

    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }

    /// As RFC 7643 §7 describes attributes.
    var json: JSON {
        var members: [String: JSON] = [
            "name": .string(name), "description": .string(purpose), "multiValued": .bool(isList),
            "required": .bool(isRequired), "caseExact": .bool(isCaseExact),
            "mutability": isReadOnly ? "readOnly" : isImmutable ? "immutable" : "readWrite",
            "returned": "default", "uniqueness": isUnique ? "server" : "none",
        ]
        switch kind {
        case .string: members["type"] = "string"
        case .boolean: members["type"] = "boolean"
        case .reference(let types):
            members["type"] = "reference"
            members["referenceTypes"] = .list(types.map { .string($0) })
        case .complex(let parts):
            members["type"] = "complex"
            members["subAttributes"] = .list(parts.map(\.json))
        }
        return .object(members)
    }
}

extension [Attribute] {
    /// In any letter case.
    func named(_ name: String) -> Attribute? {
        let lower = name.lowercased()
        return first { $0.name.lowercased() == lower }
    }
}
