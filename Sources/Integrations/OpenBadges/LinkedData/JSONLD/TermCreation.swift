/// The Create Term Definition algorithm (JSON-LD 1.1 API §4.2.2) for the terms of one local context.
struct TermCreation {
    var state: ActiveContext.State
    let local: JSONObject
    /// The context's `@protected`.
    let isProtected: Bool
    let isShared: Bool
    let parameters: ContextProcessing.Parameters
    /// false while a term is being defined.
    private var defined: [Text: Bool] = [:]
    /// How many terms wait for the one that is being defined.
    private var depth = 0

    /// Terms may build on each other, but the stack is not endless.
    private static let maximumDepth = 32
    /// An IRI may stand in very many statements.
    static let maximumIRILength = 2_048

    init(
        state: ActiveContext.State,
        local: JSONObject,
        isProtected: Bool,
        isShared: Bool,
        parameters: ContextProcessing.Parameters
    ) {
        self.state = state
        self.local = local
        self.isProtected = isProtected
        self.isShared = isShared
        self.parameters = parameters
    }

    mutating func create(_ term: Text, _ contexts: inout ContextProcessing) throws(JSONLDError) {
        // Step 1 and 2.
        if let isDefined = defined[term] {
            if isDefined { return }
            throw JSONLDError(.cyclicIRIMapping, term)
        }
        guard !term.isEmpty else { throw JSONLDError(.invalidTermDefinition, term) }
        guard let value = local[term] else { return }
        try contexts.spend(4)
        guard depth < Self.maximumDepth else { throw JSONLDError(.workLimitExceeded, term) }
        depth += 1
        defer { depth -= 1 }
        defined[term] = false
        // Step 4 and 5.
        if term == "@type" {
            try checkTypeRedefinition(value)
        } else if Keyword(term) != nil {
            throw JSONLDError(.keywordRedefinition, term)
        } else if term.hasFormOfKeyword {
            return
        }
        // Step 6.
        let previous = state.terms.removeValue(forKey: term)
        // Step 7 to 26.
        let entries = try entries(of: term, value)
        // Step 27 and 28.
        if let definition = try definition(of: term, entries, isSimple: value.text != nil, &contexts) {
            guard definition.iri?.count ?? 0 <= Self.maximumIRILength else {
                throw JSONLDError(.workLimitExceeded, term)
            }
            state.terms[term] = try protecting(previous, term, definition)
        }
        defined[term] = true
    }

    /// Step 7 to 9: the short forms of a definition.
    private func entries(of term: Text, _ value: JSON) throws(JSONLDError) -> JSONObject {
        switch value {
        case .null, .string: ["@id": value]
        case .object(let members): members
        default: throw JSONLDError(.invalidTermDefinition, term)
        }
    }

    /// Step 4: `@type` may only be said to be a set, and protected.
    private func checkTypeRedefinition(_ value: JSON) throws(JSONLDError) {
        guard let members = value.object, !members.isEmpty,
            members.keys.allSatisfy({ $0 == "@container" || $0 == "@protected" }),
            members["@container"].map({ $0 == "@set" }) ?? true
        else { throw JSONLDError(.keywordRedefinition, "@type") }
    }

    /// Step 27: what is protected stays, and may only be repeated.
    private func protecting(
        _ previous: TermDefinition?,
        _ term: Text,
        _ definition: TermDefinition
    ) throws(JSONLDError) -> TermDefinition {
        guard let previous, previous.isProtected, !parameters.overrideProtected else { return definition }
        guard previous.content == definition.content else { throw JSONLDError(.protectedTermRedefinition, term) }
        return previous
    }

    /// Step 10 to 26; nil for a term that is ignored.
    private mutating func definition(
        of term: Text,
        _ entries: JSONObject,
        isSimple: Bool,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) -> TermDefinition? {
        // Step 11.
        let isProtected = try entries.boolean("@protected", orThrow: .invalidProtectedValue) ?? isProtected
        var draft = TermDefinition.Draft()
        // Step 12.
        if let type = entries["@type"] { draft.type = try typeMapping(type, &contexts) }
        // Step 13.
        if entries.contains("@reverse") {
            guard try readReverse(entries, into: &draft, &contexts) else { return nil }
            // The step ends here, but the suite (expand t0131) wants the index of a reverse property too.
            if let index = entries["@index"] { try readIndex(index, into: &draft, &contexts) }
            return TermDefinition(draft, isProtected: isProtected)
        }
        // Step 14 to 18.
        guard try readMapping(of: term, entries, isSimple: isSimple, into: &draft, &contexts) else { return nil }
        // Step 19.
        if let container = entries["@container"] { try readContainer(container, into: &draft) }
        // Step 20 to 25.
        if let index = entries["@index"] { try readIndex(index, into: &draft, &contexts) }
        if let context = entries["@context"] { try readContext(context, into: &draft, &contexts) }
        try readTextOptions(entries, into: &draft)
        try readNestAndPrefix(of: term, entries, into: &draft)
        // Step 26.
        if let unknown = entries.keys.first(where: { !Self.knownEntries.contains($0) }) {
            throw JSONLDError(.invalidTermDefinition, unknown)
        }
        return TermDefinition(draft, isProtected: isProtected)
    }

    private static let knownEntries: Set<Text> = [
        "@id", "@reverse", "@container", "@context", "@direction", "@index", "@language", "@nest", "@prefix",
        "@protected", "@type",
    ]

    /// The IRI Expansion Algorithm (§5.2) with a local context: terms that the value needs are defined first.
    mutating func expandIRI(
        _ value: Text,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) -> TermDefinition.Mapping? {
        if Keyword(value) == nil, !value.hasFormOfKeyword {
            // Step 3.
            if local.contains(value), defined[value] != true { try create(value, &contexts) }
            // Step 6.3.
            if state.terms[value] == nil, let (prefix, suffix) = value.prefixAndSuffix, prefix != "_",
                !suffix.hasPrefix("//")
            {
                try createPrefix(prefix, &contexts)
            }
        }
        return state.expandIRI(value, vocab: true)
    }

    mutating func createPrefix(_ prefix: Text, _ contexts: inout ContextProcessing) throws(JSONLDError) {
        if local.contains(prefix), defined[prefix] != true { try create(prefix, &contexts) }
    }

    /// Step 14.2.4.1: the term counts as defined while its own IRI is looked at.
    mutating func markDefined(_ term: Text) { defined[term] = true }
}
