/// Steps 12 to 25 of Create Term Definition: one entry of the definition each.
extension TermCreation {
    /// Step 12: `@type`.
    mutating func typeMapping(
        _ value: JSON,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) -> TermDefinition.TypeMapping {
        guard let type = value.text else { throw JSONLDError(.invalidTypeMapping) }
        switch try expandIRI(type, &contexts) {
        case .keyword(.id): return .id
        case .keyword(.vocab): return .vocab
        case .keyword(.json): return .json
        case .keyword(.none): return .none
        case .iri(let iri) where iri.hasScheme: return .iri(iri)
        default: throw JSONLDError(.invalidTypeMapping, type)
        }
    }

    /// Step 13: `@reverse`; false if the term is to be ignored.
    mutating func readReverse(
        _ entries: JSONObject,
        into draft: inout TermDefinition.Draft,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) -> Bool {
        guard !entries.contains("@id"), !entries.contains("@nest") else { throw JSONLDError(.invalidReverseProperty) }
        guard let reverse = entries["@reverse"]?.text else { throw JSONLDError(.invalidIRIMapping) }
        if reverse.hasFormOfKeyword, Keyword(reverse) == nil { return false }
        guard case .iri(let iri) = try expandIRI(reverse, &contexts), iri.hasScheme || iri.isBlankNode else {
            throw JSONLDError(.invalidIRIMapping, reverse)
        }
        draft.mapping = .iri(iri)
        draft.isReverse = true
        if let container = entries["@container"], !container.isNull {
            guard let container = Container(container), container == .set || container == .index else {
                throw JSONLDError(.invalidReverseProperty)
            }
            draft.container = container
        }
        if let unknown = entries.keys.first(where: { !Self.reverseEntries.contains($0) }) {
            throw JSONLDError(.invalidTermDefinition, unknown)
        }
        return true
    }

    private static let reverseEntries: Set<Text> = [
        "@reverse", "@container", "@context", "@direction", "@index", "@language", "@prefix", "@protected", "@type",
    ]

    /// Step 14 to 18: what the term stands for; false if the term is to be ignored.
    mutating func readMapping(
        of term: Text,
        _ entries: JSONObject,
        isSimple: Bool,
        into draft: inout TermDefinition.Draft,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) -> Bool {
        if let id = entries["@id"], id.text != term {
            // Step 14.1: null keeps the term, as one that means nothing.
            if id.isNull { return true }
            guard let id = id.text else { throw JSONLDError(.invalidIRIMapping, term) }
            return try readID(id, of: term, isSimple: isSimple, into: &draft, &contexts)
        }
        // Step 15.
        if let (prefix, suffix) = term.prefixAndSuffix {
            try createPrefix(prefix, &contexts)
            if let iri = state.terms[prefix]?.iri {
                draft.mapping = .iri(iri + suffix)
            } else {
                draft.mapping = .iri(term)
            }
            return true
        }
        // Step 16.
        if term.contains(UInt8(ascii: "/")) {
            guard case .iri(let iri) = state.expandIRI(term, vocab: true), iri.hasScheme else {
                throw JSONLDError(.invalidIRIMapping, term)
            }
            draft.mapping = .iri(iri)
            return true
        }
        // Step 17 and 18.
        if term == "@type" {
            draft.mapping = .keyword(.type)
        } else if let vocab = state.vocab {
            draft.mapping = .iri(vocab + term)
        } else {
            throw JSONLDError(.invalidIRIMapping, term)
        }
        return true
    }

