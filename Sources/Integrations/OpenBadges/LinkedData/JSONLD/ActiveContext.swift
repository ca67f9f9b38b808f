/// The context that is in force at some place of a document (JSON-LD 1.1 API §4.1).
///
/// Immutable, so that documents share them.
final class ActiveContext: Sendable {
    /// What a local context can change.
    struct State: Sendable {
        var terms: [Text: TermDefinition] = [:]
        var base: Text?
        /// What `base` was before any context.
        var originalBase: Text?
        var vocab: Text?
        var language: Text?
        var direction: Direction?
        /// The context to go back to when the node ends that a type-scoped context is for.
        var previous: ActiveContext?
    }

    let state: State
    /// Made of known contexts only: worth keeping for the next document.
    let isShared: Bool

    init(_ state: State, isShared: Bool) {
        self.state = state
        self.isShared = isShared
    }

    var previous: ActiveContext? { state.previous }
    var language: Text? { state.language }
    var direction: Direction? { state.direction }

    subscript(term: Text) -> TermDefinition? { state.terms[term] }
}

extension ActiveContext.State {
    var hasProtectedTerms: Bool { terms.values.contains(where: \.isProtected) }

    /// The IRI Expansion Algorithm (§5.2) without a local context.
    ///
    /// - Returns: nil if the value must be ignored.
    func expandIRI(
        _ value: Text,
        documentRelative: Bool = false,
        vocab isVocab: Bool = false
    ) -> TermDefinition.Mapping? {
        // Step 1 and 2.
        if let keyword = Keyword(value) { return .keyword(keyword) }
        if value.hasFormOfKeyword { return nil }
        // Step 4 and 5.
        if let definition = terms[value] {
            if case .keyword = definition.mapping { return definition.mapping }
            if isVocab { return definition.mapping }
        }
        // Step 6: a compact IRI, an IRI or a blank node identifier.
        if let (prefix, suffix) = value.prefixAndSuffix {
            if prefix == "_" || suffix.hasPrefix("//") { return .iri(value) }
            if let definition = terms[prefix], definition.content.isPrefix, let iri = definition.iri {
                return .iri(iri + suffix)
            }
            if value.hasScheme { return .iri(value) }
        }
        // Step 7 to 9.
        if isVocab, let vocab { return .iri(vocab + value) }
        if documentRelative, let base { return .iri(IRIReference.resolve(value, against: base)) }
        return .iri(value)
    }
}
