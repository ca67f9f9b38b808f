/// Step 13.7 and 13.8 of the Expansion Algorithm: objects whose keys are not properties.
extension ExpansionAlgorithm {
    /// Step 13.7: texts by language.
    func expandLanguageMap(
        _ map: JSONObject,
        _ definition: TermDefinition?,
        in context: ActiveContext
    ) throws(JSONLDError) -> [Expanded] {
        let direction = definition?.content.direction ?? context.direction
        var result: [Expanded] = []
        for (language, value) in map {
            let isNone = context.state.expandIRI(language, vocab: true) == .keyword(.none)
            for item in value.asArray where !item.isNull {
                guard item.text != nil else { throw JSONLDError(.invalidLanguageMapValue, language) }
                result.append(
                    .value(ValueObject(value: item, language: isNone ? nil : language, direction: direction))
                )
            }
        }
        return result
    }

    /// Step 13.8: things by index, identifier or type.
    mutating func expandMap(
        _ map: JSONObject,
        of key: Text,
        _ definition: TermDefinition?,
        _ container: Container,
        in context: ActiveContext
    ) throws(JSONLDError) -> [Expanded] {
        let indexKey = definition?.content.index ?? "@index"
        var result: [Expanded] = []
        for (index, value) in map {
            // Step 13.8.3.1 to 13.8.3.3.
            var mapContext = context
            if !container.isDisjoint(with: [.id, .type]) { mapContext = context.previous ?? context }
            if container.contains(.type) {
                mapContext = try contexts.applyScopedContext(ofType: index, definedIn: mapContext, to: mapContext)
            }
            // Step 13.8.3.5 and 13.8.3.6.
            let property = Property.term(key, mapContext[key])
            let items = try expand(.array(value.asArray), of: property, in: mapContext, isMapValue: true).items
            // Step 13.8.3.4 and 13.8.3.7.
            let mapping = context.state.expandIRI(index, vocab: true)
            for item in items {
                var item = item
                if container.contains(.graph), !item.isGraphObject { item = .node(NodeObject(graph: [item])) }
                if mapping == .keyword(.none) {
                    result.append(item)
                } else if container.contains(.index) {
                    result.append(try indexed(item, by: index, indexKey, in: context))
                } else {
                    result.append(try identified(item, by: index, mapping, container, in: context))
                }
            }
        }
        return result
    }

    /// Step 13.8.3.7.4 and 13.8.3.7.5: the key is the item's identifier or type.
    private func identified(
        _ item: Expanded,
        by index: Text,
        _ mapping: TermDefinition.Mapping?,
        _ container: Container,
        in context: ActiveContext
    ) throws(JSONLDError) -> Expanded {
        guard case .node(var node) = item else { throw JSONLDError(.invalidValueObject, index) }
        if container.contains(.id) {
            if node.id == nil { node.id = .some(expandReference(index, isVocab: false, in: context)) }
        } else if case .iri(let type) = mapping {
            node.types = [type] + (node.types ?? [])
        }
        return .node(node)
    }

    /// Step 13.8.3.7.2 and 13.8.3.7.3: the key is an index, or the value of a property.
    private func indexed(
        _ item: Expanded,
        by index: Text,
        _ indexKey: Text,
        in context: ActiveContext
    ) throws(JSONLDError) -> Expanded {
        guard indexKey == "@index" else {
            // The index is the value of a property.
            guard case .node(var node) = item, case .iri(let property) = context.state.expandIRI(indexKey, vocab: true)
            else { throw JSONLDError(.invalidValueObject, index) }
            let value = expandValue(.string(index), of: context[indexKey], in: context)
            node.properties[property] = [value] + (node.properties[property] ?? [])
            return .node(node)
        }
        switch item {
        case .node(var node):
            node.index = node.index ?? index
            return .node(node)
        case .value(var value):
            value.index = value.index ?? index
            return .value(value)
        case .list(var list):
            list.index = list.index ?? index
            return .list(list)
        }
    }
}

extension Expanded {
    /// A graph, with at most an identifier and an index.
    fileprivate var isGraphObject: Bool {
        guard case .node(let node) = self, node.graph != nil else { return false }
        return node.types == nil && node.properties.isEmpty && node.reverse.isEmpty && node.included == nil
    }
}
