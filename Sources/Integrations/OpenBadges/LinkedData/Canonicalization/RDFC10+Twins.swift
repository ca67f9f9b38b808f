/// Blank nodes that are interchangeable: exactly the same is said about them, other blank nodes included.
///
/// RDFC-1.0 does not know them: it tries all orders of alike neighbours (§4.8, step 5.4), which takes k! steps for k
/// equal addresses of one issuer. But swapping twins changes nothing in the dataset, so that two orders that differ
/// only in twins without identifiers lead to the same path; it is enough to try the first, and the result is the same.
extension RDFC10 {
    /// For every node of a group the first node in it that it is a twin of, perhaps itself.
    mutating func findTwins(among group: [Int]) {
        var firsts: [Set<Quad>: Int] = [:]
        for node in group {
            let statements = Set(quads[node].map { anonymous(dataset.quads[$0], for: node) })
            if let first = firsts[statements] {
                twins[node] = first
            } else {
                firsts[statements] = node
            }
        }
    }

    /// The statement with the node replaced by a term that stands for “this node”.
    private func anonymous(_ quad: Quad, for node: Int) -> Quad {
        func replaced(_ term: TermID) -> TermID {
            term.isBlankNode && term.index == node ? .thisNode : term
        }
        return Quad(
            replaced(quad.subject),
            quad.predicate,
            replaced(quad.object),
            graph: replaced(quad.graph)
        )
    }
}
