import LinkedData
import Testing

@Suite("The JSON-LD to RDF suite of the W3C")
struct ToRDFSuiteTests {
    @Test("is here completely")
    func complete() throws {
        #expect(try JSONLDSuite.entries("toRdf").count == 448)
    }

    @Test("converts", arguments: try JSONLDSuite.entries("toRdf").filter { $0.isPositive && $0.expect != nil })
    func converts(entry: JSONLDSuite.Entry) throws {
        let rdf = try JSONLDSuite.processor.toRDF(JSONLDSuite.document(entry), JSONLDSuite.options(entry))
        let expected = try NQuadsReader.read(Vectors.text("w3c/json-ld-api/\(#require(entry.expect))"))
        // Two datasets are the same up to the labels of blank nodes if their canonical forms are.
        #expect(try canonical(rdf.dataset) == canonical(expected))
    }

    @Test("accepts", arguments: try JSONLDSuite.entries("toRdf").filter { $0.isPositive && $0.expect == nil })
    func accepts(entry: JSONLDSuite.Entry) throws {
        #expect(throws: Never.self) {
            try JSONLDSuite.processor.toRDF(JSONLDSuite.document(entry), JSONLDSuite.options(entry))
        }
    }

    @Test("refuses", arguments: try JSONLDSuite.entries("toRdf").filter { !$0.isPositive })
    func refuses(entry: JSONLDSuite.Entry) throws {
        let document = try JSONLDSuite.document(entry)
        let options = try JSONLDSuite.options(entry)
        let error = #expect(throws: JSONLDError.self) { try JSONLDSuite.processor.toRDF(document, options) }
        #expect(error?.code.rawValue == entry.errorCode?.string)
    }

    private func canonical(_ dataset: Dataset) throws -> String {
        String(decoding: try RDFC10.canonicalize(dataset).nquads, as: UTF8.self)
    }
}
