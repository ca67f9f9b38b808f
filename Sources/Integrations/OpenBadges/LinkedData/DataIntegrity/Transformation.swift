/// Turns documents and proofs into bytes, and refuses what the bytes would not cover.
struct Transformation {
    let processor: JSONLDProcessor

    /// - Parameters:
    ///   - document: without the proofs, except for those that the proof builds on.
    ///   - proof: with or without its `proofValue`.
    func hashData(
        of document: JSON,
        _ proof: JSON,
        _ suite: Cryptosuite,
        _ hash: HashAlgorithm
    ) throws(ProofProblem) -> HashData {
        var configuration = proof
        configuration["proofValue"] = nil
        var document = document
        if suite.signsJSON {
            document = try checked(document, against: configuration["@context"])
        } else {
            configuration["@context"] = document["@context"]
        }
        let canonicalProof = try canonical(configuration, suite, hash)
        let canonicalDocument = try canonical(document, suite, hash)
        return HashData(
            canonicalDocument: canonicalDocument,
            canonicalProof: canonicalProof,
            documentHash: hash.digest(of: canonicalDocument),
            proofHash: hash.digest(of: canonicalProof)
        )
    }

    /// vc-di-eddsa §3.4.2: the document's contexts begin with those of the proof, which take their place.
    private func checked(_ document: JSON, against proofContext: JSON?) throws(ProofProblem) -> JSON {
        guard let proofContext else { return document }
        let contexts = document["@context"]?.asArray ?? []
        guard contexts.starts(with: proofContext.asArray) else { throw .contextMismatch }
        var document = document
        document["@context"] = proofContext
        return document
    }

    private func canonical(
        _ document: JSON,
        _ suite: Cryptosuite,
        _ hash: HashAlgorithm
    ) throws(ProofProblem) -> [UInt8] {
        if suite.signsJSON {
            do throws(JSONError) { return try document.canonical() } catch { throw .json(error) }
        }
        let rdf: JSONLDProcessor.RDF
        do throws(JSONLDError) { rdf = try processor.toRDF(document) } catch { throw .jsonLD(error) }
        if let dropped = rdf.dropped.first { throw .unsigned(dropped) }
        do throws(CanonicalizationError) {
            return try RDFC10.canonicalize(rdf.dataset, hash: hash).nquads
        } catch {
            throw .canonicalization(error)
        }
    }
}
