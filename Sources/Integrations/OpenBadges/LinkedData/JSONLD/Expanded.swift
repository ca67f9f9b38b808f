/// An item of an expanded document (JSON-LD 1.1 §4 “expanded document form”), typed: every name is an IRI by now.
package indirect enum Expanded: Sendable {
    case node(NodeObject)
    case value(ValueObject)
    case list(ListObject)

    var isNode: Bool { if case .node = self { true } else { false } }
}

/// A thing, and what is said about it.
package struct NodeObject: Sendable {
    /// Outer nil: the node has no `@id`; inner nil: it has one that means nothing.
    package var id: Text??
    package var types: [Text]?
    package var properties = OrderedMap<[Expanded]>()
    /// Properties of other nodes that point to this one.
    package var reverse = OrderedMap<[Expanded]>()
    /// The statements of the graph that this node names.
    package var graph: [Expanded]?
    package var included: [Expanded]?
    package var index: Text?

    /// Nothing but an identifier.
    var isReference: Bool {
        types == nil && properties.isEmpty && reverse.isEmpty && graph == nil && included == nil && index == nil
    }
}

/// A literal.
package struct ValueObject: Sendable {
    package var value: JSON
    /// A datatype's IRI, or `@json`.
    package var type: Text?
    package var language: Text?
    package var direction: Direction?
    package var index: Text?
}

/// Things in an order that matters.
package struct ListObject: Sendable {
    package var items: [Expanded]
    package var index: Text?
}

/// What the expansion of some JSON is: nothing, an item or an array.
enum Expansion {
    case null
    case item(Expanded)
    case array([Expanded])

    /// The list that this is, or a list of what this is.
    var asList: Expanded {
        if case .item(.list(let list)) = self { .list(list) } else { .list(ListObject(items: items)) }
    }

    var items: [Expanded] {
        switch self {
        case .null: []
        case .item(let item): [item]
        case .array(let items): items
        }
    }
}
