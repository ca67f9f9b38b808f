import LinkedData
import Testing

/// The W3C test suite of RDFC-1.0, all of it.
@Suite("The RDF canonicalisation suite of the W3C")
struct RDFCanonSuiteTests {
    struct Entry: Sendable, CustomTestStringConvertible {
        let id: String
        let name: String
        let action: String
        let result: String
        let hash: HashAlgorithm
        var testDescription: String { "\(id) \(name)" }
    }

    static func entries(_ type: Text) throws -> [Entry] {
        let manifest = try Vectors.json("w3c/rdf-canon/manifest.jsonld")
        return (manifest["entries"]?.array ?? []).filter { $0["type"]?.text == type }.map { entry in
            Entry(
                id: entry["id"]?.text?.string ?? "",
                name: entry["name"]?.text?.string ?? "",
                action: "w3c/rdf-canon/\(entry["action"]?.text?.string ?? "")",
                result: "w3c/rdf-canon/\(entry["result"]?.text?.string ?? "")",
                hash: entry["hashAlgorithm"]?.text == "SHA384" ? .sha384 : .sha256
            )
        }
    }

    @Test("is here completely")
    func complete() throws {
        #expect(try Self.entries("rdfc:RDFC10EvalTest").count == 64)
        #expect(try Self.entries("rdfc:RDFC10MapTest").count == 21)
        #expect(try Self.entries("rdfc:RDFC10NegativeEvalTest").count == 1)
    }

    @Test("canonicalises", arguments: try entries("rdfc:RDFC10EvalTest"))
    func canonicalises(entry: Entry) throws {
        let dataset = try NQuadsReader.read(Vectors.text(entry.action))
        let result = try RDFC10.canonicalize(dataset, hash: entry.hash)
        let expected = try Vectors.text(entry.result)
        #expect(String(decoding: result.nquads, as: UTF8.self) == expected)
    }

    @Test("maps labels to canonical identifiers", arguments: try entries("rdfc:RDFC10MapTest"))
    func maps(entry: Entry) throws {
        let dataset = try NQuadsReader.read(Vectors.text(entry.action))
        let result = try RDFC10.canonicalize(dataset, hash: entry.hash)
        let expected = try #require(Vectors.json(entry.result).object)
        let identifiers = result.identifiers.map { (label, identifier) in
            (Text(String(label.string.dropFirst(2))), identifier)
        }
        #expect(identifiers.count == expected.count)
        for (label, identifier) in identifiers { #expect(expected[label]?.text == identifier, "\(label)") }
    }

    @Test("refuses poison", arguments: try entries("rdfc:RDFC10NegativeEvalTest"))
    func refuses(entry: Entry) throws {
        let dataset = try NQuadsReader.read(Vectors.text(entry.action))
        #expect(throws: CanonicalizationError.self) { try RDFC10.canonicalize(dataset, hash: entry.hash) }
    }
}
