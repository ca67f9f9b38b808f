/// Step 13.4 of the Expansion Algorithm: members that are keywords.
extension ExpansionAlgorithm {
    mutating func expandKeyword(
        _ keyword: Keyword,
        _ value: JSON,
        _ object: ObjectContext,
        into result: inout ExpansionResult
    ) throws(JSONLDError) {
        // Step 13.4.1 and 13.4.2.
        if case .reverse = object.property { throw JSONLDError(.invalidReversePropertyMap, keyword.text) }
        if !result.isFirst(keyword), keyword != .included, keyword != .type {
            throw JSONLDError(.collidingKeywords, keyword.text)
        }
        switch keyword {
        case .id:
            guard let id = value.text else { throw JSONLDError(.invalidIDValue) }
            result.node.id = .some(expandReference(id, isVocab: false, in: object.active))
        case .type: try expandType(value, in: object.typeScoped, into: &result)
        case .graph: result.node.graph = try expand(value, of: .graph, in: object.active).items
        case .included: try expandIncluded(value, in: object.active, into: &result)
        case .value: result.value = try expandedValue(value, isJSON: object.isJSON)
        case .language:
            guard let language = value.text else { throw JSONLDError(.invalidLanguageTaggedString) }
            result.language = language
        case .direction: result.direction = try Direction(nullable: value)
        case .index:
            guard let index = value.text else { throw JSONLDError(.invalidIndexValue) }
            result.node.index = index
        case .list:
            // Step 13.4.11.1: a list that belongs to no property.
            guard !object.property.isTop else { return drop(.freeValue, "@list") }
            result.list = try expand(value, of: object.property.defined(in: object.active), in: object.active).items
        case .set: result.set = try expand(value, of: object.property.defined(in: object.active), in: object.active)
        case .reverse: try expandReverse(value, in: object.active, into: &result)
        default: drop(.reservedName, keyword.text)
        }
    }

    /// Step 13.4.4.
    private mutating func expandType(
        _ value: JSON,
        in context: ActiveContext,
        into result: inout ExpansionResult
    ) throws(JSONLDError) {
        var types = result.node.types ?? []
        result.isTypeArray = value.array != nil || !types.isEmpty
        for item in value.asArray {
            guard let text = item.text else { throw JSONLDError(.invalidTypeValue) }
            if let type = expandReference(text, isVocab: true, in: context) {
                types.append(type)
            } else {
                drop(.reservedName, text)
            }
        }
        result.node.types = types
    }

    /// Step 13.4.6.
    private mutating func expandIncluded(
        _ value: JSON,
        in context: ActiveContext,
        into result: inout ExpansionResult
    ) throws(JSONLDError) {
        let items = try expand(value, of: .none, in: context).items
        guard !items.isEmpty, items.allSatisfy(\.isNode) else { throw JSONLDError(.invalidIncludedValue) }
        result.node.included = (result.node.included ?? []) + items
    }

    /// Step 13.4.7.
    private func expandedValue(_ value: JSON, isJSON: Bool) throws(JSONLDError) -> JSON {
        if isJSON { return value }
        switch value {
        case .array, .object: throw JSONLDError(.invalidValueObjectValue)
        default: return value
        }
    }

    /// Step 13.4.13: properties of other nodes that point to this one.
    private mutating func expandReverse(
        _ value: JSON,
        in context: ActiveContext,
        into result: inout ExpansionResult
    ) throws(JSONLDError) {
        guard value.object != nil else { throw JSONLDError(.invalidReverseValue) }
        guard case .item(.node(let expanded)) = try expand(value, of: .reverse, in: context) else { return }
        // Step 13.4.13.3: reversed twice is not reversed.
        for (property, items) in expanded.reverse { result.add(items, to: property) }
        // Step 13.4.13.4.
        for (property, items) in expanded.properties { try result.addReverse(items, to: property) }
    }
}
