import Core

/// The filters that Entra ID, Okta and others send: comparisons by `eq`, joined by `and` (RFC 7644 §3.4.2.2).
struct Filter {
    struct Comparison: Equatable {
        /// In lower case, without the URN of a core schema: `username`, `emails.value`.
        var path: String
        var value: JSON
        /// `type eq "work"` of `emails[type eq "work"].value`.
        var kind: String?
    }

    static let lengthLimit = 4_096
    private var words: Words
    private(set) var comparisons: [Comparison] = []

    /// - Throws: ``SCIMProblem`` `invalidFilter`.
    init(_ text: String) throws(SCIMProblem) {
        guard text.utf8.count <= Self.lengthLimit else { throw Self.problem }
        words = Words(text)
        try readAll()
        guard words.isAtEnd else { throw Self.problem }
    }

    static let problem = SCIMProblem(
        400,
        "Only “eq” on userName, displayName, externalId, id, active, emails and members is understood, joined by “and”.",
        type: "invalidFilter"
    )

    private mutating func readAll() throws(SCIMProblem) {
        try readOne()
        while words.skip("and") { try readOne() }
    }

    private mutating func readOne() throws(SCIMProblem) {
        if words.skip("(") {
            try readAll()
            guard words.skip(")") else { throw Self.problem }
            return
        }
        guard let path = words.path() else { throw Self.problem }
        guard words.skip("[") else {
            comparisons.append(Comparison(path: path, value: try value()))
            return
        }
        try readElement(of: path)
    }

    /// `emails[type eq "work" and value eq "…"]` and `emails[type eq "work"].value eq "…"`.
    private mutating func readElement(of path: String) throws(SCIMProblem) {
        var parts: [String: JSON] = [:]
        repeat {
            guard let name = words.path() else { throw Self.problem }
            parts[name] = try value()
        } while words.skip("and")
        guard words.skip("]") else { throw Self.problem }
        if let sub = words.subattribute() { parts[sub] = try value() }
        let kind = parts.removeValue(forKey: "type")
        guard parts.count == 1, let (name, value) = parts.first, kind == nil || kind?.text != nil else {
            throw Self.problem
        }
        comparisons.append(Comparison(path: "\(path).\(name)", value: value, kind: kind?.text))
    }

    private mutating func value() throws(SCIMProblem) -> JSON {
        guard words.skip("eq"), let value = words.value() else { throw Self.problem }
        return value
    }
}

extension Filter {
    /// - Throws: ``SCIMProblem`` `invalidFilter` for what cannot be searched.
    func conditions() throws(SCIMProblem) -> [DirectoryQuery.Condition] {
        var conditions: [DirectoryQuery.Condition] = []
        for comparison in comparisons { conditions.append(try comparison.condition()) }
        return conditions
    }
}

extension Filter.Comparison {
    fileprivate func condition() throws(SCIMProblem) -> DirectoryQuery.Condition {
        if path == "active", let flag = value.looseFlag { return .active(flag) }
        guard let text = value.text else { throw Filter.problem }
        switch path {
        case "id": return .id(text)
        case "username": return .userName(text)
        case "displayname": return .displayName(text)
        case "externalid": return .externalID(text)
        case "emails", "emails.value": return .email(text, kind: kind)
        case "members", "members.value": return .member(text)
        default: throw Filter.problem
        }
    }
}
