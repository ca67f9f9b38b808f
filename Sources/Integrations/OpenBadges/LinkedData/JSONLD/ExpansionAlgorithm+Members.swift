/// Step 13 and 14 of the Expansion Algorithm: the members of an object, one by one.
extension ExpansionAlgorithm {
    mutating func expandMembers(
        _ members: JSONObject,
        _ object: ObjectContext,
        into result: inout ExpansionResult
    ) throws(JSONLDError) {
        var nests: [Text] = []
        for (key, value) in members {
            // Step 13.1 and 13.2.
            if key == "@context" { continue }
            let definition = object.active[key]
            let mapping = definition == nil ? object.active.state.expandIRI(key, vocab: true) : definition?.mapping
            switch mapping {
            case .keyword(.nest): nests.append(key)
            case .keyword(let keyword): try expandKeyword(keyword, value, object, into: &result)
            case .iri(let property) where property.contains(UInt8(ascii: ":")):
                try expandProperty(key, definition, property, value, in: object.active, into: &result)
            // Step 13.3.
            case .iri: drop(.undefinedMember, key)
            case nil: drop(key.hasFormOfKeyword ? .reservedName : .undefinedMember, key)
            }
        }
        // Step 14.
        for key in nests { try expandNest(key, members[key] ?? .null, object, into: &result) }
    }

    /// Step 14: members that were put together under a name without a meaning.
    private mutating func expandNest(
        _ key: Text,
        _ value: JSON,
        _ object: ObjectContext,
        into result: inout ExpansionResult
    ) throws(JSONLDError) {
        for nested in value.asArray {
            guard let members = nested.object else { throw JSONLDError(.invalidNestValue, key) }
            var object = object
            object.property = .term(key, object.active[key])
            object.active = try contexts.applyScopedContext(
                ofProperty: key,
                object.active[key],
                to: object.active
            )
            let hasValue = members.keys.contains {
                object.active.state.expandIRI($0, vocab: true) == .keyword(.value)
            }
            guard !hasValue else { throw JSONLDError(.invalidNestValue, key) }
            try expandMembers(members, object, into: &result)
        }
    }

    /// Step 13.5 to 13.14: a member that is a property.
    private mutating func expandProperty(
        _ key: Text,
        _ definition: TermDefinition?,
        _ property: Text,
        _ value: JSON,
        in context: ActiveContext,
        into result: inout ExpansionResult
    ) throws(JSONLDError) {
        let container = definition?.container ?? []
        var expansion: Expansion
        if definition?.type == .json {
            // Step 13.6.
            expansion = .item(.value(ValueObject(value: value, type: "@json")))
        } else if container.contains(.language), let map = value.object {
            expansion = .array(try expandLanguageMap(map, definition, in: context))
        } else if !container.isDisjoint(with: [.index, .type, .id]), let map = value.object {
            expansion = .array(try expandMap(map, of: key, definition, container, in: context))
        } else {
            // Step 13.9.
            expansion = try expand(value, of: .term(key, definition), in: context)
        }
        // Step 13.10.
        if case .null = expansion { return }
        // Step 13.11.
        if container.contains(.list) {
            expansion = .item(expansion.asList)
        }
        // Step 13.12.
        if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {
            expansion = .array(expansion.items.map { .node(NodeObject(graph: [$0])) })
        }
        // Step 13.13 and 13.14.
        if definition?.content.isReverse == true {
            try result.addReverse(expansion.items, to: property)
        } else {
            result.add(expansion.items, to: property)
        }
    }

    /// The Value Expansion algorithm (§5.3.2).
    func expandValue(_ value: JSON, of definition: TermDefinition?, in context: ActiveContext) -> Expanded {
        // Step 1 and 2.
        if let text = value.text {
            switch definition?.type {
            case .id: return .node(NodeObject(id: .some(expandReference(text, isVocab: false, in: context))))
            case .vocab: return .node(NodeObject(id: .some(expandReference(text, isVocab: true, in: context))))
            default: break
            }
        }
        // Step 3 to 6.
        var object = ValueObject(value: value)
        if case .iri(let type) = definition?.type {
            object.type = type
        } else if value.text != nil {
            object.language = definition?.content.language ?? context.language
            object.direction = definition?.content.direction ?? context.direction
        }
        return .value(object)
    }

    /// A string that refers to something; nil if it has the form of a keyword.
    func expandReference(_ text: Text, isVocab: Bool, in context: ActiveContext) -> Text? {
        switch context.state.expandIRI(text, documentRelative: true, vocab: isVocab) {
        case .iri(let iri): iri
        case .keyword(let keyword): keyword.text
        case nil: nil
        }
    }
}
