import LinkedData
import Testing

/// Small graphs at random, always the same ones, with many nodes that look alike.
@Suite("A canonical form")
struct RandomGraphTests {
    private struct Edge {
        let from: Int
        let predicate: Int
        let to: Int
    }

    private func edges(_ chance: inout MutationTests.Chance) -> [Edge] {
        let count = Int.random(in: 2...6, using: &chance)
        return (0..<Int.random(in: 1...9, using: &chance)).map { _ in
            Edge(
                from: Int.random(in: 0..<count, using: &chance),
                predicate: Int.random(in: 0..<2, using: &chance),
                to: Int.random(in: 0..<count, using: &chance)
            )
        }
    }

    /// - Parameter labels: the name of each node; node 0 is an IRI.
    private func dataset(_ edges: [Edge], _ labels: [Int]) -> Dataset {
        var dataset = Dataset()
        for edge in edges {
            let nodes = [edge.from, edge.to].map { node in
                node == 0 ? dataset.iri("urn:root") : dataset.blankNode("_:n\(labels[node])")
            }
            dataset.insert(Quad(nodes[0], dataset.iri("urn:p\(edge.predicate)"), nodes[1]))
        }
        return dataset
    }

    @Test("is the same with and without the shortcut for twins", arguments: 0..<20)
    func twins(seed: Int) throws {
        var chance = MutationTests.Chance(state: UInt64(seed))
        for _ in 0..<40 {
            let dataset = dataset(edges(&chance), Array(0..<6))
            let short = try RDFC10.canonicalize(dataset)
            let long = try RDFC10.canonicalize(dataset, workLimit: 1_000_000, usingTwins: false)
            #expect(short.nquads == long.nquads)
        }
    }

    @Test("does not depend on labels and order", arguments: 20..<40)
    func invariant(seed: Int) throws {
        var chance = MutationTests.Chance(state: UInt64(seed))
        for _ in 0..<40 {
            let edges = edges(&chance)
            let one = try RDFC10.canonicalize(dataset(edges, Array(0..<6)))
            let other = dataset(edges.shuffled(using: &chance), (0..<6).shuffled(using: &chance))
            #expect(try RDFC10.canonicalize(other).nquads == one.nquads)
        }
    }
}
