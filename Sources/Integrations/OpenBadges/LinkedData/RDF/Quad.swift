/// A term of one dataset.
package struct TermID: Hashable, Sendable {
    /// The graph that has no name.
    package static let defaultGraph = TermID(name: 0)

    /// A term of no dataset, for comparing what is said about blank nodes.
    static let thisNode = TermID(blankNode: Int(blankNodeBit) - 1)

    private let number: UInt32
    private static let blankNodeBit: UInt32 = 1 << 31

    init(name index: Int) { number = UInt32(index) }
    init(blankNode index: Int) { number = UInt32(index) | Self.blankNodeBit }

    package var isBlankNode: Bool { number & Self.blankNodeBit != 0 }
    var index: Int { Int(number & ~Self.blankNodeBit) }
}

/// A statement: subject, predicate, object, and the graph that holds it.
package struct Quad: Hashable, Sendable {
    package var subject: TermID
    package var predicate: TermID
    package var object: TermID
    package var graph: TermID

    package init(_ subject: TermID, _ predicate: TermID, _ object: TermID, graph: TermID = .defaultGraph) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.graph = graph
    }
}
