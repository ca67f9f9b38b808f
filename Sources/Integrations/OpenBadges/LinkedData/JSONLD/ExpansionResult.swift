/// The map called *result* in the Expansion Algorithm, while nobody knows yet what kind of object it is.
struct ExpansionResult {
    var node = NodeObject()
    /// Absent, or whatever `@value` is; an array only if the type is `@json`.
    var value: JSON?
    var isTypeArray = false
    var language: Text?
    var direction: Direction?
    var list: [Expanded]?
    var set: Expansion?
    /// The keywords that were met, a bit for each.
    private var seen: UInt32 = 0

    /// Notes a keyword; false if it, or another alias of it, was there before.
    mutating func isFirst(_ keyword: Keyword) -> Bool {
        let bit = UInt32(1) << keyword.rawValue
        defer { seen |= bit }
        return seen & bit == 0
    }

    mutating func add(_ values: [Expanded], to property: Text) {
        node.properties[property, default: []] += values
    }

    /// Adds nodes that point here by `property`.
    mutating func addReverse(_ values: [Expanded], to property: Text) throws(JSONLDError) {
        guard values.allSatisfy(\.isNode) else { throw JSONLDError(.invalidReversePropertyValue, property) }
        node.reverse[property, default: []] += values
    }

    /// Only what an object of values may have besides `@index`.
    private var hasNodeEntries: Bool {
        node.id != nil || !node.properties.isEmpty || !node.reverse.isEmpty || node.graph != nil || node.included != nil
    }

    /// What only a value may have.
    var isText: Bool { language != nil || direction != nil }

    private var isEmpty: Bool { !hasNodeEntries && node.types == nil && node.index == nil && !isText }

    /// Steps 15 to 19: checks the entries against each other.
    ///
    /// - Parameter isTop: there is no property that the object could be the value of.
    func finished(isTop: Bool) throws(JSONLDError) -> Expansion {
        if let value {
            let object = try valueObject(value)
            return isTop ? .null : object
        }
        if list != nil || set != nil {
            guard !hasNodeEntries, node.types == nil, !isText, list == nil || set == nil else {
                throw JSONLDError(.invalidSetOrListObject)
            }
            if let set { return set }
            return isTop ? .null : .item(.list(ListObject(items: list ?? [], index: node.index)))
        }
        // Step 18: a language of nothing.
        if isText, !hasNodeEntries, node.types == nil, node.index == nil { return .null }
        // Step 19: nodes about which nothing is said.
        if isTop, isEmpty || (node.id != nil && node.isReference) { return .null }
        return .item(.node(node))
    }

    /// Step 15.
    private func valueObject(_ value: JSON) throws(JSONLDError) -> Expansion {
        guard !hasNodeEntries, list == nil, set == nil else { throw JSONLDError(.invalidValueObject) }
        guard !isText || node.types == nil else { throw JSONLDError(.invalidValueObject) }
        let isJSON = node.types == ["@json"]
        if !isJSON {
            if value.isNull || value == .array([]) { return .null }
            if language != nil, value.text == nil { throw JSONLDError(.invalidLanguageTaggedValue) }
            if let types = node.types {
                guard !isTypeArray, types.count == 1, types[0].isWellFormedIRI else {
                    throw JSONLDError(.invalidTypedValue, types.first ?? "")
                }
            }
        }
        let object = ValueObject(
            value: value,
            type: node.types?.first,
            language: language,
            direction: direction,
            index: node.index
        )
        return .item(.value(object))
    }
}
