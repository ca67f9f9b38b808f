/// The JSON-LD 1.1 processor: what a document says, as expanded form or as RDF.
///
/// Make one and keep it: it remembers the contexts it has read.
package struct JSONLDProcessor: Sendable {
    /// What `JsonLdOptions` (JSON-LD 1.1 API §9.3) offers, as far as it makes sense without a network.
    package struct Options: Sendable {
        /// The address of the document, which relative references are resolved against; none by default.
        package var base: Text?
        /// A context that is applied before the document's own.
        package var expandContext: JSON?
        package var rdfDirection: RDFDirection?

        package init() {}
    }

    /// How RDF keeps the direction of a text, which it has no place for.
    package enum RDFDirection: Sendable {
        case i18nDatatype
        case compoundLiteral
    }

    package struct Expansion: Sendable {
        package let items: [Expanded]
        package let dropped: [Dropped]
    }

    package struct RDF: Sendable {
        package let dataset: Dataset
        /// What the document says besides; a signature over the dataset does not cover it.
        package let dropped: [Dropped]
    }

    private let loader: any DocumentLoader
    private let cache = ContextCache()
    private let initialContext = ActiveContext(ActiveContext.State(), isShared: true)

    package init(loader: any DocumentLoader) {
        self.loader = loader
    }

    /// The `expand` method (§9.1).
    package func expand(_ document: JSON, _ options: Options = Options()) throws(JSONLDError) -> Expansion {
        var algorithm = ExpansionAlgorithm(
            contexts: ContextProcessing(loader: loader, cache: cache),
            baseURL: options.base
        )
        var context = initialContext
        if let base = options.base {
            context = ActiveContext(ActiveContext.State(base: base, originalBase: base), isShared: false)
        }
        if let local = options.expandContext {
            let parameters = ContextProcessing.Parameters(baseURL: options.base)
            context = try algorithm.contexts.process(context, local["@context"] ?? local, parameters)
        }
        var items = try algorithm.expand(document, of: .none, in: context).items
        // A document that is only a graph is that graph.
        if items.count == 1, case .node(let node) = items[0], let graph = node.graph, node.isOnlyGraph { items = graph }
        return Expansion(items: items, dropped: algorithm.dropped)
    }

    /// The `toRdf` method (§9.1).
    package func toRDF(_ document: JSON, _ options: Options = Options()) throws(JSONLDError) -> RDF {
        let expansion = try expand(document, options)
        var conversion = RDFConversion(rdfDirection: options.rdfDirection, dropped: expansion.dropped)
        try conversion.convert(expansion.items)
        return RDF(dataset: conversion.dataset, dropped: conversion.dropped)
    }
}

extension NodeObject {
    fileprivate var isOnlyGraph: Bool {
        id == nil && types == nil && properties.isEmpty && reverse.isEmpty && included == nil && index == nil
    }
}
