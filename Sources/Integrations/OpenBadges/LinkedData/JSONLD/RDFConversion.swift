/// Node Map Generation (JSON-LD 1.1 API §7.2) and Deserialize JSON-LD to RDF (§8) in one walk.
///
/// A node map brings together what a document says about a node in several places. The dataset does that by itself:
/// statements with the same subject belong together, and the same statement twice is one. What is left of the node map
/// is its check of indexes.
struct RDFConversion {
    private(set) var dataset = Dataset()
    private(set) var dropped: [Dropped]
    private let rdfDirection: JSONLDProcessor.RDFDirection?
    private var indexes: [NodeKey: Text] = [:]

    private struct NodeKey: Hashable {
        let node: TermID
        let graph: TermID
    }

    init(rdfDirection: JSONLDProcessor.RDFDirection?, dropped: [Dropped]) {
        self.rdfDirection = rdfDirection
        self.dropped = dropped
    }

    mutating func convert(_ items: [Expanded]) throws(JSONLDError) {
        try convert(items, in: .defaultGraph)
    }

    private mutating func convert(_ items: [Expanded], in graph: TermID) throws(JSONLDError) {
        for case .node(let node) in items { _ = try convert(node, in: graph) }
    }

    /// Adds what is said about a node.
    ///
    /// - Returns: the node, or nil if it has no proper name; what it says about others is kept nevertheless.
    private mutating func convert(_ node: NodeObject, in graph: TermID) throws(JSONLDError) -> TermID? {
        let subject = term(for: node)
        if let index = node.index {
            drop(.index, index)
            if let subject { try check(index, of: NodeKey(node: subject, graph: graph)) }
        }
        for type in node.types ?? [] { addType(type, to: subject, in: graph) }
        for (property, values) in node.properties {
            let predicate = predicate(property)
            for value in values {
                guard let object = try object(value, in: graph), let subject, let predicate else { continue }
                dataset.insert(Quad(subject, predicate, object, graph: graph))
            }
        }
        for (property, values) in node.reverse {
            let predicate = predicate(property)
            for value in values {
                guard let other = try object(value, in: graph), let subject, let predicate else { continue }
                dataset.insert(Quad(other, predicate, subject, graph: graph))
            }
        }
        if let items = node.graph, let subject { try convert(items, in: subject) }
        if let included = node.included { try convert(included, in: graph) }
        return subject
    }

    private mutating func addType(_ type: Text, to subject: TermID?, in graph: TermID) {
        guard let object = reference(type), let subject else { return }
        dataset.insert(Quad(subject, dataset.iri(RDF.type), object, graph: graph))
    }

    /// §7.2, step 6.6: one node has one index.
    private mutating func check(_ index: Text, of node: NodeKey) throws(JSONLDError) {
        let known = indexes.updateValue(index, forKey: node)
        if let known, known != index { throw JSONLDError(.conflictingIndexes, index) }
    }

    private mutating func term(for node: NodeObject) -> TermID? {
        guard case .some(let id) = node.id else { return dataset.blankNode() }
        guard let id else { return nil }
        return reference(id)
    }

    /// An IRI or a blank node; nil, and noted, if it is neither.
    private mutating func reference(_ id: Text) -> TermID? {
        if let known = dataset.knownIRI(id) { return known }
        if id.isBlankNode { return dataset.blankNode(id) }
        if id.isWellFormedIRI { return dataset.iri(id) }
        drop(.relativeReference, id)
        return nil
    }

    private mutating func predicate(_ property: Text) -> TermID? {
        if let known = dataset.knownIRI(property) { return known }
        if property.isWellFormedIRI { return dataset.iri(property) }
        drop(property.isBlankNode ? .blankPredicate : .relativeReference, property)
        return nil
    }

    /// Object to RDF Conversion (§8.2.2).
    private mutating func object(_ item: Expanded, in graph: TermID) throws(JSONLDError) -> TermID? {
        switch item {
        case .node(let node): try convert(node, in: graph)
        case .list(let list): try convert(list, in: graph)
        case .value(let value): try literal(value, in: graph)
        }
    }

    /// List to RDF Conversion (§8.3.2): a chain of `rdf:first` and `rdf:rest`.
    private mutating func convert(_ list: ListObject, in graph: TermID) throws(JSONLDError) -> TermID {
        if let index = list.index { drop(.index, index) }
        let links = list.items.map { _ in dataset.blankNode() }
        let end = dataset.iri(RDF.nil)
        for (position, item) in list.items.enumerated() {
            let link = links[position]
            if let object = try object(item, in: graph) {
                dataset.insert(Quad(link, dataset.iri(RDF.first), object, graph: graph))
            }
            let rest = position + 1 < links.count ? links[position + 1] : end
            dataset.insert(Quad(link, dataset.iri(RDF.rest), rest, graph: graph))
        }
        return links.first ?? end
    }

    private mutating func literal(_ object: ValueObject, in graph: TermID) throws(JSONLDError) -> TermID? {
        if let language = object.language, !language.isWellFormedLanguageTag {
            drop(.invalidLanguage, language)
            return nil
        }
        if let type = object.type, type != "@json", !type.isWellFormedIRI {
            drop(.invalidDatatype, type)
            return nil
        }
        if case .number(let number) = object.value, number.double.isInfinite {
            drop(.numberOutOfRange, number.text)
            return nil
        }
        if let index = object.index { drop(.index, index) }
        let (value, datatype) = try object.lexicalForm()
        if let direction = object.direction {
            if let rdfDirection { return directed(value, direction, object.language, rdfDirection, in: graph) }
            drop(.direction, value)
        }
        return dataset.literal(value, datatype: datatype, language: object.language)
    }

    /// §8.2.2, step 13.
    private mutating func directed(
        _ value: Text,
        _ direction: Direction,
        _ language: Text?,
        _ rdfDirection: JSONLDProcessor.RDFDirection,
        in graph: TermID
    ) -> TermID {
        switch rdfDirection {
        case .i18nDatatype:
            let suffix = "\(language?.string.lowercased() ?? "")_\(direction.rawValue)"
            return dataset.literal(value, datatype: Text("https://www.w3.org/ns/i18n#" + suffix))
        case .compoundLiteral:
            let node = dataset.blankNode()
            var entries = [(RDF.value, value), (RDF.direction, Text(direction.rawValue))]
            if let language { entries.append((RDF.language, Text(language.string.lowercased()))) }
            for (property, value) in entries {
                let literal = dataset.literal(value, datatype: XSD.string)
                dataset.insert(Quad(node, dataset.iri(property), literal, graph: graph))
            }
            return node
        }
    }

    private mutating func drop(_ reason: Dropped.Reason, _ subject: Text) {
        if dropped.count < 16 { dropped.append(Dropped(reason: reason, subject: subject)) }
    }
}
