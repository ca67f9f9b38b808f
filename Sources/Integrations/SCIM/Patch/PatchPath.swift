/// What an operation is about: `active`, `name.givenName`, `emails[type eq "work"].value`, `urn:…:User:department`.
struct PatchPath: Sendable, Equatable {
    /// Of the enterprise extension.
    var isExtension = false
    /// In lower case; "" for the extension as a whole.
    var attribute: String
    /// What the elements of a list must be, by name in lower case; empty for all.
    var filter: [String: JSON] = [:]
    var part: String?

    static let problem = SCIMProblem(400, "This path cannot be understood.", type: "invalidPath")

    /// - Throws: ``SCIMProblem`` `invalidPath`.
    init(_ text: String) throws(SCIMProblem) {
        guard text.utf8.count <= Filter.lengthLimit else { throw Self.problem }
        var words = Words(text)
        guard var name = words.path() else { throw Self.problem }
        let urn = Schema.enterprise.id.lowercased()
        if name == urn || name.hasPrefix(urn + ":") {
            isExtension = true
            name = String(name.dropFirst(urn.count + 1))
        }
        let isURN = name.hasPrefix("urn:")
        let parts = isURN ? [Substring(name)] : name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, isExtension && name.isEmpty || !parts.contains(where: \.isEmpty) else {
            throw Self.problem
        }
        attribute = parts.first.map(String.init) ?? ""
        part = parts.count == 2 ? String(parts[1]) : nil
        if words.skip("[") {
            guard part == nil else { throw Self.problem }
            filter = try Self.filter(&words)
            part = words.subattribute()
        }
        guard words.isAtEnd else { throw Self.problem }
    }

    private static func filter(_ words: inout Words) throws(SCIMProblem) -> [String: JSON] {
        var filter: [String: JSON] = [:]
        repeat {
            guard let name = words.path(), words.skip("eq"), let value = words.value() else { throw problem }
            filter[name] = value
        } while words.skip("and")
        guard words.skip("]") else { throw problem }
        return filter
    }
}
