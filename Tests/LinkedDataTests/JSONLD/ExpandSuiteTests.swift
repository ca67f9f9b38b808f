import LinkedData
import Testing

@Suite("The JSON-LD expansion suite of the W3C")
struct ExpandSuiteTests {
    @Test("is here completely")
    func complete() throws {
        #expect(try JSONLDSuite.entries("expand").count == 367)
    }

    @Test("expands", arguments: try JSONLDSuite.entries("expand").filter(\.isPositive))
    func expands(entry: JSONLDSuite.Entry) throws {
        let expansion = try JSONLDSuite.processor.expand(JSONLDSuite.document(entry), JSONLDSuite.options(entry))
        let expected = try Vectors.json("w3c/json-ld-api/\(#require(entry.expect))")
        #expect(JSON.array(expansion.items.map(\.json)).comparable() == expected.comparable())
    }

    @Test("refuses", arguments: try JSONLDSuite.entries("expand").filter { !$0.isPositive })
    func refuses(entry: JSONLDSuite.Entry) throws {
        let document = try JSONLDSuite.document(entry)
        let options = try JSONLDSuite.options(entry)
        let error = #expect(throws: JSONLDError.self) { try JSONLDSuite.processor.expand(document, options) }
        #expect(error?.code.rawValue == entry.errorCode?.string)
    }
}
