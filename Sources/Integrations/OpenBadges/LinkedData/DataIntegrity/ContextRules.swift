/// Which contexts a signed document may name (vc-data-integrity §2.4.1 “validating contexts”).
///
/// A signature covers IRIs, the reader of a badge looks at member names; the contexts are what ties the two together.
/// So they must be known, and they must not change in the middle of a document.
struct ContextRules {
    let loader: any DocumentLoader

    /// - Throws: ``ProofProblem/unknownContext(_:)`` for a definition that the document brings along or an address
    ///   that the loader does not know, at the top and in every subtree.
    func check(_ document: JSON) throws(ProofProblem) {
        guard document["@context"] != nil else { throw .unknownContext("") }
        try checkSubtree(document)
    }

    private func checkSubtree(_ value: JSON) throws(ProofProblem) {
        switch value {
        case .array(let items): for item in items { try checkSubtree(item) }
        case .object(let members):
            for (name, value) in members {
                if name == "@context" {
                    try checkContext(value)
                } else {
                    try checkSubtree(value)
                }
            }
        default: break
        }
    }

    private func checkContext(_ context: JSON) throws(ProofProblem) {
        for item in context.asArray {
            guard let address = item.text else { throw .unknownContext(Text(ascii: item.serialized.prefix(80))) }
            guard loader.document(at: address) != nil else { throw .unknownContext(address) }
        }
    }
}
