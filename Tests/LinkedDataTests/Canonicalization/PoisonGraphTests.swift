import LinkedData
import Testing

@Suite("A poison graph")
struct PoisonGraphTests {
    private func graph(_ count: Int, _ edges: (Int) -> [Int]) -> Dataset {
        var dataset = Dataset()
        let nodes = (0..<count).map { dataset.blankNode(Text("_:n\($0)")) }
        let predicate = dataset.iri("https://example.org/knows")
        for from in 0..<count { for to in edges(from) { dataset.insert(Quad(nodes[from], predicate, nodes[to])) } }
        return dataset
    }

    private let tooComplex = CanonicalizationError.tooComplex(limit: RDFC10.defaultWorkLimit)

    @Test("of nodes that all point to each other is refused", arguments: [8, 10, 50])
    func cliques(count: Int) {
        let clique = graph(count) { from in (0..<count).filter { $0 != from } }
        #expect(throws: tooComplex) { try RDFC10.canonicalize(clique) }
    }

    @Test("that is a long ring is refused before the stack is full")
    func ring() {
        let ring = graph(5_000) { [($0 + 1) % 5_000] }
        #expect(throws: tooComplex) { try RDFC10.canonicalize(ring) }
    }

    @Test("must be large to be refused: small ones have a canonical form", arguments: [2, 3, 4, 5])
    func small(count: Int) throws {
        let clique = graph(count) { from in (0..<count).filter { $0 != from } }
        let canonical = try RDFC10.canonicalize(clique).nquads
        #expect(canonical.count { $0 == UInt8(ascii: "\n") } == count * (count - 1))
    }

    @Test("has nothing to do with many ordinary blank nodes")
    func ordinary() throws {
        var dataset = Dataset()
        let subject = dataset.iri("https://example.org/achievement")
        let alignment = dataset.iri("https://example.org/alignment")
        let name = dataset.iri("https://example.org/name")
        for number in 0..<5_000 {
            let node = dataset.blankNode()
            dataset.insert(Quad(subject, alignment, node))
            // Every second name appears twice: these nodes need the walk through their neighbours.
            let value = dataset.literal(Text("\(number / 2)"), datatype: "http://www.w3.org/2001/XMLSchema#string")
            dataset.insert(Quad(node, name, value))
        }
        #expect(try RDFC10.canonicalize(dataset).nquads.count { $0 == UInt8(ascii: "\n") } == 10_000)
    }

    @Test("may be small and still fill too many bytes")
    func large() {
        var dataset = Dataset()
        let predicate = dataset.iri(Text("https://example.org/" + String(repeating: "x", count: 1_000)))
        for number in 0..<20_000 {
            dataset.insert(Quad(dataset.iri(Text("urn:x:\(number)")), predicate, predicate))
        }
        #expect(throws: CanonicalizationError.tooLarge(limit: RDFC10.sizeLimit)) { try RDFC10.canonicalize(dataset) }
    }
}