    /// Step 14.2.
    private mutating func readID(
        _ id: Text,
        of term: Text,
        isSimple: Bool,
        into draft: inout TermDefinition.Draft,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) -> Bool {
        if id.hasFormOfKeyword, Keyword(id) == nil { return false }
        let mapping = try expandIRI(id, &contexts)
        switch mapping {
        case .keyword(.context): throw JSONLDError(.invalidKeywordAlias, term)
        case .keyword: break
        case .iri(let iri) where iri.hasScheme || iri.isBlankNode: break
        default: throw JSONLDError(.invalidIRIMapping, id)
        }
        draft.mapping = mapping
        // Step 14.2.4: a term that looks like an IRI must not stand for another one.
        let hasInnerColon = term.utf8.dropFirst().dropLast().contains(UInt8(ascii: ":"))
        if hasInnerColon || term.contains(UInt8(ascii: "/")) {
            markDefined(term)
            guard try expandIRI(term, &contexts) == mapping else { throw JSONLDError(.invalidIRIMapping, term) }
        }
        // Step 14.2.5.
        if isSimple, !term.contains(UInt8(ascii: ":")), !term.contains(UInt8(ascii: "/")),
            case .iri(let iri) = mapping, iri.endsWithGenDelim || iri.isBlankNode
        {
            draft.isPrefix = true
        }
        return true
    }

    /// Step 19: `@container`.
    func readContainer(_ value: JSON, into draft: inout TermDefinition.Draft) throws(JSONLDError) {
        guard let container = Container(value) else { throw JSONLDError(.invalidContainerMapping) }
        draft.container = container
        if container.contains(.type) {
            draft.type = draft.type ?? .id
            guard draft.type == .id || draft.type == .vocab else { throw JSONLDError(.invalidTypeMapping) }
        }
    }

    /// Step 20: `@index`.
    mutating func readIndex(
        _ value: JSON,
        into draft: inout TermDefinition.Draft,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) {
        guard draft.container.contains(.index), let index = value.text,
            case .iri(let iri) = try expandIRI(index, &contexts), iri.hasScheme
        else { throw JSONLDError(.invalidTermDefinition, value.text ?? "@index") }
        draft.index = index
    }

    /// Step 21: `@context`, which must be valid already here.
    func readContext(
        _ context: JSON,
        into draft: inout TermDefinition.Draft,
        _ contexts: inout ContextProcessing
    ) throws(JSONLDError) {
        var inner = parameters
        inner.overrideProtected = true
        inner.validateScopedContexts = false
        inner.propagate = true
        do throws(JSONLDError) {
            _ = try contexts.process(ActiveContext(state, isShared: false), context, inner)
        } catch {
            throw error.code == .workLimitExceeded ? error : JSONLDError(.invalidScopedContext, error.subject)
        }
        draft.scopedContext = TermDefinition.ScopedContext(context: context, baseURL: parameters.baseURL)
    }

    /// Step 22 and 23: `@language` and `@direction`, which a type makes pointless.
    func readTextOptions(_ entries: JSONObject, into draft: inout TermDefinition.Draft) throws(JSONLDError) {
        guard !entries.contains("@type") else { return }
        if let language = entries["@language"] {
            guard language.isNull || language.text != nil else { throw JSONLDError(.invalidLanguageMapping) }
            draft.language = .some(language.text)
        }
        if let direction = entries["@direction"] { draft.direction = .some(try Direction(nullable: direction)) }
    }

    /// Step 24 and 25: `@nest` and `@prefix`.
    func readNestAndPrefix(
        of term: Text,
        _ entries: JSONObject,
        into draft: inout TermDefinition.Draft
    ) throws(JSONLDError) {
        if let nest = entries["@nest"] {
            guard let text = nest.text, text == "@nest" || Keyword(text) == nil else {
                throw JSONLDError(.invalidNestValue, term)
            }
            draft.nest = text
        }
        guard let prefix = entries["@prefix"] else { return }
        guard !term.contains(UInt8(ascii: ":")), !term.contains(UInt8(ascii: "/")) else {
            throw JSONLDError(.invalidTermDefinition, term)
        }
        guard case .bool(let isPrefix) = prefix else { throw JSONLDError(.invalidPrefixValue, term) }
        draft.isPrefix = isPrefix
        if isPrefix, case .keyword = draft.mapping { throw JSONLDError(.invalidTermDefinition, term) }
    }
}
