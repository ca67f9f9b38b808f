package import Crypto

/// Adds `eddsa-rdfc-2022` proofs to documents (vc-data-integrity §4.2 Add Proof).
package struct DataIntegritySigner: Sendable {
    private let processor: JSONLDProcessor
    private let rules: ContextRules
    private let key: Curve25519.Signing.PrivateKey
    private let verificationMethod: Text

    /// - Parameters:
    ///   - contexts: every context that a document may name.
    ///   - verificationMethod: the address under which others find the public key, e.g. `did:web:…#key-1`.
    package init(
        contexts: some DocumentLoader,
        key: Curve25519.Signing.PrivateKey,
        verificationMethod: Text
    ) {
        processor = JSONLDProcessor(loader: contexts)
        rules = ContextRules(loader: contexts)
        self.key = key
        self.verificationMethod = verificationMethod
    }

    /// Returns the document with one more proof; `proof` is an array afterwards, which every reader of Open Badges
    /// accepts.
    ///
    /// - Parameter created: an xsd:dateTimeStamp.
    /// - Throws: ``ProofProblem`` for a document that a verifier would have to refuse: it names an unknown context, or
    ///   says something that no context defines.
    package func sign(_ document: JSON, created: Text) throws(ProofProblem) -> JSON {
        guard DateTimeStamp(created) != nil else { throw .malformed("created") }
        var unsecured = document
        unsecured["proof"] = nil
        try rules.check(unsecured)
        var proof: JSON = [
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-rdfc-2022",
            "created": .string(created),
            "verificationMethod": .string(verificationMethod),
            "proofPurpose": "assertionMethod",
        ]
        let transformation = Transformation(processor: processor)
        let data = try transformation.hashData(of: unsecured, proof, .eddsaRDFC2022, .sha256)
        guard let signature = try? key.signature(for: data.bytes) else { throw .keyDoesNotFit }
        proof["proofValue"] = .string("z" + Base58.encode(Array(signature)))
        var signed = document
        signed["proof"] = .array((document["proof"]?.asArray ?? []) + [proof])
        return signed
    }
}
