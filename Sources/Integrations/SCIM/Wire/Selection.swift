import Core

/// Which attributes an answer has (RFC 7644 §3.9): `attributes` or `excludedAttributes`.
struct Selection {
    private let included: [String]?
    private let excluded: [String]

    init(_ query: [String: String]) {
        included = query["attributes"].map(Self.names)
        excluded = query["excludedAttributes"].map(Self.names) ?? []
    }

    /// Whether a large attribute has to be read at all.
    func wants(_ name: String) -> Bool { keeps(name.lowercased()) }

    func applied(to resource: JSON) -> JSON {
        guard case .object(let members) = resource, included != nil || !excluded.isEmpty else { return resource }
        var kept: [String: JSON] = [:]
        for (name, value) in members {
            let path = name.lowercased()
            if ["id", "schemas"].contains(path) {
                kept[name] = value
            } else if keeps(path) {
                kept[name] = inside(value, path)
            }
        }
        return .object(kept)
    }

    /// Keeps what was named itself, and the whole of which a part was named.
    private func keeps(_ path: String) -> Bool {
        guard let included else { return !excluded.contains(path) }
        return included.contains { $0 == path || isPart($0, of: path) }
    }

    private func inside(_ value: JSON, _ path: String) -> JSON {
        if included?.contains(path) == true { return value }
        let parts = (included ?? excluded).filter { isPart($0, of: path) }.map { String($0.dropFirst(path.count + 1)) }
        guard !parts.isEmpty else { return value }
        return value.keeping { parts.contains($0) == (included != nil) }
    }

    /// `name.givenname` of `name`, and `urn:…:user:department` of `urn:…:user`.
    private func isPart(_ name: String, of path: String) -> Bool {
        name.hasPrefix(path + ".") || path.hasPrefix("urn:") && name.hasPrefix(path + ":")
    }

    private static func names(_ text: String) -> [String] {
        text.split(separator: ",").prefix(100).map { $0.trimmed.lowercased().withoutCoreURN }
    }
}

extension JSON {
    /// The members, of every element of a list too, whose names in lower case fit.
    fileprivate func keeping(_ isKept: (String) -> Bool) -> JSON {
        switch self {
        case .object(let members): .object(members.filter { isKept($0.key.lowercased()) })
        case .list(let elements): .list(elements.map { $0.keeping(isKept) })
        default: self
        }
    }
}
