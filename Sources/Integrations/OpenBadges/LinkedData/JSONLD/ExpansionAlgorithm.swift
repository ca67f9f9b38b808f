/// The Expansion Algorithm (JSON-LD 1.1 API §5.1.2) for one document.
struct ExpansionAlgorithm {
    /// The property that an element is a value of.
    enum Property {
        /// The top of a document, or of `@included`.
        case none
        case graph
        case reverse
        /// A term, and what the context around the element says about it.
        case term(Text, TermDefinition?)

        var name: Text {
            switch self {
            case .none: ""
            case .graph: "@graph"
            case .reverse: "@reverse"
            case .term(let term, _): term
            }
        }

        /// A scalar here says nothing about anything.
        var isTop: Bool {
            switch self {
            case .none, .graph: true
            case .reverse, .term: false
            }
        }

        /// The same property, as another context defines it.
        func defined(in context: ActiveContext) -> Property {
            if case .term(let term, _) = self { .term(term, context[term]) } else { self }
        }
    }

    var contexts: ContextProcessing
    /// What was left out, in the order of the document.
    var dropped: [Dropped] = []
    /// The document's own address: `@context` may be relative to it.
    let baseURL: Text?

    init(contexts: ContextProcessing, baseURL: Text?) {
        self.contexts = contexts
        self.baseURL = baseURL
    }

    /// - Parameter isMapValue: the element is a value of an id or type map (“from map”).
    mutating func expand(
        _ element: JSON,
        of property: Property,
        in context: ActiveContext,
        isMapValue: Bool = false
    ) throws(JSONLDError) -> Expansion {
        // Step 3.
        var definition: TermDefinition?
        if case .term(_, let known) = property { definition = known }
        switch element {
        // Step 1.
        case .null: return .null
        // Step 5.
        case .array(let items):
            return .array(try expand(items, of: property, definition, in: context, isMapValue: isMapValue))
        // Step 6 to 20.
        case .object(let members):
            return try expand(members, of: property, definition, in: context, isMapValue: isMapValue)
        // Step 4.
        case .bool, .number, .string:
            guard case .term(let term, _) = property else {
                drop(.freeValue, element.text ?? Text(ascii: element.serialized))
                return .null
            }
            let scoped = try contexts.applyScopedContext(ofProperty: term, definition, to: context)
            return .item(expandValue(element, of: scoped === context ? definition : scoped[term], in: scoped))
        }
    }

    /// Step 5.
    private mutating func expand(
        _ items: [JSON],
        of property: Property,
        _ definition: TermDefinition?,
        in context: ActiveContext,
        isMapValue: Bool
    ) throws(JSONLDError) -> [Expanded] {
        let isList = definition?.container.contains(.list) == true
        var result: [Expanded] = []
        result.reserveCapacity(items.count)
        for item in items {
            switch try expand(item, of: property, in: context, isMapValue: isMapValue) {
            case .null: break
            case .item(let item): result.append(item)
            case .array(let items) where isList: result.append(.list(ListObject(items: items)))
            case .array(let items): result += items
            }
        }
        return result
    }

    /// Step 6 to 20.
    private mutating func expand(
        _ members: JSONObject,
        of property: Property,
        _ definition: TermDefinition?,
        in context: ActiveContext,
        isMapValue: Bool
    ) throws(JSONLDError) -> Expansion {
        var context = context
        // Step 7: a type-scoped context ends with its node.
        if let previous = context.previous, !isMapValue, !continuesNode(members, in: context) { context = previous }
        // Step 8.
        if case .term(let term, _) = property {
            context = try contexts.applyScopedContext(ofProperty: term, definition, to: context)
        }
        // Step 9.
        if let local = members["@context"] {
            context = try contexts.process(context, local, ContextProcessing.Parameters(baseURL: baseURL))
        }
        // Step 10 and 11.
        let typeScoped = context
        let typeEntries = typeEntries(of: members, in: context)
        for entry in typeEntries {
            for type in entry.value.asArray.compactMap(\.text).sorted() {
                context = try contexts.applyScopedContext(ofType: type, definedIn: typeScoped, to: context)
            }
        }
        // Step 12.
        let isJSON = typeEntries.first.map { isJSONType($0.value, in: context) } ?? false
        let object = ObjectContext(property: property, active: context, typeScoped: typeScoped, isJSON: isJSON)
        var result = ExpansionResult()
        // Step 13 and 14.
        try expandMembers(members, object, into: &result)
        // Step 15 to 19.
        let expansion = try result.finished(isTop: property.isTop)
        switch expansion {
        case .null: drop(property.isTop ? .freeValue : .emptyObject, property.name)
        case .item(.node) where result.isText: drop(.reservedName, "@language")
        default: break
        }
        return expansion
    }

    /// Step 7: the element is a value or a reference, and not a node of its own.
    private func continuesNode(_ members: JSONObject, in context: ActiveContext) -> Bool {
        let isReference = members.count == 1
        return members.keys.contains { key in
            switch context.state.expandIRI(key, vocab: true) {
            case .keyword(.value): true
            case .keyword(.id): isReference
            default: false
            }
        }
    }

    /// The entries whose key expands to `@type`, by key.
    private func typeEntries(of members: JSONObject, in context: ActiveContext) -> [JSONObject.Entry] {
        var entries: [JSONObject.Entry] = []
        for entry in members.entries where context.isAliasOfType(entry.key) { entries.append(entry) }
        if entries.count > 1 { entries.sort { $0.key < $1.key } }
        return entries
    }

    private func isJSONType(_ value: JSON, in context: ActiveContext) -> Bool {
        guard let type = value.asArray.last?.text else { return false }
        return context.state.expandIRI(type, vocab: true) == .keyword(.json)
    }

    mutating func drop(_ reason: Dropped.Reason, _ subject: Text) {
        // The first few are enough to refuse a document and to say why.
        if dropped.count < 16 { dropped.append(Dropped(reason: reason, subject: subject)) }
    }
}

/// Where the members of one object stand.
struct ObjectContext {
    var property: ExpansionAlgorithm.Property
    var active: ActiveContext
    /// Types are read in the context before the types themselves changed it.
    let typeScoped: ActiveContext
    /// The object's `@value` is a JSON literal.
    let isJSON: Bool
}

extension ActiveContext {
    func isAliasOfType(_ key: Text) -> Bool {
        if let definition = self[key] { return definition.mapping == .keyword(.type) }
        return key == "@type"
    }
}
