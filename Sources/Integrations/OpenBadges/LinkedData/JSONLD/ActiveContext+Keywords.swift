extension ActiveContext.State {
    /// Steps 5.5 to 5.11 of the Context Processing Algorithm: what a definition says by keywords.
    ///
    /// - Parameter isRemote: the context comes from an address, which has no say about the base.
    mutating func applyKeywords(of definition: JSONObject, isRemote: Bool) throws(JSONLDError) {
        // Step 5.5.
        if let version = definition["@version"] {
            guard case .number(let number) = version, number.double == 1.1 else {
                throw JSONLDError(.invalidVersionValue)
            }
        }
        // Step 5.7.
        if let value = definition["@base"], !isRemote { base = try newBase(value) }
        // Step 5.8.
        if let value = definition["@vocab"] { vocab = try newVocab(value) }
        // Step 5.9.
        if let value = definition["@language"] {
            guard value.isNull || value.text != nil else { throw JSONLDError(.invalidDefaultLanguage) }
            language = value.text
        }
        // Step 5.10.
        if let value = definition["@direction"] { direction = try Direction(nullable: value) }
        // Step 5.11.
        _ = try definition.boolean("@propagate", orThrow: .invalidPropagateValue)
    }

    private func newBase(_ value: JSON) throws(JSONLDError) -> Text? {
        if value.isNull { return nil }
        guard let text = value.text else { throw JSONLDError(.invalidBaseIRI) }
        if text.hasScheme { return text }
        guard let base else { throw JSONLDError(.invalidBaseIRI, text) }
        return IRIReference.resolve(text, against: base)
    }

    private func newVocab(_ value: JSON) throws(JSONLDError) -> Text? {
        if value.isNull { return nil }
        guard let text = value.text, case .iri(let iri) = expandIRI(text, documentRelative: true, vocab: true) else {
            throw JSONLDError(.invalidVocabMapping, value.text ?? "")
        }
        guard iri.count <= TermCreation.maximumIRILength else { throw JSONLDError(.workLimitExceeded, "@vocab") }
        return iri
    }
}

extension Direction {
    /// nil for null.
    init?(nullable value: JSON) throws(JSONLDError) {
        if value.isNull { return nil }
        guard let text = value.text, let direction = Direction(rawValue: text.string) else {
            throw JSONLDError(.invalidBaseDirection, value.text ?? "")
        }
        self = direction
    }
}

extension JSONObject {
    /// A member that must be true or false; nil if it is absent.
    func boolean(_ name: Text, orThrow code: JSONLDError.Code) throws(JSONLDError) -> Bool? {
        guard let member = self[name] else { return nil }
        guard case .bool(let value) = member else { throw JSONLDError(code, name) }
        return value
    }
}
