/// The RDF Dataset Canonicalization Algorithm RDFC-1.0 (W3C Recommendation, 21 May 2024, §4.4).
///
/// Blank nodes are numbered by what is said about them, so that two datasets that differ only in the labels of their
/// blank nodes become the same bytes. Most nodes are told apart by the statements they appear in (§4.6); only those
/// that are not need the walk through their neighbours (§4.8), which can take exponential time and has a budget.
package struct RDFC10 {
    /// A dataset in its canonical form.
    package struct Result: Sendable {
        /// The statements as sorted lines of canonical N-Quads.
        package let nquads: [UInt8]
        /// The canonical identifier, without `_:`, of every blank node label.
        package let identifiers: [Text: Text]
    }

    /// A blank node in a statement about another one.
    struct Neighbour {
        let node: Int
        let predicate: TermID
        let position: Position
    }

    /// Where in a statement a blank node stands (§4.7: the input of the hash begins with it).
    enum Position: UInt8 {
        case subject = 0x73
        case object = 0x6F
        case graph = 0x67
    }

    let dataset: Dataset
    let hash: HashAlgorithm
    /// Steps of §4.8 that are left before the dataset counts as poison, and how deep they are nested.
    var remainingWork: Int
    var depth = 0
    let workLimit: Int

    // The canonicalisation state (§4.4.2).

    /// Positions of the statements that mention a blank node.
    var quads: [[Int]]
    /// The other blank nodes in these statements.
    var neighbours: [[Neighbour]]
    /// Of several blank nodes that are interchangeable, the first.
    var twins: [Int]
    /// The hash of each blank node's own statements.
    var firstDegree: [Text] = []
    /// The identifiers given so far.
    var canonicalIssuer = IdentifierIssuer(prefix: "c14n")

    /// What the hardest dataset of the W3C suite needs, six times over; some ten milliseconds.
    package static let defaultWorkLimit = 20_000

    /// Bytes of N-Quads: a long IRI may stand in very many statements of a short document.
    package static let sizeLimit = 1 << 24

    /// - Parameter usingTwins: false tries every order of nodes that are interchangeable, as the specification does.
    package static func canonicalize(
        _ dataset: Dataset,
        hash: HashAlgorithm = .sha256,
        workLimit: Int = defaultWorkLimit,
        usingTwins: Bool = true
    ) throws(CanonicalizationError) -> Result {
        guard dataset.writtenSize <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
        var algorithm = RDFC10(dataset: dataset, hash: hash, workLimit: workLimit)
        try algorithm.issueIdentifiers(usingTwins: usingTwins)
        return Result(nquads: algorithm.serialized(), identifiers: algorithm.identifierMap())
    }

    private init(dataset: Dataset, hash: HashAlgorithm, workLimit: Int) {
        self.dataset = dataset
        self.hash = hash
        self.workLimit = workLimit
        remainingWork = workLimit
        quads = Array(repeating: [], count: dataset.blankNodeLabels.count)
        neighbours = Array(repeating: [], count: dataset.blankNodeLabels.count)
        twins = Array(dataset.blankNodeLabels.indices)
        // Step 2: the statements of every blank node.
        for (position, quad) in dataset.quads.enumerated() {
            note(quad.subject, in: quad, at: position)
            note(quad.object, in: quad, at: position)
            note(quad.graph, in: quad, at: position)
        }
    }

    /// A statement that mentions a node twice counts once.
    private mutating func note(_ term: TermID, in quad: Quad, at position: Int) {
        guard term.isBlankNode, quads[term.index].last != position else { return }
        quads[term.index].append(position)
        note(quad.subject, .subject, asNeighbourOf: term, in: quad)
        note(quad.object, .object, asNeighbourOf: term, in: quad)
        note(quad.graph, .graph, asNeighbourOf: term, in: quad)
    }

    private mutating func note(_ other: TermID, _ position: Position, asNeighbourOf term: TermID, in quad: Quad) {
        guard other.isBlankNode, other != term else { return }
        let neighbour = Neighbour(node: other.index, predicate: quad.predicate, position: position)
        neighbours[term.index].append(neighbour)
    }

    private mutating func issueIdentifiers(usingTwins: Bool) throws(CanonicalizationError) {
        guard !quads.isEmpty else { return }
        // Step 3: group the blank nodes by the hash of their own statements.
        firstDegree = quads.indices.map { hashFirstDegreeQuads($0) }
        let nodes = quads.indices.filter { !quads[$0].isEmpty }
        let groups = Dictionary(grouping: nodes) { firstDegree[$0] }.sorted { $0.key < $1.key }
        // Step 4: a hash that only one node has tells it apart.
        for group in groups where group.value.count == 1 { canonicalIssuer.issue(group.value[0]) }
        // Step 5: the others need their neighbours.
        for group in groups where usingTwins && group.value.count > 1 { findTwins(among: group.value) }
        for group in groups where group.value.count > 1 { try issueIdentifiers(toAlike: group.value) }
    }

    /// Step 5 for the nodes of one hash.
    private mutating func issueIdentifiers(toAlike nodes: [Int]) throws(CanonicalizationError) {
        var paths: [NDegreeHash] = []
        for node in nodes where !canonicalIssuer.has(node) {
            var issuer = IdentifierIssuer(prefix: "b")
            issuer.issue(node)
            paths.append(try hashNDegreeQuads(node, issuer: issuer))
        }
        for path in paths.sorted(by: { $0.hash < $1.hash }) {
            for node in path.issuer.order { canonicalIssuer.issue(node) }
        }
    }

    /// Step 6 and §5: the statements with their canonical identifiers, sorted.
    private func serialized() -> [UInt8] {
        var lines = Lines()
        lines.reserve(bytes: dataset.quads.count * 160)
        for quad in dataset.quads {
            lines.add { output in
                append(quad, to: &output) { node, output in
                    output.append(contentsOf: (canonicalIssuer[node] ?? "").utf8)
                }
            }
        }
        return lines.sorted()
    }

    private func identifierMap() -> [Text: Text] {
        var map: [Text: Text] = [:]
        for node in canonicalIssuer.order { map[dataset.blankNodeLabels[node]] = canonicalIssuer[node] }
        return map
    }

    /// Writes one statement; `label` writes what stands behind `_:` of a blank node.
    func append(_ quad: Quad, to output: inout [UInt8], label: (Int, inout [UInt8]) -> Void) {
        func append(_ term: TermID) {
            if term.isBlankNode {
                output.append(UInt8(ascii: "_"))
                output.append(UInt8(ascii: ":"))
                label(term.index, &output)
            } else {
                output.append(contentsOf: dataset.text(of: term).utf8)
            }
            output.append(UInt8(ascii: " "))
        }
        append(quad.subject)
        append(quad.predicate)
        append(quad.object)
        if quad.graph != .defaultGraph { append(quad.graph) }
        output.append(UInt8(ascii: "."))
        output.append(UInt8(ascii: "\n"))
    }
}
