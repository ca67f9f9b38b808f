import LinkedData
import Testing

/// The signed example that 1EdTech printed step by step.
@Suite("1EdTech's example of a proof")
struct SpecificationExampleTests {
    @Test("has the canonical document that is printed")
    func document() throws {
        var document = try Vectors.json("ob3/spec-examples/24-signed-credential.json")
        document["proof"] = nil
        let rdf = try JSONLDProcessor(loader: KnownContexts.badges).toRDF(document)
        #expect(rdf.dropped.isEmpty)
        let canonical = String(decoding: try RDFC10.canonicalize(rdf.dataset).nquads, as: UTF8.self)
        #expect(canonical.split(separator: "\n") == (try printed("document")))
    }

    @Test("has the canonical proof that is printed")
    func proof() throws {
        let document = try Vectors.json("ob3/spec-examples/24-signed-credential.json")
        var proof = try #require(document["proof"])
        proof["proofValue"] = nil
        proof["@context"] = document["@context"]
        let rdf = try JSONLDProcessor(loader: KnownContexts.badges).toRDF(proof)
        let canonical = String(decoding: try RDFC10.canonicalize(rdf.dataset).nquads, as: UTF8.self)
        #expect(canonical.split(separator: "\n") == (try printed("proof")))
    }

    private func printed(_ name: String) throws -> [Substring] {
        try Vectors.text("ob3/spec-test-vectors/\(name)-canon.txt").split(separator: "\n")
    }
}
